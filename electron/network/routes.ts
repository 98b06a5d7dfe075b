/** One way to a server, as the system's proxy settings or the policy name it. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly isEncrypted: boolean; readonly host: string; readonly port: number }
  /** A kind of proxy that this app can't speak with, such as SOCKS. */
  | { readonly kind: 'unsupported' }

export const DIRECT: Route = { kind: 'direct' }

const DEFAULT_PORTS = { PROXY: 80, HTTP: 80, HTTPS: 443 } as const

/**
 * Reads the answer of Chromium's `resolveProxy`, which is the list of a PAC script: `PROXY host:8080; HTTPS other; DIRECT`. The first route
 * is tried first. An answer without any route is an empty list: a script that fails must not lead to a direct connection.
 */
export function parseRoutes(answer: string): readonly Route[] {
  return answer
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseRoute)
}

function parseRoute(part: string): Route {
  const [kind = '', address = ''] = part.split(/\s+/)
  const word = kind.toUpperCase()
  if (word === 'DIRECT') return DIRECT
  if (word !== 'PROXY' && word !== 'HTTP' && word !== 'HTTPS') return { kind: 'unsupported' }
  const [, host = '', port] = /^(\[[\da-f:.]+\]|[^:[\]/@\s]+)(?::(\d{1,5}))?$/i.exec(address) ?? []
  const number = port === undefined ? DEFAULT_PORTS[word] : Number(port)
  if (host === '' || number < 1 || number > 65_535) return { kind: 'unsupported' }
  return { kind: 'proxy', isEncrypted: word === 'HTTPS', host: host.replaceAll(/[[\]]/g, ''), port: number }
}

/** How the user and the log know a proxy: `proxy.example.com:8080`. */
export function nameOfProxy({ host, port }: Extract<Route, { kind: 'proxy' }>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`
}

/** Equal for equal lists. */
export function keyOfRoutes(routes: readonly Route[]): string {
  return routes
    .map((route) =>
      route.kind === 'proxy' ? `${route.isEncrypted ? 'HTTPS' : 'PROXY'} ${nameOfProxy(route)}` : route.kind,
    )
    .join(';')
}

/** A server on this computer, which no proxy can reach. The URL parser has already converted forms such as 127.1. */
export function isOnThisComputer(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name)
}
