import { describe, expect, it } from 'vitest'
import type { Rankable } from '../../../src/palette/entry.ts'
import type { Ranked } from '../../../src/palette/ranking.ts'
import { nextShown } from '../../../src/palette/steady.ts'

const entry = (id: string, section: Rankable['section']): Rankable => ({ id, section, terms: [], boost: 0 })
const [resolve, reopen] = [entry('resolve', 'commands'), entry('reopen', 'commands')]
const rhea = entry('rhea', 'customers')

const COMMANDS: Ranked<Rankable> = [{ name: 'commands', entries: [resolve, reopen] }]
const CUSTOMER_FIRST: Ranked<Rankable> = [{ name: 'customers', entries: [rhea] }, ...COMMANDS]
const NOT_MOVED = { movedTo: null, isLate: false }

function idsOf({ ranked }: { readonly ranked: Ranked<Rankable> }): readonly string[] {
  return ranked.flatMap(({ entries }) => entries.map(({ id }) => id))
}

describe('nextShown', () => {
  const before = nextShown(null, { typed: 're', ranked: COMMANDS, ...NOT_MOVED })

  it('selects the best entry of a new text', () => {
    expect(before.selectedId).toBe('resolve')
    expect(nextShown(before, { typed: 'rhe', ranked: CUSTOMER_FIRST, ...NOT_MOVED }).selectedId).toBe('rhea')
  })

  it('shows what is found at once in its place', () => {
    const after = nextShown(before, { typed: 're', ranked: CUSTOMER_FIRST, ...NOT_MOVED })
    expect([idsOf(after), after.selectedId]).toEqual([['rhea', 'resolve', 'reopen'], 'rhea'])
  })

  it('keeps what Enter would choose when more is found later', () => {
    const after = nextShown(before, { typed: 're', ranked: CUSTOMER_FIRST, movedTo: null, isLate: true })
    expect([idsOf(after), after.selectedId]).toEqual([['resolve', 'reopen', 'rhea'], 'resolve'])
  })

  it('keeps the entry that the user has moved to, and all above it', () => {
    const after = nextShown(before, { typed: 're', ranked: CUSTOMER_FIRST, movedTo: 'reopen', isLate: false })
    expect([idsOf(after), after.selectedId]).toEqual([['resolve', 'reopen', 'rhea'], 'reopen'])
  })

  it('keeps the search selected when something is found late', () => {
    const nothing = nextShown(null, { typed: 'rh', ranked: [], ...NOT_MOVED })
    expect(nothing.selectedId).toBeNull()
    const after = nextShown(nothing, { typed: 'rh', ranked: CUSTOMER_FIRST, movedTo: null, isLate: true })
    expect([idsOf(after), after.selectedId]).toEqual([['rhea', 'resolve', 'reopen'], null])
  })

  it('selects the first entry when the selected one is gone', () => {
    const ranked: Ranked<Rankable> = [{ name: 'commands', entries: [reopen] }]
    expect(nextShown(before, { typed: 're', ranked, movedTo: null, isLate: true }).selectedId).toBe('reopen')
  })
})
