import { describe, expect, it } from 'vitest'
import { FINISHES, GROUPS, PRESETS } from '../../../src/commands/command.ts'
import { FIELDS } from '../../../src/commands/fields.ts'
import { doCollide, doScopesMeet, isSingle, keysOf, refusalOf } from '../../../src/commands/keys/keymap.ts'
import { parseKeys, spellPress } from '../../../src/commands/keys/press.ts'
import { COMMANDS, findCommand } from '../../../src/commands/registry.ts'

const EVERY_CHOICE = PRESETS.flatMap((preset) => FINISHES.map((finish) => ({ preset, finish, own: {} })))

describe('COMMANDS', () => {
  it.each(COMMANDS)('$id has a title, a group, and an undo or a reason why not', (command) => {
    expect(command.title).toMatch(/^[A-Z]/)
    expect(GROUPS).toContain(command.group)
    if ('why' in command.undo) expect(command.undo.why).toMatch(/^[A-Z].*\.$/)
    else expect(FIELDS).toHaveProperty(command.undo.restore)
  })

  it.each(COMMANDS)('$id has a valid key in every preset, or a reason why not', (command) => {
    for (const choices of EVERY_CHOICE) {
      const keys = keysOf(command, choices)
      expect(keys.length > 0 || command.keyless !== undefined).toBe(true)
      for (const spelled of keys) {
        const presses = parseKeys(spelled)
        expect(presses?.map(spellPress).join(' ')).toBe(spelled)
        // Ctrl+A selects all text in a field, but is free in the list.
        if (spelled !== '$mod+a') expect(refusalOf(presses ?? [], false)).toBeNull()
      }
    }
  })

  it('has unique ids', () => {
    const ids = COMMANDS.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(findCommand('resolve')?.title).toBe('Resolve')
    expect(findCommand('nothing')).toBeUndefined()
  })

  it('has a key that types no text for each command that works in text fields', () => {
    for (const command of COMMANDS.filter(({ worksInText, scope }) => worksInText === true || scope === 'composer'))
      for (const choices of EVERY_CHOICE) expect(keysOf(command, choices).some((keys) => !isSingle(keys))).toBe(true)
  })

  it('never repeats a command that changes something', () => {
    const changing = COMMANDS.filter((command) => 'restore' in command.undo)
    expect(changing.map((command) => command.id)).toEqual(expect.arrayContaining(['resolve', 'close', 'reopen']))
    expect(changing.filter((command) => command.repeats === true)).toEqual([])
  })
})

describe.each(EVERY_CHOICE)('keys of $preset, with $finish as the finishing command', (choices) => {
  it('never collide', () => {
    const bound = COMMANDS.flatMap((command) =>
      keysOf(command, choices).map((keys) => ({ id: command.id, scope: command.scope, keys })),
    )
    const clashes = bound.flatMap((first, index) =>
      bound
        .slice(index + 1)
        .filter((second) => doScopesMeet(first.scope, second.scope) && doCollide(first.keys, second.keys))
        .map((second) => `${first.id} ${first.keys} and ${second.id} ${second.keys}`),
    )
    expect(clashes).toEqual([])
  })
})

describe('the Superhuman preset', () => {
  const superhuman = { preset: 'superhuman', finish: 'resolve', own: {} } as const

  /** Superhuman's cheat sheet, for the functions that Clarion has. */
  it.each([
    ['next', 'j'],
    ['previous', 'k'],
    ['open', 'Enter'],
    ['back', 'Escape'],
    ['pick', 'x'],
    ['extend-down', 'Shift+j'],
    ['extend-up', 'Shift+k'],
    ['resolve', 'e'],
    ['reopen', 'Shift+e'],
    ['close', '#'],
    ['snooze', 'h'],
    ['star', 's'],
    ['toggle-seen', 'u'],
    ['tags', 'l'],
    ['reply', 'r'],
    ['new-conversation', 'c'],
    ['send', '$mod+Enter'],
    ['send-and-resolve', '$mod+Shift+Enter'],
    ['snippets', '$mod+;'],
    ['search', '/'],
    ['palette', '$mod+k'],
    ['help', '?'],
    ['undo', 'z'],
    ['go-inbox', 'g i'],
    ['go-drafts', 'g d'],
    ['go-starred', 'g s'],
    ['go-resolved', 'g e'],
    ['go-snoozed', 'g h'],
    ['go-closed', 'g #'],
    ['go-all', 'g a'],
    ['go-tags', 'g l'],
    ['go-unread', 'Shift+u'],
    ['go-starred', 'Shift+s'],
  ])('has %s on %s', (id, keys) => {
    const command = findCommand(id)
    expect(command === undefined ? [] : keysOf(command, superhuman)).toContain(keys)
  })

  it('has no command on G then T, which is Sent in Superhuman', () => {
    expect(COMMANDS.filter((command) => keysOf(command, superhuman).includes('g t'))).toEqual([])
  })
})
