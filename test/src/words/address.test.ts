import { describe, expect, it } from 'vitest'
import { addressOf, isPhone, messageNoun } from '../../../src/words/address.ts'

const both = { customerPhone: '+15551234567', customerEmail: 'john@example.com' }

describe('where a message goes', () => {
  it.each([
    [{ channel: 'sms', ...both }, '+15551234567'],
    [{ channel: 'email', ...both }, 'john@example.com'],
    [{ channel: 'email', customerPhone: '+15551234567', customerEmail: null }, '+15551234567'],
    [{ channel: 'telegram', customerPhone: null, customerEmail: 'john@example.com' }, 'john@example.com'],
    [{ channel: 'facebook', customerPhone: null, customerEmail: null }, null],
  ])('%j goes to %s', (conversation, address) => {
    expect(addressOf(conversation)).toBe(address)
  })

  it('tells a phone number from other addresses', () => {
    expect(isPhone('+1 (555) 123-4567')).toBe(true)
    expect(isPhone('john@example.com')).toBe(false)
  })

  it.each([
    ['sms', 'SMS'],
    ['email', 'email'],
    ['whatsapp', 'WhatsApp message'],
    ['carrier pigeon', 'message'],
  ])('a message over %s is called %s', (channel, noun) => {
    expect(messageNoun(channel)).toBe(noun)
  })
})
