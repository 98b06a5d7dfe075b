import { describe, expect, it } from 'vitest'
import { acceleratorOf, menuSections } from '../../../src/commands/app-menu.ts'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { INITIAL_SETTINGS } from '../../../src/commands/settings.ts'

describe('the application menu', () => {
  const entries = menuSections(COMMANDS, INITIAL_SETTINGS).flatMap((section) => section.entries)

  it('holds every command that does not depend on where the hands are, once', () => {
    const elsewhere = ['back', 'select-all', 'copy-address', 'copy-id']
    const expected = COMMANDS.filter(
      ({ id, scope, group }) =>
        group !== 'Settings' && scope !== 'composer' && scope !== 'dialog' && !elsewhere.includes(id),
    )
    expect(entries.map((entry) => entry.id).toSorted()).toEqual(expected.map((command) => command.id).toSorted())
  })

  it('shows keys with Ctrl or ⌘ and function keys, never one that is typed', () => {
    const keyOf = (id: string) => entries.find((entry) => entry.id === id)?.accelerator
    expect(keyOf('new-conversation')).toBe('CmdOrCtrl+N')
    expect(keyOf('settings')).toBe('CmdOrCtrl+,')
    expect(keyOf('check-now')).toBe('F5')
    expect(keyOf('resolve')).toBeNull()
    expect(keyOf('go-inbox')).toBeNull()
  })

  it('shows a person’s own keys', () => {
    const own = { ...INITIAL_SETTINGS, own: { resolve: ['$mod+Shift+e'] } }
    const resolve = menuSections(COMMANDS, own)
      .flatMap((section) => section.entries)
      .find((entry) => entry.id === 'resolve')
    expect(resolve?.accelerator).toBe('CmdOrCtrl+Shift+E')
  })

  it.each([
    ['$mod+k', 'CmdOrCtrl+K'],
    ['$mod+ArrowDown', 'CmdOrCtrl+Down'],
    ['$mod+Shift+Enter', 'CmdOrCtrl+Shift+Enter'],
    ['F5', 'F5'],
    ['j', null],
    ['#', null],
    ['Escape', null],
    ['g i', null],
    ['$mod+ą', null],
    ['$mod+MediaPlay', null],
  ])('%s is %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator)
  })
})
