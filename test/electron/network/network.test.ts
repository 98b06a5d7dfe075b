import { afterEach, describe, expect, it } from 'vitest'
import { makeNetwork } from '../../../electron/network/network.ts'
import { makePolicy } from '../../../electron/policy/policy.ts'
import { policyFile } from '../../../electron/policy/policy-format.ts'
import { type HttpProxy, startHttpProxy } from '../../support/http-proxy.ts'
import { startTlsServer, type TlsServer } from './tls-server.ts'

const HOST = 'api.clarion.invalid'
const ACCOUNT = { baseUrl: `https://${HOST}`, apiKey: 'sk_live_1' }
const GET = { method: 'GET', path: '/conversations' } as const

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function begin(file: object) {
  const server: TlsServer = await startTlsServer(HOST)
  const proxy: HttpProxy = await startHttpProxy(server.port)
  open.push(server, proxy)
  const told: string[] = []
  const logged: unknown[] = []
  const system = { answer: `PROXY ${proxy.name}` }
  const network = makeNetwork({
    policy: makePolicy({ state: 'valid', file: policyFile.parse(file), certificates: [server.cert] }),
    session: async () => ({ setProxy: async () => {}, resolveProxy: async () => system.answer }),
    platform: 'linux',
    env: {},
    onQuestion: () => void told.push('question'),
    onAnswer: () => void told.push('answer'),
    now: () => 0,
    log: (event, facts) => void logged.push([event, facts]),
  })
  return { server, proxy, network, told, logged, system }
}

describe('the network', () => {
  it('sends nothing to a server that the policy forbids', async () => {
    const { network, proxy } = await begin({ allowedHosts: ['other.example.com'] })
    expect(await network.client(ACCOUNT, GET)).toEqual({
      ok: false,
      failure: { kind: 'unreachable', code: 'HOST_NOT_ALLOWED' },
    })
    expect(proxy.asked).toEqual([])
  })

  it('asks the window once for a login, and logs no name and no password', async () => {
    const { network, proxy, told, logged } = await begin({})
    proxy.login = 'anna:secret'
    expect(await network.bridge.readProxyQuestion({})).toEqual({ ok: true, value: null })
    await Promise.all([network.client(ACCOUNT, GET), network.client(ACCOUNT, GET)])
    expect(told).toEqual(['question'])
    expect(await network.bridge.readProxyQuestion({})).toEqual({
      ok: true,
      value: { proxy: proxy.name, isWrong: false },
    })
    const login = { name: 'anna', password: 'secret' }
    expect(await network.bridge.answerProxyQuestion({ proxy: 'evil:1', ...login })).toMatchObject({ ok: false })
    expect(await network.bridge.answerProxyQuestion({ proxy: proxy.name, ...login })).toMatchObject({ ok: true })
    expect(told).toEqual(['question', 'question', 'answer'])
    expect(await network.client(ACCOUNT, GET)).toMatchObject({ ok: true })
    expect(JSON.stringify(logged)).not.toMatch(/anna|secret/)
  })

  it('uses a proxy that was changed meanwhile', async () => {
    const { network, proxy, server, system } = await begin({})
    const next = await startHttpProxy(server.port)
    open.push(next)
    expect(await network.client(ACCOUNT, GET)).toMatchObject({ ok: true })
    system.answer = `PROXY ${next.name}`
    expect(await network.client(ACCOUNT, GET)).toMatchObject({ ok: true })
    expect([proxy.asked.length, next.asked.length]).toEqual([1, 1])
  })

  it('goes directly only when the system says so, and never through a proxy to this computer', async () => {
    const { network, proxy, server, system } = await begin({})
    system.answer = 'DIRECT'
    expect(await network.client(ACCOUNT, GET)).toMatchObject({ ok: false, failure: { code: 'ENOTFOUND' } })
    system.answer = `PROXY ${proxy.name}`
    const local = { baseUrl: `https://127.0.0.1:${String(server.port)}`, apiKey: 'sk_live_1' }
    expect(await network.client(local, GET)).toMatchObject({ failure: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } })
    expect(proxy.asked).toEqual([])
  })
})
