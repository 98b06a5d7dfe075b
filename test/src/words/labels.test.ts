import { describe, expect, it } from 'vitest'
import { CHANNELS, STATUSES } from '../../../src/shared/model.ts'
import { channelLabel } from '../../../src/words/channel.tsx'
import { statusLabel } from '../../../src/words/status.ts'

describe('the names of channels and statuses', () => {
  it('every known one has its own', () => {
    expect(CHANNELS.map(channelLabel)).toEqual(['SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook', 'Voice'])
    expect(STATUSES.map(statusLabel)).toEqual(['Open', 'Resolved', 'Closed'])
  })

  it('one that this version does not know is shown as the server wrote it', () => {
    expect(channelLabel('Carrier pigeon')).toBe('Carrier pigeon')
    expect(statusLabel('escalated')).toBe('escalated')
  })

  it('none at all is said in words', () => {
    expect(channelLabel('unknown')).toBe('Unknown channel')
    expect(channelLabel('  ')).toBe('Unknown channel')
    expect(statusLabel('')).toBe('Unknown status')
  })

  it('what turns text around is taken out', () => {
    expect(channelLabel('sm\u202es')).toBe('sms')
  })
})
