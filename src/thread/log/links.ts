import { linkTarget, mailTarget } from '../../shared/link-target.ts'
import { candidatesIn } from './link-candidates.ts'

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `url` is what is opened; `text` is what was written. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

/** More than anyone writes by hand: the rest of such a text is left as text, so that no message can weigh down the page. */
const MAX_LINKS = 500

/**
 * Takes a text apart. The parts' texts, joined, are the text. In the beginning of a longer text (`isCut`), an address at the very end may
 * lack its own, so it is text.
 */
export function tokenise(text: string, isCut = false): readonly TextPart[] {
  // Nearly no message holds an address, and this is far cheaper than looking for one.
  if (!text.includes(':') && !text.includes('@')) return text === '' ? [] : [{ kind: 'text', text }]
  const parts: TextPart[] = []
  let [end, links] = [0, 0]
  for (const candidate of candidatesIn(text)) {
    const written = text.slice(candidate.start, candidate.end)
    const target = candidate.kind === 'mail' ? mailTarget(written) : linkTarget(written)
    if (!target.ok || (isCut && candidate.end === text.length)) continue
    if (candidate.start > end) parts.push({ kind: 'text', text: text.slice(end, candidate.start) })
    parts.push({ kind: 'link', text: written, url: target.href })
    end = candidate.end
    links += 1
    if (links === MAX_LINKS) break
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}
