import { describe, expect, it } from 'vitest'
import { isDoubtful, recipientOf, sendName } from '../../../../src/thread/composer/recipient.ts'

const JOHN = { name: 'John Smith', channel: 'sms', customerPhone: '+15551234567', customerEmail: 'john@example.com' }
const GROUPED = '+1 555 123 4567'

describe('recipient', () => {
  it.each([
    [{}, 'Send SMS to John Smith · +1 555 123 4567'],
    [{ channel: 'email' }, 'Send email to John Smith · john@example.com'],
    // Without a name, the address is the name, and it is said once.
    [{ name: '+15551234567' }, 'Send SMS to +1 555 123 4567'],
    [{ channel: 'facebook', customerPhone: null, customerEmail: null }, 'Send Facebook message to John Smith'],
    [{ name: 'John\u202e\nSmith', channel: 'pigeon' }, 'Send message to John Smith · +1 555 123 4567'],
  ])('names the send button with channel, name and address: %j', (change, expected) => {
    expect(sendName(recipientOf({ ...JOHN, ...change }, GROUPED))).toBe(expected)
  })

  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ channel: 'email', customerEmail: null }, false, true],
    [{ channel: 'whatsapp', customerPhone: null }, false, true],
    [{ channel: 'instagram', customerPhone: null }, false, false],
    [{ customerPhone: null, customerEmail: null }, false, false],
  ])('is doubtful for %j, in All inboxes %s: %s', (change, isAll, expected) => {
    expect(isDoubtful(recipientOf({ ...JOHN, ...change }, GROUPED), isAll)).toBe(expected)
  })
})
