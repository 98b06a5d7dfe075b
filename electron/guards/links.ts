import { failed, type Result, success } from '../../src/shared/failure.ts'
import { text } from '../strings/text.ts'
import { externalUrl } from './external-url.ts'

/** Characters. The dialog grows with its text, and most addresses are shorter than this. */
const MAX_SHOWN_CHARACTERS = 300

type Link = { readonly href: string; readonly shown: string }

/**
 * The text of the dialog. It shows the host in Punycode, which reveals letters that look like others. It shows an e-mail address
 * decoded.
 */
export function linkQuestion({ href, shown }: Link): { readonly message: string; readonly detail: string } {
  const name = href.startsWith('mailto:') ? decodeURIComponent(shown) : shown
  const whole = href.length > MAX_SHOWN_CHARACTERS ? `${href.slice(0, MAX_SHOWN_CHARACTERS)}…` : href
  const isUnencrypted = href.startsWith('http:')
  return {
    message: text('link.question', { name }),
    detail: isUnencrypted ? `${whole}\n\n${text('link.notEncrypted')}` : whole,
  }
}

/** The parts of the system that open a link. */
export interface LinkOpener {
  /** Asks the user in a dialog that shows the target. */
  confirm(link: Link): Promise<boolean>
  open(href: string): Promise<void>
}

export async function openLink(opener: LinkOpener, url: string): Promise<Result<null>> {
  const link = externalUrl(url)
  if (!link.ok) return failed({ kind: 'refused', words: link.why })
  if (await opener.confirm(link)) await opener.open(link.href)
  return success(null)
}
