import { expect, it } from 'vitest'
import { channelsFor } from '../../../src/new-conversation/channels-for.ts'

it('channelsFor leaves out channels on which no conversation can be started', () => {
  expect([channelsFor('phone'), channelsFor('email'), channelsFor(null)]).toEqual([
    ['sms', 'whatsapp', 'voice'],
    ['email'],
    ['sms', 'whatsapp', 'voice', 'email'],
  ])
})
