import { type LinkRefusal, linkTarget } from '../../src/shared/link-target.ts'
import { text, type TextId } from '../strings/text.ts'

export type ExternalUrl =
  /** `shown` names the target in the dialog: the host, the address or the number from `href`. */
  { readonly ok: true; readonly href: string; readonly shown: string } | { readonly ok: false; readonly why: string }

const REFUSALS = {
  'too long': 'link.refused.tooLong',
  'hidden characters': 'link.refused.hiddenCharacters',
  'no address': 'link.refused.noAddress',
  scheme: 'link.refused.scheme',
  'user name': 'link.refused.userName',
  'mail address': 'link.refused.invalidMail',
  'mail fields': 'link.refused.mailFields',
  'phone number': 'link.refused.invalidPhone',
} as const satisfies Record<LinkRefusal, TextId>

/** Decides whether a link may be opened. The page has applied the same rule, but main does not trust the page. */
export function externalUrl(raw: string): ExternalUrl {
  const target = linkTarget(raw)
  return target.ok ? target : { ok: false, why: text(REFUSALS[target.why]) }
}
