import type { Socket } from 'node:net'
import type { Agent as Pool, buildConnector } from 'undici'
import connector from 'undici/lib/core/connect.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import { hasUnknownIssuer } from './certificate-codes.ts'
import { networkError } from './network-error.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import type { Route } from './routes.ts'
import type { Trust } from './trust.ts'
import { openTunnel } from './tunnel.ts'

export type ConnectParts = { readonly trust: Trust; readonly logins: ProxyLogins; readonly limitMs?: number }

/** For each connection on the way, ms. */
const CONNECT_LIMIT_MS = 10_000

type Connector = buildConnector.connector
type Target = buildConnector.Options

/**
 * A pool whose connections take one of these routes. The first that leads to the server is taken. A route is left only when there is no
 * connection to its proxy; a proxy that refuses has decided. Everything here happens before a request is written.
 */
export function makePool(routes: readonly Route[], parts: ConnectParts): Pool {
  return new Agent({
    connect: (target, answer) => {
      connectThroughAny(routes, target, parts).then(
        (socket) => answer(null, socket),
        (error: unknown) => answer(error instanceof Error ? error : new Error('unknown', { cause: error }), null),
      )
    },
  })
}

async function connectThroughAny(routes: readonly Route[], target: Target, parts: ConnectParts): Promise<Socket> {
  let failure: unknown = networkError('PROXY_SCRIPT')
  for (const route of routes) {
    try {
      return await connectTrusting(route, target, parts)
    } catch (error) {
      // A kind of proxy that can't be used is as good as one that can't be reached.
      if (!isWayClosed(error)) throw error
      failure = error
    }
  }
  throw failure
}

function isWayClosed(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'PROXY_UNREACHABLE' || code === 'PROXY_UNSUPPORTED'
}

/** A certificate with an unknown issuer gets a second look with the system's certificates. */
async function connectTrusting(route: Route, target: Target, parts: ConnectParts): Promise<Socket> {
  try {
    return await connectOnce(route, target, parts)
  } catch (error) {
    const isUnknown = hasUnknownIssuer(error) || isProxyUntrusted(error)
    if (!isUnknown || !parts.trust.learnSystem()) throw error
    return await connectOnce(route, target, parts)
  }
}

function isProxyUntrusted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'PROXY_CERTIFICATE'
}

async function connectOnce(route: Route, target: Target, { trust, logins, limitMs }: ConnectParts): Promise<Socket> {
  const timeout = limitMs ?? CONNECT_LIMIT_MS
  if (route.kind === 'unsupported') throw networkError('PROXY_UNSUPPORTED')
  // Only requests to this computer are not encrypted, and they take no proxy.
  if (route.kind === 'proxy' && target.protocol !== 'https:') throw networkError('PROXY_UNSUPPORTED')
  const secureContext = trust.context()
  const connect = connector({ timeout, ...(secureContext && { secureContext }) })
  if (route.kind === 'direct') return await socketOf(connect, target)
  const { hostname, port } = target
  const ca = trust.certificates()
  const address = `${hostname}:${port === '' ? '443' : port}`
  const httpSocket = await openTunnel({ proxy: route, target: address, logins, ca, limitMs: timeout })
  return await socketOf(connect, { ...target, httpSocket })
}

function socketOf(connect: Connector, target: Target): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connect(target, (...[error, socket]) => (error === null ? resolve(socket) : reject(error)))
  })
}
