export type BaseUrl = { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly why: string }

/**
 * Decides where the API key may be sent: to any host over https, and to this machine over http, for the sandbox. The result
 * is normalized and has no trailing slash, so that one server gives one workspace.
 */
export function checkBaseUrl(raw: string): BaseUrl {
  const text = raw.trim()
  if (text === '') return refuse('Enter the server address, such as https://api.example.com.')
  const url = parse(text)
  if (url === null || url.host === '')
    return refuse('This isn’t a valid address. Enter one like https://api.example.com.')
  if (url.username !== '' || url.password !== '') return refuse('Remove the user name and password from the address.')
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return refuse('Remove everything from ? or # onwards.')
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) {
    return refuse('Use https. With http, others on the network could read the API key.')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('Enter an address that starts with https://.')
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') }
}

/** The URL parser has already converted forms such as 127.1 and 0x7f000001 to four numbers. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function refuse(why: string): BaseUrl {
  return { ok: false, why }
}
