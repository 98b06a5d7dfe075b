export type BaseUrl = { readonly ok: true; readonly baseUrl: string } | { readonly ok: false; readonly why: string }

/**
 * Where the API key may be sent: any host over https; this very machine over http, for the sandbox. The address
 * comes back in one spelling and without a slash at its end, so that the same server is the same workspace.
 */
export function checkBaseUrl(raw: string): BaseUrl {
  const text = raw.trim()
  if (text === '') return refuse('Enter the address of the server, such as https://api.example.com.')
  const url = parse(text)
  if (url === null || url.host === '')
    return refuse('This is not an address. It should look like https://api.example.com.')
  if (url.username !== '' || url.password !== '')
    return refuse('Leave the user name and the password out of the address.')
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return refuse('Leave out everything from ? or # on.')
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) {
    return refuse('Use https. Without it, anyone on the way could read the API key.')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('The address must begin with https://.')
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') }
}

/** The URL parser has already turned 127.1, 0x7f000001 and the like into four numbers. */
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
