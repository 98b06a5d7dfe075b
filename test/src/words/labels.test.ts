import { describe, expect, it } from 'vitest'
import { CHANNELS, STATUSES } from '../../../src/shared/model.ts'
import { channelLabel } from '../../../src/words/channel.tsx'
import { statusLabel } from '../../../src/words/status.ts'
import { placeLabels } from '../../../src/words/view.ts'

describe('channelLabel and statusLabel', () => {
  it('name every known value', () => {
    expect(CHANNELS.map(channelLabel)).toEqual(['SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook', 'Voice'])
    expect(STATUSES.map(statusLabel)).toEqual(['Open', 'Resolved', 'Closed'])
  })

  it('show an unknown value as the server wrote it', () => {
    expect(channelLabel('Carrier pigeon')).toBe('Carrier pigeon')
    expect(statusLabel('escalated')).toBe('escalated')
  })

  it('name a missing value', () => {
    expect(channelLabel('unknown')).toBe('Unknown channel')
    expect(channelLabel('  ')).toBe('Unknown channel')
    expect(statusLabel('')).toBe('Unknown status')
  })

  it('remove direction overrides', () => {
    expect(channelLabel('sm\u202es')).toBe('sms')
  })
})

describe('placeLabels', () => {
  it.each([
    [{ name: 'inbox', channel: null }, ['Inbox']],
    [{ name: 'all', channel: 'whatsapp', tag: null }, ['All', 'WhatsApp']],
    [{ name: 'inbox', channel: null, tag: 'v\u202eip' }, ['Inbox', 'vip']],
    [{ name: 'waiting', channel: 'sms', tag: 'vip' }, ['Waiting', 'SMS', 'vip']],
  ] as const)('names %j %j', (place, labels) => expect(placeLabels(place)).toEqual(labels))
})
