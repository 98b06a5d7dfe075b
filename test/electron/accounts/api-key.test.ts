import { describe, expect, it } from 'vitest'
import { isApiKey, makeKeyVault, type SealedKey } from '../../../electron/accounts/api-key.ts'
import { type Keyring, makeKeyring, makeVault } from '../fake-keyring.ts'

const API_KEY = 'sk_live_0123456789'
const LINUX_BACKENDS = [undefined, 'unknown', 'basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']
const BROKEN: readonly Keyring['broken'][] = [
  [],
  ['load'],
  ['isEncryptionAvailable'],
  ['encryptString'],
  ['decryptString'],
]

type Case = { readonly platform: string; readonly keyring: Keyring; readonly isReal: boolean }

/** Every platform × backend × availability × prefix × failing call. */
const CASES: readonly Case[] = ['darwin', 'win32', 'linux'].flatMap((platform) =>
  (platform === 'linux' ? LINUX_BACKENDS : [undefined]).flatMap((backend) =>
    [true, false].flatMap((isAvailable) =>
      ['v10', 'v11'].flatMap((prefix) =>
        BROKEN.map((broken) => ({
          platform,
          keyring: makeKeyring({ isAvailable, prefix, broken, ...(backend === undefined ? {} : { backend }) }),
          isReal:
            isAvailable &&
            broken.length === 0 &&
            (platform !== 'linux' || (prefix === 'v11' && backend !== 'basic_text')),
        })),
      ),
    ),
  ),
)

describe('KeyVault.seal', () => {
  it.each(CASES)('seals only with a real keyring on $platform: $keyring', ({ platform, keyring, isReal }) => {
    const vault = makeVault(keyring, platform)
    const sealed = vault.seal(API_KEY)
    expect(sealed !== null).toBe(isReal)
    if (sealed === null) return
    expect(sealed).toMatchObject({ v: 1, createdAt: 1_700_000_000_000 })
    expect(Buffer.from(sealed.ciphertext, 'base64').toString()).not.toContain(API_KEY)
    expect(vault.open(sealed)).toBe(API_KEY)
  })

  it.each([
    ['darwin', undefined, 'keychain'],
    ['win32', undefined, 'dpapi'],
    ['linux', undefined, 'unknown'],
    ['linux', 'kwallet6', 'kwallet6'],
  ])('stores the backend on %s with %s as %s', (platform, backend, noted) => {
    expect(makeVault(makeKeyring(backend === undefined ? {} : { backend }), platform).seal(API_KEY)?.backend).toBe(
      noted,
    )
  })

  it('loads the keyring at first use', () => {
    let loads = 0
    makeKeyVault({
      load: () => {
        loads += 1
        throw new Error('too early')
      },
      platform: 'darwin',
      withoutKeychain: () => 'unchosen',
      now: () => 0,
      log: () => {},
    })
    expect(loads).toBe(0)
  })

  it('logs that a keyring failed without the key', () => {
    const lines: unknown[] = []
    const vault = makeKeyVault({
      load: () => {
        throw new Error(`could not seal ${API_KEY}`)
      },
      platform: 'linux',
      withoutKeychain: () => 'unchosen',
      now: () => 0,
      log: (...line) => lines.push(line),
    })
    expect(vault.seal(API_KEY)).toBeNull()
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain(API_KEY)
  })
})

describe('KeyVault without a keyring', () => {
  const vaults = CASES.filter(({ isReal }) => !isReal).map(({ platform, keyring }) => ({ platform, keyring }))

  it.each(vaults)('stores a secret as it is only if the user accepted that, on $platform: $keyring', (given) => {
    const { platform, keyring } = given
    for (const choice of ['unchosen', 'memory'] as const) {
      const vault = makeVault(keyring, platform, () => choice)
      expect([vault.seal(API_KEY), vault.canSeal()]).toEqual([null, false])
    }
    const vault = makeVault(keyring, platform, () => 'unprotected')
    const stored = vault.seal(API_KEY) as SealedKey
    expect(stored).toEqual({
      v: 1,
      backend: 'unprotected',
      ciphertext: Buffer.from(API_KEY).toString('base64'),
      createdAt: 1_700_000_000_000,
    })
    expect(vault.canSeal()).toBe(true)
    // Whatever the user chose since, and whatever keyring there is.
    expect(vault.open(stored)).toBe(API_KEY)
    expect(makeVault(makeKeyring({ broken: ['load'] })).open(stored)).toBe(API_KEY)
  })

  it('prefers the keyring whatever the user chose', () => {
    for (const choice of ['unchosen', 'memory', 'unprotected'] as const) {
      const vault = makeVault(makeKeyring({ backend: 'kwallet6' }), 'linux', () => choice)
      expect([vault.seal(API_KEY)?.backend, vault.canSeal()]).toEqual(['kwallet6', true])
    }
  })

  it.each(['', '%%%', 'c2s', 'c2s_bGl2ZQ=='])('gives null for the damaged text %j', (ciphertext) => {
    const stored = { v: 1, backend: 'unprotected', ciphertext, createdAt: 1 } as const
    expect(makeVault(makeKeyring()).open(stored)).toBeNull()
  })
})

describe('KeyVault.open', () => {
  const sealed = makeVault(makeKeyring()).seal(API_KEY) as SealedKey

  it.each<[string, Keyring, SealedKey]>([
    ['another keyring', makeKeyring({ secret: 'two' }), sealed],
    ['a locked keyring', makeKeyring({ broken: ['decryptString'] }), sealed],
    ['no keyring', makeKeyring({ broken: ['load'] }), sealed],
    ['a damaged blob', makeKeyring(), { ...sealed, ciphertext: 'AAAA' }],
    ['an empty blob', makeKeyring(), { ...sealed, ciphertext: '' }],
    ['invalid base64', makeKeyring(), { ...sealed, ciphertext: '%%%' }],
    [
      'a blob under the fixed password',
      makeKeyring(),
      makeVault(makeKeyring({ prefix: 'v10' }), 'darwin').seal(API_KEY) as SealedKey,
    ],
    ['a blob with an empty secret', makeKeyring(), makeVault(makeKeyring()).seal('') as SealedKey],
  ])('gives null for %s', (_name, keyring, blob) => {
    expect(makeVault(keyring).open(blob)).toBeNull()
  })
})

it.each([
  ['sk_live_abc', true],
  ['a', true],
  ['~!@#$%^&*()', true],
  ['', false],
  ['two words', false],
  ['line\nend', false],
  ['schlüssel', false],
  ['sk_\u200Blive', false],
  ['x'.repeat(1_001), false],
])('isApiKey %j is %s', (text, expected) => {
  expect(isApiKey(text)).toBe(expected)
})
