import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSystemLocale } from '../../../electron/shell/system-locale.ts'

const none = () => false

describe('the system locale on Linux', () => {
  it.each<[string, Record<string, string>, string, string]>([
    [
      'takes dates from LC_TIME when LANG says another',
      { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' },
      'de-DE',
      'en-US',
    ],
    ['takes numbers from LC_NUMERIC', { LANG: 'en_US.UTF-8', LC_NUMERIC: 'pl_PL.UTF-8' }, 'en-US', 'pl-PL'],
    ['takes both from LANG when nothing else is set', { LANG: 'ja_JP.UTF-8' }, 'ja-JP', 'ja-JP'],
    [
      'takes both from LC_ALL whatever else is set',
      { LC_ALL: 'en_GB', LC_TIME: 'de_DE', LANG: 'fr_FR' },
      'en-GB',
      'en-GB',
    ],
    ['skips what is empty', { LC_ALL: '', LC_TIME: '', LANG: 'de_DE' }, 'de-DE', 'de-DE'],
    ['drops the encoding and the modifier', { LC_TIME: 'de_AT.ISO-8859-15@euro' }, 'de-AT', 'en-US'],
    ['reads a mix that speakers of English choose', { LC_TIME: 'en_DK.utf8' }, 'en-DK', 'en-US'],
    ['falls back to the tag for C', { LC_ALL: 'C', LANG: 'de_DE' }, 'en-US', 'en-US'],
    ['falls back to the tag for C.UTF-8', { LC_TIME: 'C.UTF-8' }, 'en-US', 'en-US'],
    ['falls back to the tag for POSIX', { LANG: 'POSIX' }, 'en-US', 'en-US'],
    ['falls back to the tag for an unknown locale', { LC_TIME: 'xx_INVALID@euro' }, 'en-US', 'en-US'],
    ['falls back to the tag for a path', { LC_TIME: '/usr/share/locale/x' }, 'en-US', 'en-US'],
    ['falls back to the tag when nothing is set', {}, 'en-US', 'en-US'],
  ])('%s', (_, env, dates, numbers) => {
    expect(readSystemLocale({ platform: 'linux', env, systemTag: 'en-US', readFlag: none })).toEqual({
      dates,
      numbers,
      clock: null,
    })
  })
})

describe('the system locale on macOS and Windows', () => {
  const read = (platform: string, systemTag: string, flag = '') =>
    readSystemLocale({
      platform,
      env: { LANG: 'ja_JP', LC_TIME: 'ja_JP' },
      systemTag,
      readFlag: (name) => name === flag,
    })

  it.each([
    ['win32', 'fi-FI', 'fi-FI'],
    ['darwin', 'en-DE', 'en-DE'],
    ['darwin', 'en_US@rg=dezzzz', 'en-DE'],
    ['darwin', 'en-US-u-rg-gbzzzz', 'en-GB'],
    ['darwin', 'zh-Hant-TW', 'zh-TW'],
    ['win32', '', 'en-US'],
  ])('on %s maps %j to %s whatever the environment contains', (platform, systemTag, tag) => {
    expect(read(platform, systemTag)).toEqual({ dates: tag, numbers: tag, clock: null })
  })

  it('uses the 12- or 24-hour setting of macOS when it is set', () => {
    expect(read('darwin', 'en-US', 'AppleICUForce24HourTime').clock).toBe('h23')
    expect(read('darwin', 'de-DE', 'AppleICUForce12HourTime').clock).toBe('h12')
    expect(read('win32', 'en-US', 'AppleICUForce24HourTime').clock).toBeNull()
  })
})

it('the system locale never throws', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9_@.=-]{0,30}$/))
  fc.assert(
    fc.property(fc.constantFrom('linux', 'darwin', 'win32'), text, text, text, (platform, systemTag, lang, time) => {
      const read = readSystemLocale({ platform, env: { LANG: lang, LC_TIME: time }, systemTag, readFlag: none })
      expect(() => new Intl.DateTimeFormat([read.dates, read.numbers])).not.toThrow()
    }),
    { numRuns: 2_000 },
  )
})
