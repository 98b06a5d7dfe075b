import fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js/min'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, it, vi } from 'vitest'
import {
  cleanEmail,
  emailKey,
  phoneKey,
  phoneSpellings,
  sameEmail,
  samePhone,
} from '../../../../src/shared/contact/contact-identity.ts'

/** Each line is one number in several spellings. No two lines are the same number. */
const NUMBERS: readonly (readonly string[])[] = [
  [
    '+15550100199',
    '+1 555 010 0199',
    '\u0000+1555\u001b0100199\u007f',
    '1 (555) 010-0199',
    '0015550100199',
    'tel:+1-555-010-0199',
    '+1.555.010.0199',
  ],
  ['+989120000001', '+۹۸۹۱۲۰۰۰۰۰۰۱', '٠٠٩٨ ٩١٢ ٠٠٠ ٠٠٠١', '\u202a+98 912 000 0001\u202c', '＋９８９１２００００００１'],
  ['+919810000001', '+९१ ९८१०० ००००१', '+৯১৯৮১০০০০০০১'],
  ['+442079460018', '+44 (0)20 7946 0018', '+44 020 7946 0018', '0044 20 7946 0018', '(+44) 20–7946–0018'],
  ['+390612345678', '+39 06 1234 5678', '0039 06 12345678'],
  ['+551180000001', '+5511980000001', '+55 (11) 98000‑0001', '+55 011 8000-0001', 'whatsapp:+551180000001'],
  ['+551133334444', '+55 11 3333-4444'],
  ['+5511933334444'],
  ['+525520000001', '+5215520000001', '+52 1 55 2000 0001', '0052 55 2000 0001'],
  ['+5491123456789', '+541123456789', '+54 9 11 2345-6789', '+54 11 15 2345 6789', '+54 9 11 15 2345 6789'],
  ['+5492211234567', '+54 221 15 123 4567', '+542211234567'],
  ['+5492284123456', '+54 2284 15 123456', '+542284123456'],
  ['(656) 223-4567', '656-223-4567', '656 223 4567'],
  ['+6562234567', '+65 6223 4567'],
  ['030 1234567', '(030) 1234567'],
  ['+49301234567'],
  ['+15550100199 x12', '+1 555 010 0199 ext. 12', '+1 555 010 0199 extension 12', 'tel:+15550100199;ext=12'],
  ['12345', '1 23 45'],
]
const CASES = NUMBERS.flatMap((line, number) => line.map((text) => ({ text, number })))

describe('samePhone and phoneKey', () => {
  it.each(CASES)('match $text with its other spellings and with no other number', ({ text, number }) => {
    const same = CASES.filter((other) => samePhone(text, other.text)).map((other) => other.text)
    expect(same).toEqual(NUMBERS[number])
  })

  it.each([
    '',
    ' ',
    null,
    undefined,
    'unknown',
    '+1 555 CALL NOW',
    'AMAZON',
    'ana@example.com',
    '+',
    '\u200b',
    'x'.repeat(500),
  ])('match %j with nothing, not even with itself', (text) => {
    expect(phoneKey(text)).toBe('')
    expect(samePhone(text, text)).toBe(false)
  })

  it.each(getCountries())('give an example number of %s one key in every format of libphonenumber', (country) => {
    const example = getExampleNumber(country, examples)
    if (example === undefined) throw new Error(`no example for ${country}`)
    const key = phoneKey(example.number)
    for (const format of ['INTERNATIONAL', 'E.164', 'RFC3966'] as const)
      expect(phoneKey(example.format(format))).toBe(key)
    expect(phoneSpellings(example.number)).toContain(example.number.slice(1))
    expect(key).toMatch(/^\d+$/)
  })

  it('give the example numbers of different countries different keys', () => {
    const keys = new Set(getCountries().map((country) => phoneKey(getExampleNumber(country, examples)?.number)))
    expect(keys.size).toBe(new Set(getCountries().map((country) => getExampleNumber(country, examples)?.number)).size)
  })
})

/** The zeros of a few scripts: ASCII, Arabic, Persian, Devanagari, Thai, full width, mathematical bold. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce]
const BETWEEN = [
  '',
  '',
  ' ',
  '-',
  '‑',
  '–',
  '.',
  '\u00a0',
  '\u2009',
  '\u200b',
  '\u200e',
  '\u202c',
  '\u2060',
  '\u00ad',
  ') ',
]
const AROUND = ['', ' ', '\u202a', '\u202c', '\u200b', '\ufeff', '\ufe0d', '\u2066', '\n']

/** A random spelling of an international number. */
function randomSpelling(digits: string, seed: fc.GeneratorValue): string {
  const pick = <T>(from: readonly T[]): T => seed(fc.constantFrom, ...from)
  const zero = pick(ZEROS)
  const written = [...digits].map((digit) => String.fromCodePoint(zero + Number(digit)) + pick(BETWEEN)).join('')
  return (
    pick(AROUND) +
    pick(['+', '＋', '00', 'tel:+']) +
    pick(AROUND.filter((character) => character !== '\n')) +
    written +
    pick(AROUND)
  )
}

