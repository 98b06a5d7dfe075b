import { describe, expect, it } from 'vitest'
import { checkEmail, checkPhone, contactKindOf, countryOf } from '../../../src/new-conversation/contact-check.ts'

describe('a phone number', () => {
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
  ] as const)('%j from %s goes out as %s', (typed, country, value, words) => {
    expect(checkPhone(typed, country)).toEqual({ ok: true, value, words })
  })

  it.each([
    ['', 'US', /needed/],
    ['   ', 'US', /needed/],
    ['abc', 'US', /not a phone number/],
    ['+1 555 CALL NOW', 'US', /not a phone number/],
    ['john@example.com', 'US', /not a phone number/],
    ['12345', 'US', /too short/],
    ['+1 555', null, /too short/],
    ['+1555123456789012', null, /too long/],
    ['555 123 4567', null, /Begin with \+/],
    ['+999 123 4567', null, /not a complete/],
    ['<script>', 'US', /not a phone number/],
  ] as const)('%j from %s is refused', (typed, country, problem) => {
    const check = checkPhone(typed, country)
    expect(check).toMatchObject({ ok: false })
    expect(check.ok ? '' : check.problem).toMatch(problem)
  })
})

describe('an email address', () => {
  it.each([
    'a@b.co',
    'ana.maria+x@sub.example.org',
    "o'neil@example.com",
    'ünï@bücher.example',
    ' ana@example.com ',
    'a@1and1.com',
  ])('%j will do', (typed) => {
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
    'ana@example-.com',
    'ana@example.com.',
    `${'a'.repeat(250)}@example.com`,
  ])('%j will not', (typed) => {
    expect(checkEmail(typed).ok).toBe(false)
  })
})

describe('the country of a number without a plus', () => {
  it.each([
    ['en-GB', 'GB'],
    ['de', 'DE'],
    ['pt-BR', 'BR'],
    ['en', 'US'],
    ['not a language', null],
    ['', null],
  ])('for %j is %s', (language, country) => {
    expect(countryOf(language)).toBe(country)
  })
})

it('begins a conversation over the four channels that the API documents an address for', () => {
  expect(
    ['sms', 'whatsapp', 'voice', 'email', 'instagram', 'facebook'].map((channel) => contactKindOf(channel as 'sms')),
  ).toEqual(['phone', 'phone', 'phone', 'email', 'none', 'none'])
})
