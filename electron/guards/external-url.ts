import { type LinkRefusal, linkTarget } from '../../src/shared/link-target.ts'

export type ExternalUrl =
  /** `shown` names the target in the dialog: the host, the address or the number from `href`. */
  { readonly ok: true; readonly href: string; readonly shown: string } | { readonly ok: false; readonly why: string }

const REFUSALS: Readonly<Record<LinkRefusal, string>> = {
  'too long': 'The link is too long.',
  'hidden characters': 'The link contains hidden or invalid characters.',
  'no address': 'The link is not a valid address.',
  scheme: 'Only web, email and phone links can be opened.',
  'user name': 'The link contains a user name, which can hide where it leads.',
  'mail address': 'The link is not a valid email address.',
  'mail fields': 'The link asks for more than an email to one address.',
  'phone number': 'The link is not a valid phone number.',
}

/** Decides whether a link may be opened. The page has applied the same rule, but main does not trust the page. */
export function externalUrl(raw: string): ExternalUrl {
  const target = linkTarget(raw)
  return target.ok ? target : { ok: false, why: REFUSALS[target.why] }
}
