import { describe, expect, it } from 'vitest'
import { unsigned, warning, withoutEmptySecrets } from '../../../scripts/release/signing.mjs'

const CERTIFICATE = { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b' }
const NOTARY = { APPLE_ID: 'c', APPLE_APP_SPECIFIC_PASSWORD: 'd', APPLE_TEAM_ID: 'e' }
const WINDOWS = { WIN_CSC_LINK: 'f', WIN_CSC_KEY_PASSWORD: 'g' }

describe('unsigned', () => {
  it.each([
    ['linux', {}, []],
    ['darwin', { ...CERTIFICATE, ...NOTARY }, []],
    ['darwin', CERTIFICATE, [/not notarized.*no secret APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD, APPLE_TEAM_ID\.$/]],
    ['darwin', { ...NOTARY, CSC_LINK: 'a', CSC_KEY_PASSWORD: '' }, [/not signed: no secret CSC_KEY_PASSWORD\.$/]],
    ['darwin', {}, [/not signed/, /not notarized/]],
    ['win32', WINDOWS, []],
    ['win32', { ...CERTIFICATE, WIN_CSC_LINK: '' }, [/no secret WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD\.$/]],
  ] as const)('on %s with %j', (platform, env, expected) => {
    expect(unsigned(platform, env)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
  })

  it('never repeats a secret', () => {
    expect(unsigned('darwin', { CSC_LINK: 'secret-certificate' }).join('\n')).not.toContain('secret-certificate')
  })
})

it('withoutEmptySecrets removes only empty secrets', () => {
  expect(withoutEmptySecrets({ CSC_LINK: '', WIN_CSC_LINK: 'f', OTHER: '' })).toEqual({ WIN_CSC_LINK: 'f', OTHER: '' })
})

it.each([
  [{ GITHUB_ACTIONS: 'true' }, '::warning::Not signed.'],
  [{}, 'clarion: Not signed.'],
])('a warning in %j', (env, expected) => {
  expect(warning('Not signed.', env)).toBe(expected)
})
