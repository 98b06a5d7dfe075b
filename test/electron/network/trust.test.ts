import { rootCertificates } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { makeTrust, splitPem, systemCertificates } from '../../../electron/network/trust.ts'
import { makeOwnCertificate } from '../../support/own-certificate.ts'

const { cert } = makeOwnCertificate()

describe('systemCertificates', () => {
  it('reads the first bundle of Linux that has certificates', () => {
    const files: Record<string, string> = {
      '/etc/pki/tls/certs/ca-bundle.crt': `# x\n${cert}text${cert}`,
      '/etc/ssl/cert.pem': '',
    }
    const read = (path: string): string => {
      const text = files[path]
      if (text === undefined) throw new Error('ENOENT')
      return text
    }
    expect(systemCertificates('linux', read)).toEqual([cert.trim(), cert.trim()])
    delete files['/etc/pki/tls/certs/ca-bundle.crt']
    expect(systemCertificates('linux', read)).toEqual([])
  })
})

it('splitPem leaves out everything but whole certificates', () => {
  expect(
    splitPem(`-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----\n${cert}-----BEGIN CERTIFICATE-----\nAA`),
  ).toEqual([cert.trim()])
})

describe('makeTrust', () => {
  it('uses Node’s own store until there is more to trust', () => {
    const trust = makeTrust([], () => [cert])
    expect(trust.context()).toBeUndefined()
    expect(trust.learnSystem()).toBe(true)
    expect(trust.context()).toBe(trust.context())
    expect(trust.certificates()).toEqual([...rootCertificates, cert])
  })

  it('reads the system’s once, and says whether there is more', () => {
    let reads = 0
    const trust = makeTrust([cert], () => {
      reads += 1
      return []
    })
    expect([trust.learnSystem(), trust.learnSystem(), reads]).toEqual([false, false, 1])
    expect(trust.certificates()).toContain(cert)
  })
})
