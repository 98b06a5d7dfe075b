export type ExternalUrl =
  /** `shown` is what the person must see before agreeing: the host, the address or the number. */
  { readonly ok: true; readonly href: string; readonly shown: string } | { readonly ok: false; readonly why: string }

/** Longer ones are cut by mail programs and hide what they are. */
const MAX_LENGTH = 2_048

/** Whether a link, as it came in a message, may be handed to the system. Everything but web, mail and phone is refused. */
export function externalUrl(raw: string): ExternalUrl {
  if (raw.length > MAX_LENGTH) return refuse('The link is too long.')
  // The URL parser drops tabs and line ends and takes a backslash for a slash, so that what is seen is not what is opened.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(raw)) return refuse('The link holds characters that do not belong in one.')
  const url = parse(raw)
  if (url === null) return refuse('The link is not an address.')
  if (url.protocol === 'https:') return web(url)
  if (url.protocol === 'mailto:') return mail(url)
  if (url.protocol === 'tel:') return phone(url)
  return refuse('Only links that begin with https, mailto or tel are opened.')
}

function web(url: URL): ExternalUrl {
  if (url.username !== '' || url.password !== '')
    return refuse('The link carries a user name, which hides where it leads.')
  return { ok: true, href: url.href, shown: url.host }
}

/** A mail link may set the subject and the text; it may not attach files or add people. */
function mail(url: URL): ExternalUrl {
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(url.pathname)) return refuse('The link is not an e-mail address.')
  if ([...url.searchParams.keys()].some((key) => key !== 'subject' && key !== 'body')) {
    return refuse('The link asks for more than an e-mail to one address.')
  }
  return { ok: true, href: url.href, shown: url.pathname }
}

/** No `*` and no `#`: they are commands to the telephone. */
function phone(url: URL): ExternalUrl {
  if (!/^\+?[\d().-]{2,30}$/.test(url.pathname) || url.search !== '' || url.hash !== '')
    return refuse('The link is not a phone number.')
  return { ok: true, href: url.href, shown: url.pathname }
}

function parse(raw: string): URL | null {
  try {
    return new URL(raw)
  } catch {
    return null
  }
}

function refuse(why: string): ExternalUrl {
  return { ok: false, why }
}
