import { describe, expect, it } from 'vitest'
import { channelsFor, nextChannel } from '../../../src/new-conversation/channels-for.ts'

describe('nextChannel', () => {
  it.each([
    ['sms', 'phone', 'whatsapp'],
    ['whatsapp', 'phone', 'voice'],
    ['voice', 'phone', 'sms'],
    ['email', 'phone', 'sms'],
    ['email', 'email', 'email'],
    ['voice', null, 'email'],
    ['email', null, 'sms'],
    ['instagram', null, 'sms'],
  ] as const)('after %s for %s is %s', (channel, kind, next) => {
    expect(nextChannel(channel, kind)).toBe(next)
  })
})

it('channelsFor leaves out channels on which no conversation can be started', () => {
  expect([channelsFor('phone'), channelsFor('email'), channelsFor(null)]).toEqual([
    ['sms', 'whatsapp', 'voice'],
    ['email'],
    ['sms', 'whatsapp', 'voice', 'email'],
  ])
})
