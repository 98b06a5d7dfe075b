import { linkTarget, mailTarget } from '../../shared/link-target.ts'
import { candidatesIn } from './link-candidates.ts'

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `url` is opened; `text` is what the sender wrote. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

/** More links than anyone writes by hand. The rest stays text, so that no message slows the page down. */
const MAX_LINKS = 500

/**
 * Splits a text into text and links; joined, the parts give the text. With `isCut` the text is the start of a longer one, so
 * an address at its end may be incomplete and stays text.
 */
export function tokenise(text: string, isCut = false): readonly TextPart[] {
  // Few messages contain an address, and this check is far cheaper than the search.
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
