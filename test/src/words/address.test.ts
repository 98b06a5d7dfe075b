import { describe, expect, it } from 'vitest'
import { addressOf, isPhone, messageNoun } from '../../../src/words/address.ts'

const both = { customerPhone: '+15551234567', customerEmail: 'john@example.com' }

describe('addressOf', () => {
  it.each([
    [{ channel: 'sms', ...both }, '+15551234567'],
    [{ channel: 'email', ...both }, 'john@example.com'],
    [{ channel: 'email', customerPhone: '+15551234567', customerEmail: null }, '+15551234567'],
    [{ channel: 'telegram', customerPhone: null, customerEmail: 'john@example.com' }, 'john@example.com'],
    [{ channel: 'facebook', customerPhone: null, customerEmail: null }, null],
  ])('sends a message of %j to %s', (conversation, address) => {
    expect(addressOf(conversation)).toBe(address)
  })
})

describe('isPhone', () => {
  it('is true only for a phone number', () => {
    expect(isPhone('+1 (555) 123-4567')).toBe(true)
    expect(isPhone('john@example.com')).toBe(false)
  })
})

describe('messageNoun', () => {
  it.each([
    ['sms', 'SMS'],
    ['email', 'email'],
    ['whatsapp', 'WhatsApp message'],
    ['carrier pigeon', 'message'],
  ])('calls a message over %s %s', (channel, noun) => {
    expect(messageNoun(channel)).toBe(noun)
  })
})
