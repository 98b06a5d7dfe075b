import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, saneLabel, saneTags, saneTime, timeRangeAt } from '../../../src/shared/sane-values.ts'
import { hasVisibleText } from '../../../src/shared/text/visible-text.ts'

const NOW = Date.UTC(2024, 5, 1)
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all))

describe('sane values', () => {
  it('saneTime returns a time that can be formatted, or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.anything()), (value) => {
        const at = saneTime(value, timeRangeAt(NOW))
        return at === null || (new Date(at).toISOString() > '2000' && at <= NOW + 24 * 60 * 60_000)
      }),
      { numRuns: 2_000 },
    )
  })

  it('saneLabel returns a visible label or an empty one', () => {
    fc.assert(
      fc.property(units, (text) => saneLabel(text) === '' || hasVisibleText(saneLabel(text))),
      { numRuns: 1_000 },
    )
  })

  it('saneTags returns distinct strings, whatever the list holds', () => {
    expect(saneTags(['a', 'a', '__proto__', 3, null, '', '\ud800'])).toEqual(['a', '__proto__', '\ufffd'])
  })

  it('beginningOf does not split a surrogate pair', () => {
    expect([beginningOf('a🦋b', 2), beginningOf('a🦋b', 3), beginningOf('ab', 3)]).toEqual(['a', 'a🦋', 'ab'])
  })
})
