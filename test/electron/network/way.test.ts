import { createServer, type AddressInfo } from 'node:net'
import { Headers } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeClient } from '../../../electron/api/client.ts'
import { makePool } from '../../../electron/network/connect.ts'
import { makeProxyLogins } from '../../../electron/network/proxy-logins.ts'
import { parseRoutes } from '../../../electron/network/routes.ts'
import { makeFetch } from '../../../electron/network/send-once.ts'
import { makeTrust, type Trust } from '../../../electron/network/trust.ts'
import { updateFailureOf } from '../../../electron/updates/update-problem.ts'
import { type HttpProxy, startHttpProxy } from '../../support/http-proxy.ts'
import { makeOwnCertificate } from '../../support/own-certificate.ts'
import { startTlsServer, type TlsServer } from './tls-server.ts'

/** A name that exists nowhere, so a direct connection to it fails. Only the proxy knows the way. */
const HOST = 'api.clarion.invalid'
const KEY = 'sk_live_0123456789abcdef'
const OK = { ok: true, value: { status: 200 } }

let server: TlsServer
let proxy: HttpProxy
beforeEach(async () => {
  server = await startTlsServer(HOST)
  proxy = await startHttpProxy(server.port)
})
afterEach(async () => {
  await Promise.all([server.close(), proxy.close()])
})

function failure(code: string) {
  return { ok: false, failure: { kind: 'unreachable', code } }
}

type Options = { readonly routes?: string; readonly trust?: Trust; readonly limitMs?: number }

function begin({ routes = `PROXY ${proxy.name}`, trust = makeTrust([server.cert], () => []), limitMs }: Options = {}) {
  const logins = makeProxyLogins(() => {})
  const pool = makePool(parseRoutes(routes), { trust, logins, ...(limitMs !== undefined && { limitMs }) })
  const client = makeClient({ fetch: makeFetch(async () => pool), Headers, now: Date.now })
  const send = (method: 'GET' | 'POST' = 'GET') =>
    client({ baseUrl: `https://${HOST}`, apiKey: KEY }, { method, path: '/conversations' })
  /** As the updater asks. */
  const update = (): Promise<unknown> =>
    makeFetch(async () => pool)(`https://${HOST}/latest.yml`).then(() => null, updateFailureOf)
  return { logins, send, update }
}

async function unusedPort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => listener.close(resolve))
  return port
}

