import { failed, type Result, success } from '../../src/shared/failure.ts'
import { externalUrl } from './external-url.ts'

/** Characters. The dialog grows with its text, and ordinary addresses are shorter than this. */
const SHOWN_CHARACTERS = 300

type Link = { readonly href: string; readonly shown: string }

/**
 * What the user is asked. The host is named as it is on the wire, where a letter that looks like another gives itself away; an e-mail
 * address as people write it.
 */
export function linkQuestion({ href, shown }: Link): { readonly message: string; readonly detail: string } {
  const name = href.startsWith('mailto:') ? decodeURIComponent(shown) : shown
  const whole = href.length > SHOWN_CHARACTERS ? `${href.slice(0, SHOWN_CHARACTERS)}…` : href
  const isOpen = href.startsWith('http:')
  return {
    message: `Open ${name}?`,
    detail: isOpen ? `${whole}\n\nThe connection to this site isn't encrypted.` : whole,
  }
}

/** What the system does with a link. */
export interface LinkOpener {
  /** Asks the person, with the place the link leads to in plain sight. */
  confirm(link: Link): Promise<boolean>
  open(href: string): Promise<void>
}

export async function openLink(opener: LinkOpener, url: string): Promise<Result<null>> {
  const link = externalUrl(url)
  if (!link.ok) return failed({ kind: 'refused', words: link.why })
  if (await opener.confirm(link)) await opener.open(link.href)
  return success(null)
}
