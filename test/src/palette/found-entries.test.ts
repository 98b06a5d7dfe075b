import { describe, expect, it } from 'vitest'
import { recipientIn } from '../../../src/palette/found-entries.tsx'

describe('recipientIn', () => {
  it.each([
    ['+49 30 1234567', { channel: 'sms', phone: '+49 30 1234567' }],
    ['tel:+49-30-1234567', { channel: 'sms', phone: '+49-30-1234567' }],
    ['٠٣٠ ١٢٣٤٥٦٧', { channel: 'sms', phone: '030 1234567' }],
    ['\u202aana@example.com\u202c', { channel: 'email', email: 'ana@example.com' }],
    ['mailto:ana@example.com', { channel: 'email', email: 'ana@example.com' }],
  ])('reads %j', (typed, recipient) => {
    expect(recipientIn(typed)).toMatchObject(recipient)
  })

  it.each(['', 'Ana', '123', 'ana@', 'ana@example', 'a@b.co, c@d.co', 'order 1234567'])(
    'reads nothing in %j',
    (typed) => {
      expect(recipientIn(typed)).toBeNull()
    },
  )
})
