/**
 * The codes of an `unreachable` failure that come from a proxy on the way to the server. All begin with `PROXY_`, and all mean that no
 * request was sent.
 */
export const NETWORK_TROUBLES = [
  /** The proxy asks for a name and a password, and there are none, or they are wrong. */
  'PROXY_LOGIN',
  /** The proxy only accepts a sign-in that this app doesn't support, such as NTLM or Kerberos. */
  'PROXY_SIGN_IN',
  /** No connection to the proxy. */
  'PROXY_UNREACHABLE',
  /** The proxy answered, but did not open a connection to the server. */
  'PROXY_REFUSED',
  /** The proxy's own certificate is not trusted. */
  'PROXY_CERTIFICATE',
  /** A kind of proxy that this app can't use. */
  'PROXY_UNSUPPORTED',
  /** The proxy script of the policy can't be loaded, or it is broken. */
  'PROXY_SCRIPT',
] as const

export type NetworkTrouble = (typeof NETWORK_TROUBLES)[number]

/** Null for a code that has another cause. */
export function networkTroubleOf(code: string): NetworkTrouble | null {
  return NETWORK_TROUBLES.find((trouble) => trouble === code) ?? null
}

/** A proxy that waits for a name and a password. `isWrong`: it has refused the ones that were entered. */
export type ProxyQuestion = { readonly proxy: string; readonly isWrong: boolean }
