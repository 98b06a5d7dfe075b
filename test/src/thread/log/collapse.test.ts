import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collapse, lengthWords } from '../../../../src/thread/log/collapse.ts'

describe('collapse', () => {
  it('keeps a text of up to a screenful', () => {
    expect(collapse('x'.repeat(2_400))).toBeNull()
    expect(collapse('line\n'.repeat(29))).toBeNull()
  })

  it('cuts a long text at the end of a word', () => {
    const shown = collapse('word '.repeat(20_000)) ?? ''
    expect(shown.length).toBeLessThanOrEqual(900)
    expect(shown).toMatch(/word$/)
  })

  it('cuts a text with many lines', () => {
    expect(collapse('a\n'.repeat(100))?.split('\n').length).toBe(12)
  })

  it('gives a start of the text and never splits an emoji', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀'), minLength: 2_500, maxLength: 4_000 }),
        (text) => {
          const shown = collapse(text) ?? ''
          expect(text.startsWith(shown)).toBe(true)
          expect(shown).not.toMatch(/[\ud800-\udbff]$/)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('lengthWords writes the length', () => {
    expect(lengthWords('x'.repeat(102_400))).toBe('100 KB')
    expect(lengthWords('x'.repeat(3_000))).toMatch(/^3.?000 characters$/)
  })
})
