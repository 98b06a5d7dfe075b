import { harmlessText } from '../words/harmless-text.ts'
import { placeholdersIn } from './placeholders.ts'

/** A rendered snippet with its open placeholders highlighted. */
export function SnippetPreview({ text }: { readonly text: string }) {
  const parts: { readonly at: number; readonly text: string; readonly isPlaceholder: boolean }[] = []
  let end = 0
  for (const placeholder of placeholdersIn(text)) {
    parts.push({ at: end, text: text.slice(end, placeholder.start), isPlaceholder: false })
    parts.push({ at: placeholder.start, text: placeholder.name, isPlaceholder: true })
    end = placeholder.end
  }
  parts.push({ at: end, text: text.slice(end), isPlaceholder: false })
  return (
    <p
      dir="auto"
      className="max-h-32 shrink-0 overflow-y-auto px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere text-muted [unicode-bidi:plaintext]"
    >
      {parts.map(({ at, text: part, isPlaceholder }) =>
        isPlaceholder ? (
          <mark key={at} className="rounded-xs bg-warning-soft px-1 text-warning">
            {part}
          </mark>
        ) : (
          harmlessText(part)
        ),
      )}
    </p>
  )
}
