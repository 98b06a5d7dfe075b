import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reuseRows } from '../../../src/rows/reuse-rows.ts'

const rowsOf = (names: readonly string[], before: ReadonlyMap<string, number> = new Map()) => reuseRows(before, names)

describe('reuseRows', () => {
  it('keeps the row of a conversation that moves in the list', () => {
    const first = rowsOf(['a', 'b', 'c'])
    expect([...first]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ])
    expect([...rowsOf(['c', 'a', 'b'], first)]).toEqual([
      ['c', 2],
      ['a', 0],
      ['b', 1],
    ])
  })

  it('gives a free row to a new conversation', () => {
    expect(rowsOf(['b', 'c', 'd'], rowsOf(['a', 'b', 'c'])).get('d')).toBe(0)
  })

  it('keeps the order of the rows when the view changes', () => {
    const scrolled = rowsOf(['c', 'd', 'a'], rowsOf(['a', 'b', 'c']))
    expect([...rowsOf(['x', 'y', 'z'], scrolled).values()]).toEqual([...scrolled.values()])
  })

  it('gives each row to one conversation and never makes more rows than are on screen', () => {
    const names = fc.uniqueArray(
      fc.integer({ min: 0, max: 30 }).map((number) => `name ${number}`),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(fc.array(names), (screens) => {
        let rows: ReadonlyMap<string, number> = new Map()
        let maxRows = 0
        for (const screen of screens) {
          const next = rowsOf(screen, rows)
          expect([...next.keys()]).toEqual(screen)
          expect(new Set(next.values()).size).toBe(screen.length)
          for (const name of screen) if (rows.has(name)) expect(next.get(name)).toBe(rows.get(name))
          maxRows = Math.max(maxRows, screen.length)
          expect(Math.max(-1, ...next.values())).toBeLessThan(maxRows)
          rows = next
        }
      }),
    )
  })
})
