import type { ProxyPolicy } from '../policy/policy.ts'
import { networkError } from './network-error.ts'
import { DIRECT, isOnThisComputer, parseRoutes, type Route } from './routes.ts'

/** The part of a Chromium session that finds proxies. It connects to nothing. */
export interface ProxySession {
  setProxy(config: {
    readonly mode?: 'system' | 'direct' | 'fixed_servers' | 'pac_script'
    readonly proxyRules?: string
    readonly proxyBypassRules?: string
    readonly pacScript?: string
  }): Promise<void>
  resolveProxy(url: string): Promise<string>
}

export type LookupParts = {
  readonly policy: ProxyPolicy
  /** Called at the first request to another computer. */
  readonly session: () => Promise<ProxySession>
  /** The address of the system's script; null when it has none. */
  readonly findScript: () => Promise<string | null>
  readonly loadScript: (address: string) => Promise<string | null>
  /** The IPv4 addresses of a host; empty when there are none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** ms of a clock that only moves forward. */
  readonly now: () => number
}

export type ProxyLookup = (url: URL) => Promise<readonly Route[]>

/** A script is loaded again after this long, ms: users change networks without restarting the app. */
const SCRIPT_AGE_MS = 5 * 60_000

type ProxyConfig = Parameters<ProxySession['setProxy']>[0]

/** Finds the routes to a server. A server on this computer is always reached directly. */
export function makeProxyLookup(parts: LookupParts): ProxyLookup {
  let applied = ''
  let script: { readonly text: string | null; readonly at: number } | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function currentScript(): Promise<string | null> {
    if (script !== null && parts.now() - script.at < SCRIPT_AGE_MS) return script.text
    const address = parts.policy.mode === 'script' ? parts.policy.url : await parts.findScript()
    const text = address === null ? null : await parts.loadScript(address)
    script = { text, at: parts.now() }
    return text
  }

  async function configFor(host: string): Promise<ProxyConfig> {
    const { policy } = parts
    if (policy.mode === 'fixed') return fixedConfig(policy)
    const text = await currentScript()
    if (text !== null)
      return { mode: 'pac_script', pacScript: dataUrl(withAddresses(text, host, await parts.resolve(host))) }
    if (policy.mode === 'script') {
      script = null
      throw networkError('PROXY_SCRIPT')
    }
    // As every browser does when it can't load the system's script, for example away from the office.
    return { mode: 'system' }
  }

  async function find(url: URL): Promise<readonly Route[]> {
    const config = await configFor(url.hostname)
    const session = await parts.session()
    if (applied !== JSON.stringify(config)) await session.setProxy(config)
    applied = JSON.stringify(config)
    const routes = parseRoutes(await session.resolveProxy(`${url.origin}/`))
    // A script that is broken names no route, and that must not lead to a direct connection.
    if (routes.length === 0) throw networkError('PROXY_SCRIPT')
    return routes
  }

  return async (url) => {
    if (isOnThisComputer(url.hostname) || parts.policy.mode === 'direct') return [DIRECT]
    // One after another, because the session holds one configuration.
    const found = last.then(() => find(url))
    last = found.catch(() => null)
    return await found
  }
}

function fixedConfig({ server, bypass }: Extract<ProxyPolicy, { mode: 'fixed' }>): ProxyConfig {
  return { mode: 'fixed_servers', proxyRules: server, proxyBypassRules: bypass.join(',') }
}

function dataUrl(script: string): string {
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script, 'utf8').toString('base64')}`
}

/** Chromium resolves no name for the script, so the script is told the addresses of the host that is asked for. */
export function withAddresses(script: string, host: string, addresses: readonly string[]): string {
  const known = JSON.stringify([...addresses].sort()[0] ?? null)
  return `${script}
;dnsResolve = function (name) { return name === ${JSON.stringify(host)} ? ${known} : /^[0-9.]+$/.test(name) ? name : null; };
isResolvable = function (name) { return dnsResolve(name) !== null; };
`
}
