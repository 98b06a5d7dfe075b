import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import type { NetworkTrouble } from '../../src/shared/network/network-trouble.ts'
import { isUntrusted } from './certificate-codes.ts'
import { networkError } from './network-error.ts'
import { basicHeader, offersBasic, type ProxyLogin, type ProxyLogins } from './proxy-logins.ts'
import { nameOfProxy, type Route } from './routes.ts'

type Proxy = Extract<Route, { kind: 'proxy' }>

export type TunnelOptions = {
  readonly proxy: Proxy
  /** `api.example.com:443` */
  readonly target: string
  readonly logins: ProxyLogins
  /** For a proxy that is reached over TLS. */
  readonly ca: readonly string[]
  readonly limitMs: number
}

/**
 * Asks a proxy for a connection to the server (CONNECT). The proxy learns the server's host and port, and nothing else: the request goes
 * through the connection over TLS. Rejects with a `PROXY_` code for everything that goes wrong here.
 */
export function openTunnel(options: TunnelOptions): Promise<Socket> {
  return options.logins.attempt(nameOfProxy(options.proxy), (login) => openWith(login, options))
}

function openWith(login: ProxyLogin | null, options: TunnelOptions): Promise<Socket> {
  const { proxy, logins, limitMs } = options
  const name = nameOfProxy(proxy)
  const request = askForTunnel(options, login === null ? {} : { 'proxy-authorization': basicHeader(login) })
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => request.destroy(networkError('PROXY_UNREACHABLE', name)), limitMs)
    request.once('error', (error) => {
      clearTimeout(limit)
      reject(networkError(isUntrusted(error) ? 'PROXY_CERTIFICATE' : 'PROXY_UNREACHABLE', name))
    })
    // Node reports any status of a CONNECT here.
    request.once('connect', (response, socket, head) => {
      clearTimeout(limit)
      // Bytes before our first one are not TLS of the server, so they are not the server's.
      if (response.statusCode === 200 && head.length === 0) return resolve(socket as Socket)
      socket.destroy()
      if (response.statusCode === 407 && offersBasic(authenticateOf(response))) logins.asked(name, login)
      reject(networkError(refusalOf(response), name))
    })
    request.end()
  })
}

function askForTunnel({ proxy, target, ca }: TunnelOptions, login: Readonly<Record<string, string>>): ClientRequest {
  const { host, port } = proxy
  const headers = { host: target, ...login }
  const common = { host, port, method: 'CONNECT', path: target, headers, agent: false } as const
  if (!proxy.isEncrypted) return httpRequest(common)
  // Node would check the proxy's certificate against the host header, which names the server. An address is no server name.
  return httpsRequest({ ...common, ca: [...ca], servername: isIP(host) === 0 ? host : '' })
}

function refusalOf(response: IncomingMessage): NetworkTrouble {
  if (response.statusCode !== 407) return 'PROXY_REFUSED'
  return offersBasic(authenticateOf(response)) ? 'PROXY_LOGIN' : 'PROXY_SIGN_IN'
}

/** Node joins several headers of this name with commas. */
function authenticateOf(response: IncomingMessage): string | undefined {
  return response.headers['proxy-authenticate']?.toString()
}
