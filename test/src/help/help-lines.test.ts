import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { INITIAL_SETTINGS } from '../../../src/commands/settings.ts'
import { helpLines } from '../../../src/help/help-lines.ts'

describe('helpLines', () => {
  it('has a line for every command', () => {
    expect(helpLines(COMMANDS, INITIAL_SETTINGS, '').map((line) => line.id)).toEqual(COMMANDS.map(({ id }) => id))
  })

  it.each([
    ['  Resolve ', ['resolve']],
    ['label', ['tags']],
    ['f5', ['check-now']],
    ['nothing of the kind', []],
  ])('finds %j by name or key', (wanted, ids) => {
    expect(helpLines(COMMANDS, INITIAL_SETTINGS, wanted).map((line) => line.id)).toEqual(
      expect.arrayContaining([...ids]),
    )
    expect(helpLines(COMMANDS, INITIAL_SETTINGS, wanted).length > 0).toBe(ids.length > 0)
  })

  it('shows the user’s own keys, and none that are turned off', () => {
    const own = { ...INITIAL_SETTINGS, own: { resolve: ['q'] } }
    const keysOf = (settings: typeof own, id: string) =>
      helpLines(COMMANDS, settings, '').find((line) => line.id === id)?.keys
    expect(keysOf(own, 'resolve')).toEqual(['q'])
    expect(keysOf({ ...own, hasSingleKeys: false }, 'resolve')).toEqual([])
    expect(keysOf({ ...own, hasSingleKeys: false }, 'next')).toEqual(['ArrowDown'])
  })
})