const NATIONAL = fc.stringMatching(/^[2-9]\d{9}$/)
const INTERNATIONAL = fc.oneof(
  NATIONAL.map((national) => `1${national}`),
  fc.stringMatching(/^(44|49|33|91|98|86|52|54|55)[1-9]\d{8,9}$/),
  fc.stringMatching(/^55[1-9]\d9[6-9]\d{7}$/),
  fc.stringMatching(/^549(11|221|2284)\d{8}$/).map((digits) => digits.slice(0, 13)),
)

describe('phoneKey and emailKey', () => {
  it('give all spellings of a number one key, and different numbers different keys', () => {
    fc.assert(
      fc.property(INTERNATIONAL, INTERNATIONAL, fc.gen(), (digits, other, seed) => {
        const spellings = [`+${digits}`, ...phoneSpellings(`+${digits}`).map((one) => `+${one}`)]
        spellings.push(
          ...spellings.flatMap((one) => [randomSpelling(one.slice(1), seed), randomSpelling(one.slice(1), seed)]),
        )
        expect(new Set(spellings.map(phoneKey)).size).toBe(1)
        const isVariant = phoneSpellings(`+${digits}`).includes(other)
        expect(samePhone(`+${digits}`, randomSpelling(other, seed))).toBe(isVariant)
      }),
      { numRuns: 300 },
    )
  })

  it('define an equivalence relation: reflexive, symmetric and transitive', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(...CASES.map(({ text }) => text)),
      fc.stringMatching(/^\+?[\d ().-]{0,16}$/),
    )
    for (const [same, key] of [
      [samePhone, phoneKey],
      [sameEmail, emailKey],
    ] as const)
      fc.assert(
        fc.property(anything, anything, anything, (a, b, c) => {
          expect(same(a, a)).toBe(key(a) !== '')
          expect(same(a, b)).toBe(same(b, a))
          if (same(a, b) && same(b, c)) expect(same(a, c)).toBe(true)
        }),
        { numRuns: 1_000 },
      )
  })

  it('ignore case, invisible marks, composition and the script of the domain in e-mail addresses', () => {
    const local = fc.stringMatching(/^[a-zäöüé0-9][a-zäöüéß0-9._+'-]{0,10}$/)
    const domain = fc.constantFrom('example.com', 'münchen.example', 'пример.example', '例え.example', 'bücher.co.uk')
    fc.assert(
      fc.property(
        local,
        domain,
        fc.constantFrom(...AROUND),
        fc.constantFrom(...AROUND),
        (name, host, before, after) => {
          const key = emailKey(`${name}@${host}`)
          const ascii = new URL(`http://${host}`).hostname
          for (const spelling of [
            `${name}@${ascii}`,
            `${name}@${ascii.toUpperCase()}`,
            `${name}@${host}`.normalize('NFD'),
          ])
            expect(emailKey(before + spelling + after)).toBe(key)
          expect(emailKey(key)).toBe(key)
          expect(sameEmail(`${name}@${host}`, `x${name}@${host}`)).toBe(false)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('sameEmail and cleanEmail', () => {
  it.each([
    [' Ana@Example.com ', 'ana@example.com'],
    ['ana@example.com\u200b', '\u2060ana@\u200eexample.com'],
    ['info@münchen.example', 'INFO@xn--mnchen-3ya.example'],
    ['info@münchen.example', 'info@mu\u0308nchen.example'],
    ['ana@ｅｘａｍｐｌｅ.com', 'ana@example.com'],
    ['ΝΊΚΟΣ@example.com', 'νίκος@example.com'],
  ])('match %j with %j', (a, b) => {
    expect(sameEmail(a, b)).toBe(true)
  })

  it.each([
    ['a.na@example.com', 'ana@example.com'],
    ['ana+shop@example.com', 'ana@example.com'],
    ['ana@example.com', 'ana@example.org'],
    ['strasse@example.com', 'straße@example.com'],
    ['', ''],
    ['\u200b', '\u200b'],
  ])('do not match %j with %j', (a, b) => {
    expect(sameEmail(a, b)).toBe(false)
  })

  it('clean an address of invisible marks and keep its case', () => {
    expect(cleanEmail('\u200eAna.B@Mu\u0308nchen.example\u2060 ')).toBe('Ana.B@München.example')
  })
})

describe('emailKey with a text too long for a domain', () => {
  it('does not parse it as a URL, which would take minutes', () => {
    const parsed: string[] = []
    vi.stubGlobal(
      'URL',
      class {
        readonly hostname = ''
        constructor(text: string) {
          parsed.push(text)
        }
      },
    )
    try {
      const long = `a@b${'\u0301\u0323'.repeat(50_000)}`
      expect(emailKey(long.toUpperCase())).toBe(emailKey(long))
      expect(parsed).toEqual([])
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
