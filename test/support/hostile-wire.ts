import fc from 'fast-check'

/** Hostile responses: documented fields with any value, and arbitrary rows. */

const HUGE = 'word '.repeat(20_480)
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a/b?c#d',
  'x\u0000y',
  '\ud800',
  '\udfff\ud83d',
]
const BLANKS = ['', ' ', '\u200b', '\u3164', '\u2800', '\u00ad', '\u200e\u200e', '\u202e', '\u0000', '\ufeff', '\ufff9']
const MORE_BLANKS = ['\u034f', '\ufe0f', '\u{e0061}', '\u1160', '\u0301', '\ufffc', '\ue000', 'Ana\u202eznaH']
const TIMES = [
  1_730_176_462_000_000_000,
  9e15,
  -9e15,
  8.64e15,
  8_640_000_000_001,
  0,
  -1,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  '1970-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2024-03-15T10:30:00Z',
  '2024-13-45',
  '1730176462',
  '1e20',
  '2026-06-01T00:00:00+99:00',
  'Infinity',
]

/** Unicode of every plane, lone surrogates, control characters, invisible text, and 100 KB. */
export const hostileText = fc.oneof(
  { weight: 80, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 60, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map(unitsOf) },
  { weight: 40, arbitrary: fc.constantFrom(...NAMES, ...BLANKS, ...MORE_BLANKS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(HUGE, HUGE.replaceAll(' ', ''), '🦋'.repeat(25_000), '\u0301\u0323'.repeat(25_000)),
  },
)

export const hostileTime = fc.oneof(
  fc.constantFrom<unknown>(...TIMES),
  fc.double(),
  fc.integer(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  hostileText,
)

const value = (said: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: said },
    { weight: 1, arbitrary: fc.anything() },
    { weight: 1, arbitrary: fc.constant(null) },
  )

const id = fc.oneof({ weight: 3, arbitrary: hostileText }, { weight: 1, arbitrary: fc.integer() })

const message = fc.record(
  {
    id: value(id),
    sender: value(fc.oneof(fc.constantFrom('customer', 'assistant'), hostileText)),
    content: value(hostileText),
    timestamp: value(hostileTime),
  },
  { requiredKeys: [] },
)

export const hostileRow = fc.record(
  {
    id,
    customer_id: value(hostileText),
    customer_name: value(hostileText),
    customer_email: value(hostileText),
    customer_phone: value(hostileText),
    channel: value(fc.oneof(fc.constantFrom('sms', 'email', 'voice'), hostileText)),
    status: value(fc.oneof(fc.constantFrom('open', 'resolved', 'closed'), hostileText)),
    subject: value(hostileText),
    last_message: value(hostileText),
    timestamp: value(hostileTime),
    unread: value(fc.boolean()),
    tags: value(fc.array(fc.oneof(hostileText, fc.anything()), { maxLength: 6 })),
    messages: value(
      fc.array(fc.oneof({ weight: 6, arbitrary: message }, { weight: 1, arbitrary: fc.anything() }), { maxLength: 6 }),
    ),
  },
  { requiredKeys: ['id'] },
)

function unitsOf(units: readonly number[]): string {
  return String.fromCharCode(...units)
}
