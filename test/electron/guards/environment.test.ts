import { describe, expect, it } from 'vitest'
import { keepTlsOn } from '../../../electron/guards/environment.ts'

describe('keepTlsOn', () => {
  it.each([
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_EXTRA_CA_CERTS',
    'NODE_OPTIONS',
    'SSLKEYLOGFILE',
    // Windows gives names in any capitals.
    'SslKeyLogFile',
    'node_tls_reject_unauthorized',
  ])('removes %s', (name) => {
    const env = { [name]: '0', PATH: '/bin' }
    keepTlsOn(env)
    expect(env).toEqual({ PATH: '/bin' })
  })

  it('leaves everything else', () => {
    const env = { PATH: '/bin', HTTPS_PROXY: 'http://proxy', NODE_ENV: 'test', CLARION_API_URL: 'https://api.example' }
    const before = { ...env }
    keepTlsOn(env)
    expect(env).toEqual(before)
  })
})
