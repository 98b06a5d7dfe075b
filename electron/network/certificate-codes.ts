/** Nobody whom this app trusts has signed the certificate. The system or the policy may know the one who has. */
const UNKNOWN_ISSUER: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
])

function codeIn(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

export function hasUnknownIssuer(error: unknown): boolean {
  return UNKNOWN_ISSUER.has(codeIn(error))
}

/** Any reason not to trust a certificate: unknown, expired, of another host. */
export function isUntrusted(error: unknown): boolean {
  const code = codeIn(error)
  return UNKNOWN_ISSUER.has(code) || code.startsWith('CERT_') || code === 'ERR_TLS_CERT_ALTNAME_INVALID'
}
