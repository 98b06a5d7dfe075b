/** A host that exists nowhere: `.invalid` is reserved for this (RFC 6761). */
const NOWHERE = 'socks5://nowhere.invalid:9'

/**
 * Chromium's switches before it starts. They keep every part of it from turning a name or an address into a connection: prefetched names
 * and WebTransport pass neither the content security policy nor the request filter. The main process uses Node's network, which has
 * nothing to do with them. During development, Vite's server stays reachable.
 */
export function networkSwitches(devOrigin: string | null): Readonly<Record<string, string>> {
  const vite = devOrigin === null ? '' : `, EXCLUDE ${hostOf(devOrigin)}`
  return { 'host-resolver-rules': `MAP * ~NOTFOUND${vite}` }
}

/**
 * The proxy of the page's session. What would connect through it, such as WebRTC over TCP, reaches no host. By default Chromium asks no proxy
 * for this computer, so `<-loopback>` takes that exception back.
 */
export function proxyOf(devOrigin: string | null): { readonly proxyRules: string; readonly proxyBypassRules: string } {
  const vite = devOrigin === null ? '' : `,${new URL(devOrigin).host}`
  return { proxyRules: NOWHERE, proxyBypassRules: `<-loopback>${vite}` }
}

/** For WebRTC's own sockets: UDP only through a proxy, and ours is none. */
export const WEB_RTC_POLICY = 'disable_non_proxied_udp'

/** Without the brackets of IPv6, as Chromium compares it. */
function hostOf(origin: string): string {
  return new URL(origin).hostname.replaceAll(/[[\]]/g, '')
}
