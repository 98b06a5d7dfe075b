import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { commandTerms, sectionOf } from '../../../src/palette/command-terms.ts'
import { rankEntries } from '../../../src/palette/ranking.ts'

const ENTRIES = COMMANDS.map((command) => ({
  id: command.id,
  section: sectionOf(command),
  terms: commandTerms(command, command.title, command.title),
  boost: 0,
}))

function find(typed: string): readonly string[] {
  return rankEntries(ENTRIES, typed).flatMap(({ entries }) => entries.map(({ id }) => id))
}

describe('commandTerms', () => {
  it.each([
    ['resolve', ['resolve']],
    ['rslv', ['resolve']],
    ['archive', ['resolve']],
    ['label', ['tags']],
    ['gi', ['go-inbox', 'go-channel-instagram']],
    ['whats', ['go-channel-whatsapp']],
    ['compose', ['new-conversation']],
    ['preferences', ['settings']],
    ['shortcuts', ['help']],
    ['unread', ['go-unread']],
    ['mark', ['toggle-seen']],
    ['dark', ['theme-dark']],
    ['dark mode', ['theme-dark']],
    ['light', ['theme-light']],
    ['theme', ['theme-dark', 'theme-light', 'theme-system']],
    ['zoom', ['zoom-in']],
    ['density', ['density-compact', 'density-comfortable', 'settings-appearance']],
    ['compact', ['density-compact']],
    ['copy', ['copy-id', 'copy-address']],
    ['notifications', ['settings-notifications']],
    ['workspace', ['settings-workspaces', 'go-workspace-1']],
    ['log', ['settings-request-log']],
    ['refresh', ['check-now', 'take-in']],
    // A setting is found by the section that has it.
    ['do not disturb', ['settings-notifications']],
  ])('%j finds one of %j first', (typed, ids) => {
    expect(ids).toContain(find(typed)[0])
  })

  it('finds nothing for unrelated letters', () => {
    expect(find('xyzzy')).toEqual([])
  })

  it('puts settings, saved searches and workspaces into their sections', () => {
    expect(
      ['go-search-1', 'go-workspace-2', 'go-all-inboxes', 'go-inbox'].map((id) => sectionOf({ id, group: 'go-to' })),
    ).toEqual(['searches', 'workspaces', 'workspaces', 'commands'])
    expect(sectionOf({ id: 'zoom-in', group: 'settings' })).toBe('settings')
  })
})
