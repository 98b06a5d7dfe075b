import { describe, expect, it } from 'vitest'
import { PICKED_COMMANDS, pickedLabel } from '../../../src/acts/picked-commands.ts'
import { findCommand } from '../../../src/commands/registry.ts'

describe('the commands for picked conversations', () => {
  it.each(PICKED_COMMANDS.map(({ id }) => id))('%s exists', (id) => {
    expect(findCommand(id)?.title).toMatch(/\w/)
  })

  it.each([
    ['toggle-seen', { total: 3, unread: 1, starred: 0 }, 'Mark as read'],
    ['toggle-seen', { total: 3, unread: 0, starred: 0 }, 'Mark as unread'],
    ['star', { total: 3, unread: 0, starred: 2 }, 'Star'],
    ['star', { total: 3, unread: 0, starred: 3 }, 'Remove star'],
    ['export', { total: 3, unread: 0, starred: 0 }, 'Export'],
    ['resolve', { total: 3, unread: 0, starred: 0 }, undefined],
  ])('%s of %o is called %s', (id, facts, label) => {
    expect(pickedLabel(id, facts)).toBe(label)
  })
})
