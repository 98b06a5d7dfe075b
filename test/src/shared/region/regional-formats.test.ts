import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  dateFormat,
  dateOrder,
  setSystemLocale,
  systemLocale,
  writeMoney,
  writeNumber,
} from '../../../../src/shared/region/locale.ts'
import { regionalFormats } from '../../../../src/shared/region/regional-formats.ts'

const before = systemLocale()
const use = (dates: string, numbers = dates, clock: 'h12' | 'h23' | null = null) =>
  setSystemLocale({ dates, numbers, clock })
const AT = new Date(2026, 10, 27, 14, 5)
const time = () => dateFormat({ hour: 'numeric', minute: '2-digit' }).format(AT).replaceAll(/\s/g, ' ')
const date = () => dateFormat({ day: 'numeric', month: 'short' }).format(AT)

afterEach(() => setSystemLocale(before))

describe('regional formats', () => {
  it.each([
    ['en-US', '2:05 PM', 'Nov 27', '12,345.6', false, false],
    ['en-GB', '14:05', '27 Nov', '12,345.6', true, false],
    ['de-DE', '14:05', '27 Nov', '12.345,6', true, false],
    ['en-DE', '14:05', '27 Nov', '12.345,6', true, false],
    ['ja-JP', '14:05', 'Nov 27', '12,345.6', false, true],
    ['ar-EG', '2:05 pm', '27 Nov', '12,345.6', true, false],
    ['sv-SE', '14:05', '27 Nov', '12 345,6', true, true],
    ['fr-FR', '14:05', '27 Nov', '12 345,6', true, false],
    ['fa-IR', '14:05', '27 Nov', '12,345.6', false, true],
    ['C', '2:05 PM', 'Nov 27', '12,345.6', false, false],
    ['xx_INVALID@euro', '2:05 PM', 'Nov 27', '12,345.6', false, false],
    ['', '2:05 PM', 'Nov 27', '12,345.6', false, false],
  ])('for %j are %s, %s, %s', (tag, clock, day, number, isDayFirst, isYearFirst) => {
    use(tag)
    expect([time(), date(), writeNumber(12_345.6).replaceAll(/\s/g, ' ')]).toEqual([clock, day, number])
    expect(dateOrder()).toEqual({ isDayFirst, isYearFirst })
  })

  it('use separate locales for dates and numbers, and the clock that the user has set', () => {
    use('de-DE', 'en-US')
    expect([time(), writeNumber(12_345.6)]).toEqual(['14:05', '12,345.6'])
    use('en-US', 'en-US', 'h23')
    expect([time(), date()]).toEqual(['14:05', 'Nov 27'])
    use('de-DE', 'de-DE', 'h12')
    expect(time()).toBe('2:05 pm')
    expect(writeMoney(0.0079, 'USD', { maximumSignificantDigits: 2 }).replaceAll(/\s/g, ' ')).toBe('0,0079 $')
  })

  it('are valid for any text instead of a locale', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9_@.=-]{0,30}$/))
    fc.assert(
      fc.property(text, text, (dates, numbers) => {
        const formats = regionalFormats({ dates, numbers, clock: null })
        expect(() => new Intl.DateTimeFormat([formats.dates, formats.numbers])).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })
})
