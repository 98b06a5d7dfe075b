import { failed, type Result, success } from '../src/shared/failure.ts'
import { externalUrl } from './external-url.ts'

/** What the system does with a link. */
export interface LinkOpener {
  /** Asks the person, with the place the link leads to in plain sight. */
  confirm(link: { readonly href: string; readonly shown: string }): Promise<boolean>
  open(href: string): Promise<void>
}

export async function openLink(opener: LinkOpener, url: string): Promise<Result<null>> {
  const link = externalUrl(url)
  if (!link.ok) return failed({ kind: 'refused', words: link.why })
  if (await opener.confirm(link)) await opener.open(link.href)
  return success(null)
}
