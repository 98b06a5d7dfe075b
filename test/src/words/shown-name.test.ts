import { expect, it } from 'vitest'
import { loadPhoneFormat } from '../../../src/words/phone-words.ts'
import { shownName } from '../../../src/words/shown-name.ts'

it.each([
  ['+15551234567', '+1 555 123 4567'],
  ['+491512 3456789', '+49 1512 3456789'],
  ['+44 (0)20 7946 0018', '+44 20 7946 0018'],
  // Not phone numbers, or not readable as one: shown as they are.
  ['+1', '+1'],
  ['+999123456789012345', '+999123456789012345'],
  ['+1 555 123 4567 / +1 555 123 4568', '+1 555 123 4567 / +1 555 123 4568'],
  ['015123456789', '015123456789'],
  ['+49er Fan', '+49er Fan'],
  ['John\u202e Smith\n', 'John Smith'],
])('shownName groups the digits of a number: %j as %j', async (name, expected) => {
  await loadPhoneFormat()
  expect(shownName(name)).toBe(expected)
})
