import { harmlessText } from '../words/harmless-text.ts'
import { holesIn } from './holes.ts'

/** What a snippet would say, its open holes marked. */
export function SnippetPreview({ text }: { readonly text: string }) {
  const parts: { readonly at: number; readonly words: string; readonly isHole: boolean }[] = []
  let end = 0
  for (const hole of holesIn(text)) {
    parts.push({ at: end, words: text.slice(end, hole.start), isHole: false })
    parts.push({ at: hole.start, words: hole.name, isHole: true })
    end = hole.end
  }
  parts.push({ at: end, words: text.slice(end), isHole: false })
  return (
    <p
      dir="auto"
      className="max-h-32 shrink-0 overflow-y-auto px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere text-muted [unicode-bidi:plaintext]"
    >
      {parts.map(({ at, words, isHole }) =>
        isHole ? (
          <mark key={at} className="rounded-[4px] bg-warning-soft px-1 text-warning">
            {words}
          </mark>
        ) : (
          harmlessText(words)
        ),
      )}
    </p>
  )
}
