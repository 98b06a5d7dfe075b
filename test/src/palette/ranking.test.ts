import { defaultFilter } from 'cmdk'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { arrange, rankCommands } from '../../../src/palette/ranking.ts'

describe('arrange and rankCommands', () => {
  it('list recent commands first, and nothing twice', () => {
    const [first, ...groups] = arrange(COMMANDS, ['go-all', 'gone-since', 'resolve'])
    expect(first?.title).toBe('Recent')
    expect(first?.commands.map((command) => command.id)).toEqual(['go-all', 'resolve'])
    const shown = [first, ...groups].flatMap((group) => group?.commands ?? [])
    expect(shown.length).toBe(COMMANDS.length)
    expect(new Set(shown).size).toBe(COMMANDS.length)
  })

  it('list no empty group', () => {
    expect(arrange([], ['resolve'])).toEqual([])
  })

  it.each([
    ['resolve', 'resolve'],
    ['rslv', 'resolve'],
    ['archive', 'resolve'],
    ['label', 'tags'],
    ['gi', 'go-inbox'],
    ['whats', 'go-channel-whatsapp'],
    ['compose', 'new-conversation'],
    ['preferences', 'settings'],
    ['shortcuts', 'help'],
    ['unread', 'go-unread'],
    ['mark', 'toggle-seen'],
    ['dark', 'theme-dark'],
    ['dark mode', 'theme-dark'],
    ['light', 'theme-light'],
    ['theme', 'theme-system'],
    ['zoom', 'zoom-in'],
    ['density', 'density-compact'],
    ['compact', 'density-compact'],
    ['copy', 'copy-address'],
    ['notifications', 'settings-notifications'],
    ['workspace', 'settings-workspaces'],
    ['log', 'settings-request-log'],
    ['refresh', 'check-now'],
  ])('rank %s as %s', (wanted, id) => {
    const [best] = COMMANDS.map((command) => ({
      id: command.id,
      score: rankCommands(command, wanted, defaultFilter),
    })).toSorted((one, other) => other.score - one.score)
    const score = COMMANDS.find((command) => command.id === id)
    expect(score === undefined ? 0 : rankCommands(score, wanted, defaultFilter)).toBe(best?.score)
    expect(best?.score).toBeGreaterThan(0)
  })

  it('find nothing for unrelated letters', () => {
    expect(COMMANDS.filter((command) => rankCommands(command, 'xyzzy', defaultFilter) > 0)).toEqual([])
  })
})
