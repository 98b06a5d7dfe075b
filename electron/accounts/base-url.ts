import { text } from '../strings/text.ts'

export type BaseUrl = { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly why: string }

/**
 * Decides where the API key may be sent: to any host over https, and to this machine over http, for the sandbox. The result
 * is normalized and has no trailing slash, so that one server gives one workspace.
 */
export function checkBaseUrl(raw: string): BaseUrl {
  const written = raw.trim()
  if (written === '') return refuse(text('address.empty'))
  const url = parse(written)
  if (url === null || url.host === '') return refuse(text('address.invalid'))
  if (url.username !== '' || url.password !== '') return refuse(text('address.hasUser'))
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(written)) return refuse(text('address.hasQuery'))
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) return refuse(text('address.notEncrypted'))
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(text('address.otherScheme'))
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') }
}

/** The URL parser has already converted forms such as 127.1 and 0x7f000001 to four numbers. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

function refuse(why: string): BaseUrl {
  return { ok: false, why }
}
