import { describe, expect, it } from 'vitest'
import { acceleratorOf, menuSections } from '../../../src/commands/app-menu.ts'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { INITIAL_SETTINGS } from '../../../src/commands/settings.ts'

describe('menuSections', () => {
  const entries = menuSections(COMMANDS, INITIAL_SETTINGS).flatMap((section) => section.entries)

  it('lists every command once, except those that depend on the focus', () => {
    // The main process adds reporting a problem itself, because it must work without a page. Ctrl or ⌘ and A is the system's own in a menu; the row's menu has the two that copy.
    const excluded = ['back', 'select-all', 'copy-address', 'copy-id', 'report-problem']
    const expected = COMMANDS.filter(
      ({ id, scope, group }) =>
        group !== 'settings' && scope !== 'composer' && scope !== 'dialog' && !excluded.includes(id),
    )
    expect(entries.map((entry) => entry.id).toSorted()).toEqual(expected.map((command) => command.id).toSorted())
  })

  it('begins the File menu with a new conversation', () => {
    const file = menuSections(COMMANDS, INITIAL_SETTINGS).find(({ name }) => name === 'file')
    expect(file?.entries.map(({ id }) => id).slice(0, 2)).toEqual(['new-conversation', 'export'])
  })

  it('shows keys with Ctrl or ⌘ and function keys, never a key that types text', () => {
    const keyOf = (id: string) => entries.find((entry) => entry.id === id)?.accelerator
    expect(keyOf('new-conversation')).toBe('CmdOrCtrl+N')
    expect(keyOf('settings')).toBe('CmdOrCtrl+,')
    expect(keyOf('check-now')).toBe('F5')
    expect(keyOf('resolve')).toBeNull()
    expect(keyOf('go-inbox')).toBeNull()
  })

  it('shows the keys that the user chose', () => {
    const own = { ...INITIAL_SETTINGS, own: { resolve: ['$mod+Shift+e'] } }
    const resolve = menuSections(COMMANDS, own)
      .flatMap((section) => section.entries)
      .find((entry) => entry.id === 'resolve')
    expect(resolve?.accelerator).toBe('CmdOrCtrl+Shift+E')
  })
})

describe('acceleratorOf', () => {
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
  ])('turns %s into %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator)
  })
})
