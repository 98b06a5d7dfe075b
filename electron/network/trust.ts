import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import * as tls from 'node:tls'

/**
 * Whom a connection trusts: the certificates that come with the app, those of the policy, and those of the system. The system's are read
 * when a server's certificate has an unknown issuer, because reading them can take long and most computers never need them.
 */
export interface Trust {
  /** Undefined for the certificates of the app alone, which Node keeps ready. */
  context(): SecureContext | undefined
  /** For a connection without a context. */
  certificates(): readonly string[]
  /** False when there is nothing more to trust. */
  learnSystem(): boolean
}

/** `ofPolicy`: PEM certificates. `ofSystem` must not throw. */
export function makeTrust(ofPolicy: readonly string[], ofSystem: () => readonly string[]): Trust {
  let more = ofPolicy
  let isSystemKnown = false
  let context: SecureContext | undefined
  const certificates = (): readonly string[] => [...rootCertificates, ...more]
  return {
    certificates,
    context() {
      if (more.length === 0) return undefined
      return (context ??= createSecureContext({ ca: [...certificates()] }))
    },
    learnSystem() {
      if (isSystemKnown) return false
      isSystemKnown = true
      const found = ofSystem()
      if (found.length === 0) return false
      more = [...ofPolicy, ...found]
      context = undefined
      return true
    },
  }
}

/** Where the distributions of Linux keep the bundle that their administrators change. The same list as Go's. */
const LINUX_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/**
 * The certificates that this system trusts; none when they can't be read. On Linux not by Node, which looks where `SSL_CERT_FILE` says: the
 * environment must not add trust.
 */
export function systemCertificates(
  platform: string,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): readonly string[] {
  if (platform === 'linux') return firstBundle(read)
  try {
    // Since Node 22.15. Older ones, which no release uses, don't know the system's.
    return 'getCACertificates' in tls ? listSystem(tls) : []
  } catch {
    return []
  }
}

function listSystem(node: object): readonly string[] {
  const { getCACertificates } = node as { getCACertificates: (kind: 'system') => string[] }
  return getCACertificates('system')
}

function firstBundle(read: (path: string) => string): readonly string[] {
  for (const path of LINUX_BUNDLES) {
    try {
      const found = splitPem(read(path))
      if (found.length > 0) return found
    } catch {
      // The next distribution's place.
    }
  }
  return []
}

/** The certificates of a PEM file, one by one. Everything between them is left out. */
export function splitPem(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
}
