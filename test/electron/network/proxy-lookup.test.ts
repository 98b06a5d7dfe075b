import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { type LookupParts, makeProxyLookup, withAddresses } from '../../../electron/network/proxy-lookup.ts'

const SERVER = new URL('https://api.example.com/v1/conversations?limit=1')
const SCRIPT = 'function FindProxyForURL(url, host) { return "PROXY script:1" }'
const PROXY_A = { kind: 'proxy', isEncrypted: false, host: 'a', port: 1 }

/** A session that answers `answer` and records how it was configured. */
function begin(more: Partial<LookupParts> = {}, answer = 'PROXY a:1') {
  const seen = { answer, configs: [] as unknown[], urls: [] as string[], opened: 0, now: 0, loads: 0 }
  const lookup = makeProxyLookup({
    policy: { mode: 'system' },
    session: async () => {
      seen.opened += 1
      return {
        setProxy: async (config) => void seen.configs.push(config),
        resolveProxy: async (url) => {
          seen.urls.push(url)
          return seen.answer
        },
      }
    },
    findScript: async () => null,
    loadScript: async () => {
      seen.loads += 1
      return null
    },
    resolve: async () => [],
    now: () => seen.now,
    ...more,
  })
  return { seen, lookup }
}

function scriptIn(config: unknown): string {
  const { pacScript } = config as { readonly pacScript: string }
  return Buffer.from(pacScript.split(',')[1] ?? '', 'base64').toString('utf8')
}

describe('the lookup of proxies', () => {
  it('asks the system about the server alone, without the path', async () => {
    const { seen, lookup } = begin()
    expect(await lookup(SERVER)).toEqual([PROXY_A])
    expect([seen.configs, seen.urls]).toEqual([[{ mode: 'system' }], ['https://api.example.com/']])
  })

  it('takes a changed proxy for the next request', async () => {
    const { seen, lookup } = begin()
    await lookup(SERVER)
    seen.answer = 'DIRECT'
    expect(await lookup(SERVER)).toEqual([{ kind: 'direct' }])
    expect(seen.configs).toHaveLength(1)
  })

  it.each(['http://127.0.0.1:4010/x', 'http://localhost:1/', 'http://[::1]:2/'])(
    'reaches %s directly, and opens no session for it',
    async (address) => {
      const { seen, lookup } = begin()
      expect(await lookup(new URL(address))).toEqual([{ kind: 'direct' }])
      expect(seen.opened).toBe(0)
    },
  )

  it('takes no proxy when the policy says so', async () => {
    const { seen, lookup } = begin({ policy: { mode: 'direct' } })
    expect(await lookup(SERVER)).toEqual([{ kind: 'direct' }])
    expect(seen.opened).toBe(0)
  })

  it('gives the proxy of the policy to the session, with its exceptions', async () => {
    const { seen, lookup } = begin({ policy: { mode: 'fixed', server: 'http://a:1', bypass: ['*.internal', '10.*'] } })
    await lookup(SERVER)
    expect(seen.configs).toEqual([
      { mode: 'fixed_servers', proxyRules: 'http://a:1', proxyBypassRules: '*.internal,10.*' },
    ])
  })

  it('runs the system’s script, which knows the address of the server', async () => {
    const { seen, lookup } = begin({
      findScript: async () => 'http://pac.example/proxy.pac',
      loadScript: async (address) => (address === 'http://pac.example/proxy.pac' ? SCRIPT : null),
      resolve: async (host) => (host === 'api.example.com' ? ['10.1.2.4', '10.1.2.3'] : []),
    })
    await lookup(SERVER)
    expect(seen.configs).toMatchObject([{ mode: 'pac_script' }])
    expect(scriptIn(seen.configs[0])).toContain(SCRIPT)
    expect(scriptIn(seen.configs[0])).toContain('"10.1.2.3"')
  })

  it('loads the script once in five minutes', async () => {
    let loads = 0
    const loadScript = async () => {
      loads += 1
      return SCRIPT
    }
    const { seen, lookup } = begin({ findScript: async () => 'http://pac.example/', loadScript })
    await Promise.all([lookup(SERVER), lookup(SERVER)])
    seen.now = 299_000
    await lookup(SERVER)
    expect(loads).toBe(1)
    seen.now = 301_000
    await lookup(SERVER)
    expect([loads, seen.configs.length]).toEqual([2, 1])
  })

  it('does as browsers do when the system’s script can’t be loaded', async () => {
    const { seen, lookup } = begin({ findScript: async () => 'http://pac.example/' })
    await lookup(SERVER)
    expect([seen.loads, seen.configs]).toEqual([1, [{ mode: 'system' }]])
  })

  it('fails when the policy’s script can’t be loaded, and tries it again at the next request', async () => {
    const { seen, lookup } = begin({ policy: { mode: 'script', url: 'http://pac.example/' } })
    await expect(lookup(SERVER)).rejects.toMatchObject({ code: 'PROXY_SCRIPT' })
    await expect(lookup(SERVER)).rejects.toMatchObject({ code: 'PROXY_SCRIPT' })
    expect([seen.loads, seen.opened]).toEqual([2, 0])
  })

  it('fails when a script names no route', async () => {
    const { lookup } = begin({}, '')
    await expect(lookup(SERVER)).rejects.toMatchObject({ code: 'PROXY_SCRIPT' })
  })
})

describe('withAddresses', () => {
  const run = (expression: string): unknown =>
    runInNewContext(`${withAddresses('var before = 1', 'api.example.com', ['10.1.2.3'])}\n${expression}`)

  it.each([
    ['dnsResolve("api.example.com")', '10.1.2.3'],
    ['dnsResolve("192.168.0.1")', '192.168.0.1'],
    ['dnsResolve("other.example.com")', null],
    ['isResolvable("api.example.com")', true],
    ['isResolvable("other.example.com")', false],
  ])('answers %s with %s', (expression, value) => expect(run(expression)).toBe(value))
})
