import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactLogLine, redactText } from '../../../electron/report/redact.ts'

it.each([
  ['an API key', 'with sk_live_abc123 sent', 'with [key] sent'],
  ['a bearer', 'authorization: Bearer abc.def', 'authorization: [key]'],
  ['an email address', 'to jane.doe@example.co.uk now', 'to [email] now'],
  ['an email address with an apostrophe', "to o'brien@example.ie now", 'to [email] now'],
  ['an email address of one apostrophe', "'@a.aa", '[email]'],
  ['a path with an apostrophe', "at https://shop.example/o'brien now", 'at [address] now'],
  ['a web address', 'at https://api.shop.example/v1?x=1 now', 'at [address] now'],
  ['an IP address', 'from 10.0.0.17', 'from [address]'],
  ['a phone number', 'call +1 (555) 010-9999 back', 'call [number] back'],
  ['a number with slashes', '030/123 45 67', '[number]'],
  ['random text', 'Q7rT0x9ZpLm3aBcDeFgHiJkLmNoPqRsTuVw=', '[key]'],
  ['a workspace and a user, in any case', 'ACME of jsmith', '[name] of [name]'],
  ['a position in a script', 'main-CxY1.js:1:204412 < thread-def.js:3:4', 'main-CxY1.js:1:204412 < thread-def.js:3:4'],
  ['a reason', 'launch-failed', 'launch-failed'],
])('redactText keeps or replaces %s', (_name, text, redacted) => {
  expect(redactText(text, ['Acme', 'jsmith', 'jo', ''])).toBe(redacted)
})

it('redactLogLine keeps times, versions and counts, and nothing that could be a number of a person', () => {
  const line = JSON.stringify({
    at: '2026-11-28T03:15:36.123Z',
    event: 'start',
    version: '0.1.0-beta.2',
    electron: '25.1.1',
    count: 9_999_999,
    phone: 15_550_109_999,
    isPackaged: true,
    nested: { name: 'Jane' },
  })
  expect(JSON.parse(redactLogLine(line, []) ?? '')).toEqual({
    at: '2026-11-28T03:15:36.123Z',
    event: 'start',
    version: '0.1.0-beta.2',
    electron: '25.1.1',
    count: 9_999_999,
    phone: '[number]',
    isPackaged: true,
    nested: '[left out]',
  })
})

it('redactLogLine trusts a field’s name for nothing but its form', () => {
  expect(redactLogLine('{"at":"+15550109999","version":"jane@example.com"}', [])).toBe(
    '{"at":"[number]","version":"[email]"}',
  )
})

it.each(['', 'x', '[1]', '"text"', '{"at":'])('redactLogLine leaves out a line that is no entry: %j', (line) => {
  expect(redactLogLine(line, [])).toBeNull()
})

const PRIVATE = fc.oneof(
  fc.constantFrom(
    'sk_test_9f8e7d',
    '+49 30 1234567',
    '15550109999',
    'jane@example.com',
    'https://acme.example/x',
    'Acme',
  ),
  fc.emailAddress(),
  fc.webUrl(),
)

it('redactLogLine lets no key, address, phone number or known name through, wherever it is', () => {
  fc.assert(
    fc.property(PRIVATE, fc.constantFrom('at', 'event', 'version', 'where', 'x'), (secret, field) => {
      expect(redactLogLine(JSON.stringify({ [field]: `a ${secret} b` }), ['acme'])).not.toContain(secret)
      expect(redactLogLine(JSON.stringify({ [field]: secret }), ['acme'])).not.toContain(secret)
    }),
  )
})