describe('a request through a proxy', () => {
  it('arrives, and the proxy sees the host and nothing of the request', async () => {
    const { send } = begin()
    expect(await send('POST')).toMatchObject(OK)
    expect(server.received).toEqual([`Bearer ${KEY}`])
    expect(proxy.asked).toEqual([{ method: 'CONNECT', target: `${HOST}:443`, login: null }])
    expect(proxy.bytes()).toContain('CONNECT')
    expect(proxy.bytes()).not.toContain(KEY)
    expect(proxy.bytes()).not.toContain('/conversations')
  })

  it('asks for the login, and arrives with it', async () => {
    proxy.login = 'anna:secret'
    const { logins, send } = begin()
    expect(await send()).toEqual(failure('PROXY_LOGIN'))
    expect(logins.question()).toEqual({ proxy: proxy.name, isWrong: false })
    logins.answer(proxy.name, { name: 'anna', password: 'wrong' })
    expect(await send()).toEqual(failure('PROXY_LOGIN'))
    expect(logins.question()).toEqual({ proxy: proxy.name, isWrong: true })
    // A wrong password is tried once, because many of them lock an account.
    expect(await send()).toEqual(failure('PROXY_LOGIN'))
    expect(proxy.asked.map(({ login }) => login)).toEqual([null, 'anna:wrong', null])
    logins.answer(proxy.name, { name: 'anna', password: 'secret' })
    expect(await send()).toMatchObject(OK)
    expect(server.received).toHaveLength(1)
  })

  it('names the proxy to the updater, whatever the proxy does', async () => {
    const failed = (trouble: string, name: string): object => ({ problem: 'proxy', trouble, proxy: name })
    proxy.login = 'anna:secret'
    expect(await begin().update()).toEqual(failed('PROXY_LOGIN', proxy.name))
    for (const [manner, trouble] of [
      ['refuse', 'PROXY_REFUSED'],
      ['ntlm', 'PROXY_SIGN_IN'],
    ] as const) {
      proxy.manner = manner
      expect(await begin().update()).toEqual(failed(trouble, proxy.name))
    }
    const unused = `127.0.0.1:${String(await unusedPort())}`
    expect(await begin({ routes: `PROXY ${unused}` }).update()).toEqual(failed('PROXY_UNREACHABLE', unused))
  })

  it.each([
    ['refuse', 'PROXY_REFUSED'],
    ['ntlm', 'PROXY_SIGN_IN'],
  ] as const)('fails when the proxy does this: %s', async (manner, code) => {
    proxy.manner = manner
    const { logins, send } = begin({ routes: `PROXY ${proxy.name}; DIRECT` })
    expect(await send('POST')).toEqual(failure(code))
    expect([logins.question(), server.received]).toEqual([null, []])
  })

  it('sends nothing to a page that the proxy answers with', async () => {
    proxy.manner = 'html'
    expect(await begin().send('POST')).toMatchObject({ ok: false })
    expect(server.received).toEqual([])
    expect(proxy.bytes()).not.toContain(KEY)
  })

  it('does not connect directly when the proxy can’t be reached', async () => {
    const { send } = begin({ routes: `PROXY 127.0.0.1:${String(await unusedPort())}` })
    expect(await send('POST')).toEqual(failure('PROXY_UNREACHABLE'))
    expect(server.received).toEqual([])
  })

  it('does not wait for ever for a proxy that says nothing', async () => {
    proxy.manner = 'silent'
    expect(await begin({ limitMs: 200 }).send()).toEqual(failure('PROXY_UNREACHABLE'))
  })

  it('takes the next proxy of the system’s list when the first can’t be reached', async () => {
    const { send } = begin({
      routes: `SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${String(await unusedPort())}; PROXY ${proxy.name}`,
    })
    expect(await send()).toMatchObject(OK)
  })

  it('fails with a kind of proxy that it can’t use', async () => {
    expect(await begin({ routes: 'SOCKS5 127.0.0.1:1' }).send()).toEqual(failure('PROXY_UNSUPPORTED'))
  })

  it('reaches the proxy over TLS if the system says so, and only a trusted one', async () => {
    const own = makeOwnCertificate('127.0.0.1')
    const encrypted = await startHttpProxy(server.port, own)
    try {
      const routes = `HTTPS localhost:${String(encrypted.port)}`
      expect(await begin({ routes }).send()).toEqual(failure('PROXY_CERTIFICATE'))
      const local = makeOwnCertificate('localhost')
      const trusted = await startHttpProxy(server.port, local)
      const trust = makeTrust([server.cert, local.cert], () => [])
      const { send } = begin({ routes: `HTTPS localhost:${String(trusted.port)}`, trust })
      expect(await send()).toMatchObject(OK)
      expect(trusted.asked).toHaveLength(1)
      await trusted.close()
    } finally {
      await encrypted.close()
    }
  })
})

describe('the certificate of a server', () => {
  it.each([
    ['of the policy', () => makeTrust([server.cert], () => [])],
    ['of the system', () => makeTrust([], () => [server.cert])],
  ])('is accepted when its issuer is one %s', async (_name, trust) => {
    expect(await begin({ trust: trust() }).send('POST')).toMatchObject(OK)
    expect(server.received).toHaveLength(1)
  })

  it('is refused when nobody knows its issuer, before anything is sent', async () => {
    const { send } = begin({ trust: makeTrust([], () => [makeOwnCertificate(HOST).cert]) })
    expect(await send('POST')).toEqual(failure('DEPTH_ZERO_SELF_SIGNED_CERT'))
    expect(server.received).toEqual([])
  })

  it('is refused when it is another host’s', async () => {
    const other = await startTlsServer('other.clarion.invalid')
    const toOther = await startHttpProxy(other.port)
    try {
      const trust = makeTrust([other.cert], () => [])
      const outcome = await begin({ routes: `PROXY ${toOther.name}`, trust }).send('POST')
      expect(outcome).toEqual(failure('ERR_TLS_CERT_ALTNAME_INVALID'))
      expect(other.received).toEqual([])
    } finally {
      await Promise.all([other.close(), toOther.close()])
    }
  })
})
