import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../../electron/policy/policy-format.ts'

const parse = (value: unknown) => parsePolicy(JSON.stringify(value))

describe('parsePolicy', () => {
  it('reads a file with every field', () => {
    const file = {
      organisation: 'Example Ltd',
      workspaces: [{ name: 'Support', url: 'https://api.example.com/' }],
      allowedHosts: ['API.example.com', '*.example.org', 'api.example.net:8443'],
      settings: {
        lockAfterIdleMinutes: 5,
        lockWithSystem: true,
        notificationDetails: false,
        updates: true,
        closeToTray: false,
        startAtLogin: true,
      },
      updateFeed: 'https://updates.example.com/clarion',
      proxy: { mode: 'fixed', server: 'http://proxy.example.com:8080', bypass: ['*.internal', '10.0.0.0/8'] },
      caFile: '/etc/clarion/ca.pem',
    }
    expect(parse(file)).toEqual({
      ok: true,
      file: {
        ...file,
        workspaces: [{ name: 'Support', url: 'https://api.example.com' }],
        allowedHosts: ['api.example.com', '*.example.org', 'api.example.net:8443'],
      },
    })
  })

  it('reads an empty object and a file with a byte order mark', () => {
    const empty = { ok: true, file: { workspaces: [], settings: {}, proxy: { mode: 'system' } } }
    expect(parsePolicy('{}')).toEqual(empty)
    expect(parsePolicy('\uFEFF{}')).toEqual(empty)
  })

  it.each([{ mode: 'system' }, { mode: 'direct' }, { mode: 'script', url: 'http://pac.example.com/proxy.pac' }])(
    'reads the proxy %j',
    (proxy) => expect(parse({ proxy })).toMatchObject({ ok: true, file: { proxy } }),
  )

  it.each(['', '{', '{"settings":{"updates":fal', 'null,', '<html></html>', '\u0000\u0000'])(
    'refuses %j, which is no complete JSON',
    (text) => expect(parsePolicy(text)).toEqual({ ok: false, problem: { why: 'json' } }),
  )

  it.each([
    [{ allowedHost: ['api.example.com'] }, 'allowedHost'],
    [{ settings: { update: false } }, 'settings.update'],
    [{ workspaces: [{ name: 'a', url: 'https://a.example', apiKey: 'sk_live_1' }] }, 'workspaces[0].apiKey'],
    [{ proxy: { mode: 'direct', server: 'http://p' } }, 'proxy.server'],
  ])('refuses the unknown field of %j', (value, field) =>
    expect(parse(value)).toEqual({ ok: false, problem: { why: 'unknownField', field } }),
  )

  it.each([
    [null, ''],
    [[], ''],
    ['text', ''],
    [{ organisation: '' }, 'organisation'],
    [{ organisation: 7 }, 'organisation'],
    [{ workspaces: {} }, 'workspaces'],
    [{ workspaces: [{ name: 'a', url: 'http://api.example.com' }] }, 'workspaces[0].url'],
    [{ workspaces: [{ name: 'a', url: 'https://user:pw@api.example.com' }] }, 'workspaces[0].url'],
    [{ allowedHosts: 'api.example.com' }, 'allowedHosts'],
    [{ allowedHosts: ['https://api.example.com'] }, 'allowedHosts[0]'],
    [{ allowedHosts: ['*'] }, 'allowedHosts[0]'],
    [{ allowedHosts: ['a.example', 'api.*.com'] }, 'allowedHosts[1]'],
    [{ settings: { updates: 'no' } }, 'settings.updates'],
    [{ settings: { lockAfterIdleMinutes: 2 } }, 'settings.lockAfterIdleMinutes'],
    [{ settings: { lockAfterIdleMinutes: '5' } }, 'settings.lockAfterIdleMinutes'],
    [{ updateFeed: 'http://updates.example.com' }, 'updateFeed'],
    [{ updateFeed: 'https://user:pw@updates.example.com' }, 'updateFeed'],
    [{ proxy: { mode: 'manual' } }, 'proxy.mode'],
    [{ proxy: 'direct' }, 'proxy'],
    [{ proxy: { mode: 'fixed', server: 'http://user:pw@proxy.example.com' } }, 'proxy.server'],
    [{ proxy: { mode: 'fixed', server: 'http://a;direct://' } }, 'proxy.server'],
    [{ proxy: { mode: 'fixed', server: 'http://a:1', bypass: ['a,b'] } }, 'proxy.bypass[0]'],
    [{ proxy: { mode: 'script', url: 'data:text/plain,x' } }, 'proxy.url'],
    [{ caFile: 'ca.pem' }, 'caFile'],
  ])('refuses the value of %j', (value, field) =>
    expect(parse(value)).toEqual({ ok: false, problem: { why: 'wrongValue', field } }),
  )
})
