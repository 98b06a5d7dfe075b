import { lookup } from 'node:dns/promises'
import type { Dispatcher } from 'undici'
import parts from 'undici/lib/web/fetch/headers.js'
import type { ProxyPolicy } from '../policy/policy.ts'
import { makePool } from './connect.ts'
import { loadScript } from './load-script.ts'
import { makeProxyLookup, type ProxySession } from './proxy-lookup.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import { keyOfRoutes } from './routes.ts'
import { makeFetch } from './send-once.ts'
import { findSystemScript, runProgram } from './system-script.ts'
import { makeTrust, systemCertificates } from './trust.ts'

export type NetworkParts = {
  readonly proxy: ProxyPolicy
  /** PEM certificates of the policy. */
  readonly certificates: readonly string[]
  readonly logins: ProxyLogins
  readonly session: () => Promise<ProxySession>
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * The `fetch` of all requests to servers. It is loaded at the first request, because it takes tens of milliseconds. A changed proxy is used
 * for the next request, and connections through the old one end when they are idle.
 */
export function openNetwork(given: NetworkParts): typeof globalThis.fetch {
  const { proxy, certificates, logins, session, platform, env } = given
  const trust = makeTrust(certificates, () => systemCertificates(platform))
  const routesTo = makeProxyLookup({
    policy: proxy,
    session,
    findScript: () => findSystemScript(platform, env, runProgram),
    loadScript: (address) => loadScript(address, trust.certificates()),
    resolve: addressesOf,
    now: () => performance.now(),
  })
  const pools = new Map<string, Dispatcher>()
  return makeFetch(async (url) => {
    const routes = await routesTo(url)
    const key = keyOfRoutes(routes)
    const pool = pools.get(key) ?? makePool(routes, { trust, logins })
    pools.set(key, pool)
    return pool
  })
}

async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    const found = await lookup(host, { all: true, family: 4 })
    return found.map(({ address }) => address)
  } catch {
    return []
  }
}

export const { Headers } = parts
