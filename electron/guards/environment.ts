/**
 * Variables that switch off the checking of certificates, trust more of them, write the secrets of connections to a file, or pass options
 * that do so to the runtime.
 */
const REMOVED: readonly string[] = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
  'SSLKEYLOGFILE',
]

/**
 * Removes what would weaken TLS. Must run before anything connects. Node asks for the first at each connection, Chromium for the last when
 * its network starts. Node reads the other two before our code: a fuse of the package makes it ignore them, and removing them here keeps
 * them from other programs that the app starts.
 */
export function keepTlsOn(env: Record<string, string | undefined>): void {
  // Windows does not distinguish capitals in names.
  for (const name of Object.keys(env)) if (REMOVED.includes(name.toUpperCase())) delete env[name]
}
