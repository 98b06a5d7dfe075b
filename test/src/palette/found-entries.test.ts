import { describe, expect, it } from 'vitest'
import { channelOfNew, recipientIn } from '../../../src/palette/found-entries.tsx'
import type { FoundConversation } from '../../../src/palette/found.ts'

describe('recipientIn', () => {
  it.each([
    ['+49 30 1234567', { channel: 'sms', phone: '+49 30 1234567' }],
    ['tel:+49-30-1234567', { channel: 'sms', phone: '+49-30-1234567' }],
    ['٠٣٠ ١٢٣٤٥٦٧', { channel: 'sms', phone: '030 1234567' }],
    ['\u202aana@example.com\u202c', { channel: 'email', email: 'ana@example.com' }],
    ['mailto:ana@example.com', { channel: 'email', email: 'ana@example.com' }],
    ['mailto:ana@example.com?subject=Hello', { channel: 'email', email: 'ana@example.com' }],
  ])('reads %j', (typed, recipient) => {
    expect(recipientIn(typed)).toMatchObject(recipient)
  })

  it.each([
    '',
    'Ana',
    '123',
    'ana@',
    'ana@example',
    'a@b.co, c@d.co',
    'ana@example.com?subject=Hello',
    'order 1234567',
  ])('reads nothing in %j', (typed) => {
    expect(recipientIn(typed)).toBeNull()
  })
})

describe('channelOfNew', () => {
  it.each([
    ['whatsapp', '+15550100199', null, 'whatsapp'],
    ['whatsapp', null, 'ana@example.com', 'email'],
    ['voice', '+15550100199', 'ana@example.com', 'sms'],
    ['instagram', '+15550100199', null, 'sms'],
    ['email', '+15550100199', 'ana@example.com', 'email'],
    ['email', '+15550100199', null, 'sms'],
    ['sms', 'SHOP', 'ana@example.com', 'email'],
    ['sms', 'SHOP', null, null],
    ['sms', null, null, null],
  ])('for a customer on %s with %j and %j is %j', (used, phone, email, channel) => {
    const conversation = { channel: used } as FoundConversation['conversation']
    expect(channelOfNew({ opens: { workspaceId: 'w', conversation }, phone, email })).toBe(channel)
  })
})
