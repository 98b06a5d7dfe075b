import { describe, expect, it } from 'vitest'
import { checkEmail, checkPhone, contactKindOf, countryOf } from '../../../src/new-conversation/contact-check.ts'

describe('checkPhone', () => {
  it.each([
    ['+15551234567', null, '+15551234567', '+1 555 123 4567'],
    [' +1 (555) 123-4567 ', null, '+15551234567', '+1 555 123 4567'],
    ['(555) 123-4567', 'US', '+15551234567', '+1 555 123 4567'],
    ['020 7946 0018', 'GB', '+442079460018', '+44 20 7946 0018'],
    ['+44 20 7946 0018', 'US', '+442079460018', '+44 20 7946 0018'],
    ['0044 20 7946 0018', 'US', '+442079460018', '+44 20 7946 0018'],
    ['030 901820', 'DE', '+4930901820', '+49 30 901820'],
    ['＋１５５５１２３４５６７', null, '+15551234567', '+1 555 123 4567'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567', '+966 50 123 4567'],
    // Invisible characters, as contact lists and chat apps copy them.
    ['\u202a+1 555 010 0199\u202c', 'US', '+15550100199', '+1 555 010 0199'],
    ['\u200e+1 555 010 0199', null, '+15550100199', '+1 555 010 0199'],
    ['+1 555\u200b 010 0199\ufe0d', null, '+15550100199', '+1 555 010 0199'],
    ['\u2060+1\u2060555\u2060010\u20600199\ufeff', null, '+15550100199', '+1 555 010 0199'],
    ['\u2066(555) 010‑0199\u2069', 'US', '+15550100199', '+1 555 010 0199'],
    // Digits, dashes and spaces of every kind.
    ['+۹۸ ۹۱۲ ۰۰۰ ۰۰۰۱', null, '+989120000001', '+98 912 000 0001'],
    ['+٩٨٩١٢٠٠٠٠٠٠١', 'US', '+989120000001', '+98 912 000 0001'],
    ['०९८१० ००० ००१', 'IN', '+919810000001', '+91 98100 00001'],
    ['５５５－０１０−０１９９', 'US', '+15550100199', '+1 555 010 0199'],
    ['555\u2013010\u2009\u2014 0199', 'US', '+15550100199', '+1 555 010 0199'],
    ['tel:+1-555-010-0199', null, '+15550100199', '+1 555 010 0199'],
    ['(+44) 20 7946 0018', null, '+442079460018', '+44 20 7946 0018'],
    ['+44 (0)20 7946 0018', 'US', '+442079460018', '+44 20 7946 0018'],
    // The same text means another number in another region.
    ['030 1234567', 'DE', '+49301234567', '+49 30 1234567'],
    ['+49 30 1234567', 'US', '+49301234567', '+49 30 1234567'],
    // Mexico no longer uses the 1 after the country code.
    ['+52 1 55 0000 0001', 'US', '+525500000001', '+52 55 0000 0001'],
  ] as const)('accepts %j in %s as %s', (typed, country, value, label) => {
    expect(checkPhone(typed, country)).toEqual({ ok: true, value, label })
  })

  it.each([
    ['', 'US', /^Enter a phone number/],
    ['   ', 'US', /^Enter a phone number/],
    ['abc', 'US', /^Enter a full number with country code/],
    ['+1 555 CALL NOW', 'US', /^Enter a full number with country code/],
    ['john@example.com', 'US', /^Enter a full number with country code/],
    ['12345', 'US', /too short/],
    ['+1 555', null, /too short/],
    ['+1555123456789012', null, /too long/],
    ['555 123 4567', null, /Start with \+/],
    ['+999 123 4567', null, /incomplete/],
    ['<script>', 'US', /^Enter a full number with country code/],
    ['030 1234567', 'US', /Not a valid number \(United States\)/],
    ['06 12 34 56 78', 'US', /Not a valid number \(United States\)/],
    ['11 98000-0001', 'US', /Not a valid number \(United States\)/],
    ['\u200b\u2060', 'US', /^Enter a phone number/],
    ['+1 555 010 0199 ext. 12', 'US', /extension/],
    ['555 010 0199 x12', 'US', /extension/],
  ] as const)('rejects %j in %s', (typed, country, problem) => {
    const check = checkPhone(typed, country)
    expect(check).toMatchObject({ ok: false })
    expect(check.ok ? '' : check.problem).toMatch(problem)
  })
})

describe('checkEmail', () => {
  it.each([
    'a@b.co',
    'ana.maria+x@sub.example.org',
    "o'neil@example.com",
    'ünï@bücher.example',
    ' ana@example.com ',
    'a@1and1.com',
  ])('accepts %j', (typed) => {
    expect(checkEmail(typed)).toMatchObject({ ok: true, value: typed.trim() })
  })

  it.each([
    '',
    'ana',
    'ana@',
    '@example.com',
    'ana@example',
    'ana@example.1',
    'ana@@example.com',
    'ana@exa mple.com',
    'ana bell@example.com',
    'Ana <ana@example.com>',
    'a@b.co, c@d.co',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@-example.com',
    'ana@example.com?subject=Hello',
    'ana@example.com/path',
    'ana@example-.com',
    'ana@example.com.',
    `${'a'.repeat(250)}@example.com`,
  ])('rejects %j', (typed) => {
    expect(checkEmail(typed).ok).toBe(false)
  })
})

describe('checkEmail with invisible characters', () => {
  it.each(['\u200b', '\u2060', '\u200e', '\u202a', '\ufeff', '\u00ad', '\ufe0f'])(
    'drops invisible character %#',
    (mark) => {
      for (const typed of [`ana@example.com${mark}`, `${mark}ana@example.com`, `ana${mark}@exam${mark}ple.com `])
        expect(checkEmail(typed)).toEqual({ ok: true, value: 'ana@example.com', label: 'ana@example.com' })
    },
  )

  it('drops a blank Braille pattern at the ends and rejects it inside', () => {
    expect(checkEmail('\u2800ana@example.com\u2800')).toMatchObject({ ok: true, value: 'ana@example.com' })
    expect(checkEmail('an\u2800a@example.com')).toMatchObject({ ok: false })
  })

  it('rejects invisible characters alone', () => {
    expect(checkEmail('\u200b\u2060')).toMatchObject({ ok: false, problem: 'Enter an email address' })
  })
})

describe('countryOf', () => {
  it.each([
    ['en-GB', 'GB'],
    ['de', 'DE'],
    ['pt-BR', 'BR'],
    ['en', 'US'],
    ['not a language', null],
    ['', null],
  ])('%j is %s', (language, country) => {
    expect(countryOf(language)).toBe(country)
  })
})

it('contactKindOf gives an address kind for the four channels that can start a conversation', () => {
  expect(
    ['sms', 'whatsapp', 'voice', 'email', 'instagram', 'facebook'].map((channel) => contactKindOf(channel as 'sms')),
  ).toEqual(['phone', 'phone', 'phone', 'email', 'none', 'none'])
})
