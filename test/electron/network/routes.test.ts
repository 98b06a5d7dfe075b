import { describe, expect, it } from 'vitest'
import { isOnThisComputer, keyOfRoutes, nameOfProxy, parseRoutes } from '../../../electron/network/routes.ts'

const proxy = (host: string, port: number, isEncrypted = false) => ({ kind: 'proxy', isEncrypted, host, port })

describe('parseRoutes', () => {
  it.each([
    ['DIRECT', [{ kind: 'direct' }]],
    ['PROXY p.example:8080', [proxy('p.example', 8_080)]],
    ['proxy p.example', [proxy('p.example', 80)]],
    ['HTTPS p.example', [proxy('p.example', 443, true)]],
    ['PROXY [::1]:3128', [proxy('::1', 3_128)]],
    [' PROXY a:1 ; HTTPS b:2;DIRECT;', [proxy('a', 1), proxy('b', 2, true), { kind: 'direct' }]],
    ['SOCKS5 s:1080', [{ kind: 'unsupported' }]],
    ['QUIC q:443; PROXY a:1', [{ kind: 'unsupported' }, proxy('a', 1)]],
    ['PROXY', [{ kind: 'unsupported' }]],
    ['PROXY a:0', [{ kind: 'unsupported' }]],
    ['PROXY a:99999', [{ kind: 'unsupported' }]],
    ['PROXY user@a:80', [{ kind: 'unsupported' }]],
    ['', []],
    [' ; ', []],
  ])('of %j is %j', (answer, routes) => expect(parseRoutes(answer)).toEqual(routes))
})

it('names and keys tell proxies apart', () => {
  const [plain, encrypted] = parseRoutes('PROXY [fe80::1]:1; HTTPS a:2')
  expect(plain?.kind === 'proxy' && nameOfProxy(plain)).toBe('[fe80::1]:1')
  expect(encrypted?.kind === 'proxy' && nameOfProxy(encrypted)).toBe('a:2')
  expect(keyOfRoutes(parseRoutes('HTTPS a:2; DIRECT'))).not.toBe(keyOfRoutes(parseRoutes('PROXY a:2; DIRECT')))
})

it.each([
  ['http://127.0.0.1:80', true],
  ['http://127.1:80', true],
  ['http://localhost:80', true],
  ['http://api.localhost', true],
  ['http://[::1]:80', true],
  ['https://localhost.example.com', false],
  ['https://127.0.0.1.example.com', false],
  ['https://api.example.com', false],
  ['http://10.0.0.1', false],
])('isOnThisComputer of %s is %s', (address, expected) =>
  expect(isOnThisComputer(new URL(address).hostname)).toBe(expected),
)
