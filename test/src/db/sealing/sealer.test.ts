import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSealer } from '../../../../src/db/sealing/sealer.ts'
import { DATA_KEY } from '../../../support/data-key.ts'

const sealer = makeSealer(DATA_KEY)
const other = makeSealer(Buffer.alloc(32, 8).toString('base64'))

describe('makeSealer', () => {
  it('opens what it sealed, in its place only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (place, value) => {
        const sealed = sealer.seal(place, value)
        // JSON has no negative zero.
        expect(sealer.open(place, sealed)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(sealer.open(`${place}.`, sealed)).toBeUndefined()
        expect(other.open(place, sealed)).toBeUndefined()
      }),
    )
  })

  it('opens nothing of which a bit was changed or an end was cut', () => {
    const sealed = sealer.seal('drafts\0c1', { text: 'Half a sentence' })
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = sealed.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(sealer.open('drafts\0c1', flipped)).toBeUndefined()
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(sealer.open('drafts\0c1', sealed.slice(0, length))).toBeUndefined()
  })

  it.each([undefined, null, 'text', 1, {}, [], new ArrayBuffer(60), new Uint8Array(0), new Uint8Array(200)])(
    'opens nothing for %o',
    (value) => expect(sealer.open('p', value)).toBeUndefined(),
  )

  it('seals the same value differently each time, and shows nothing of it', () => {
    const [first, second] = [sealer.seal('p', 'Ana Petrović'), sealer.seal('p', 'Ana Petrović')]
    expect(first).not.toEqual(second)
    expect(Buffer.from(first).toString('latin1')).not.toContain('Ana')
  })

  it('gives equal labels equal tokens, and opens them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (label) => {
        const token = sealer.sealLabel(label)
        expect(makeSealer(DATA_KEY).sealLabel(label)).toBe(token)
        expect(makeSealer(DATA_KEY).openLabel(token)).toBe(label)
        expect(other.openLabel(token)).toBeUndefined()
      }),
    )
    expect(sealer.openLabel('zz')).toBeUndefined()
    expect(sealer.openLabel('')).toBeUndefined()
  })

  it('hashes with the key', () => {
    expect(sealer.hash('phone +15551234567')).toMatch(/^[0-9a-f]{32}$/)
    expect(sealer.hash('phone +15551234567')).toBe(makeSealer(DATA_KEY).hash('phone +15551234567'))
    expect(sealer.hash('phone +15551234567')).not.toBe(other.hash('phone +15551234567'))
  })

  it.each(['', 'AAAA', Buffer.alloc(31).toString('base64'), 'not base64!'])('refuses the data key %j', (key) => {
    expect(() => makeSealer(key)).toThrow()
  })
})
