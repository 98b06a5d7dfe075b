import { LinkifyIt } from 'linkify-it'

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `url` is what is opened; `text` is what was written. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

/** What an address of any of these kinds can do is open a browser, a mail program or a phone. */
const PROTOCOLS: readonly string[] = ['https:', 'http:', 'mailto:', 'tel:']

/** Longer ones are not addresses that a person follows, and the main process refuses them. */
const LONGEST_URL = 2_048

/** More than anyone writes by hand: the rest of such a text is left as text, so that no message can weigh down the page. */
const MOST_LINKS = 500

/** Characters that draw nothing or turn the direction: an address that holds one is not what it looks like. */
const DECEPTIVE = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\ufffd/u

/** What follows a match when the match was only the name in `https://name:password@host`. */
const SIGN_IN_TAIL = /^[^\s/]*@/

const TEL_TAIL = /^\+?[0-9(][0-9().-]{2,30}[0-9]/

/**
 * Only what says its protocol, and e-mail addresses: guessing at bare domains makes links of file
 * names and of sentences without a space. Sign-in data in an address is left unlinked.
 */
const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: true, urlAuth: false, maxLength: LONGEST_URL })
  .add('ftp:', null)
  .add('//', null)
  .add('tel:', { validate: (text, position) => TEL_TAIL.exec(text.slice(position, position + 40))?.[0].length ?? 0 })

/** Takes a text apart. The parts' texts, joined, are the text. */
export function tokenise(text: string): readonly TextPart[] {
  // Nearly no message holds an address, and this is far cheaper than looking for one.
  if (!text.includes(':') && !text.includes('@')) return text === '' ? [] : [{ kind: 'text', text }]
  const parts: TextPart[] = []
  let end = 0
  for (const match of (finder.match(text) ?? []).slice(0, MOST_LINKS)) {
    const url = SIGN_IN_TAIL.test(text.slice(match.lastIndex, match.lastIndex + 200))
      ? null
      : safeUrl(match.url, match.raw)
    if (url === null) continue
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push({ kind: 'link', text: match.raw, url })
    end = match.lastIndex
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

function safeUrl(found: string, written: string): string | null {
  if (found.length > LONGEST_URL || DECEPTIVE.test(written)) return null
  const url = parseUrl(found)
  if (url === null || !PROTOCOLS.includes(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href
}

function parseUrl(found: string): URL | null {
  try {
    return new URL(found)
  } catch {
    return null
  }
}
