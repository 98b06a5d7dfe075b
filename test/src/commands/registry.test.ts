import { describe, expect, it } from 'vitest'
import { FINISHES, GROUPS, PRESETS } from '../../../src/commands/command.ts'
import { FIELDS } from '../../../src/commands/fields.ts'
import { doCollide, doScopesMeet, isSingle, keysOf, refusalOf } from '../../../src/commands/keys/keymap.ts'
import { parseKeys, spellPress } from '../../../src/commands/keys/press.ts'
import { COMMANDS, findCommand } from '../../../src/commands/registry.ts'

const EVERY_CHOICE = PRESETS.flatMap((preset) => FINISHES.map((finish) => ({ preset, finish, own: {} })))

describe('every command', () => {
  it.each(COMMANDS)('$id has a title, a place in the help, and a way back or a reason why not', (command) => {
    expect(command.title).toMatch(/^[A-Z]/)
    expect(GROUPS).toContain(command.group)
    if ('why' in command.undo) expect(command.undo.why).toMatch(/^[A-Z].*\.$/)
    else expect(FIELDS).toHaveProperty(command.undo.restore)
  })

  it.each(COMMANDS)('$id has a key in every preset, or a reason why not', (command) => {
    for (const choices of EVERY_CHOICE) {
      const keys = keysOf(command, choices)
      expect(keys.length > 0 || command.keyless !== undefined).toBe(true)
      for (const one of keys) {
        const presses = parseKeys(one)
        expect(presses?.map(spellPress).join(' ')).toBe(one)
        // In a text field it is the system's; in the list nobody else has it.
        if (one !== '$mod+a') expect(refusalOf(presses ?? [])).toBeNull()
      }
    }
  })

  it('has an id of its own', () => {
    const ids = COMMANDS.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(findCommand('resolve')?.title).toBe('Resolve')
    expect(findCommand('nothing')).toBeUndefined()
  })

  it('that works in text has a key that does not type', () => {
    for (const command of COMMANDS.filter((one) => one.worksInText === true || one.scope === 'composer'))
      for (const choices of EVERY_CHOICE) expect(keysOf(command, choices).some((keys) => !isSingle(keys))).toBe(true)
  })

  it('that changes something is never run again by a key held down', () => {
    const changing = COMMANDS.filter((command) => 'restore' in command.undo)
    expect(changing.map((command) => command.id)).toEqual(expect.arrayContaining(['resolve', 'close', 'reopen']))
    expect(changing.filter((command) => command.repeats === true)).toEqual([])
  })
})

describe.each(EVERY_CHOICE)('among the keys of $preset, where done is to $finish', (choices) => {
  it('none belongs to two commands, nor begins like another’s', () => {
    const bound = COMMANDS.flatMap((command) =>
      keysOf(command, choices).map((keys) => ({ id: command.id, scope: command.scope, keys })),
    )
    const clashes = bound.flatMap((one, index) =>
      bound
        .slice(index + 1)
        .filter((other) => doScopesMeet(one.scope, other.scope) && doCollide(one.keys, other.keys))
        .map((other) => `${one.id} ${one.keys} and ${other.id} ${other.keys}`),
    )
    expect(clashes).toEqual([])
  })
})

describe('whoever comes from Superhuman', () => {
  const superhuman = { preset: 'superhuman', finish: 'resolve', own: {} } as const

  /** Their cheat sheet, as far as there is such a thing here. */
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
  ])('finds %s at %s', (id, keys) => {
    const command = findCommand(id)
    expect(command === undefined ? [] : keysOf(command, superhuman)).toContain(keys)
  })

  it('does not go to the tags where they look for what they sent', () => {
    expect(COMMANDS.filter((command) => keysOf(command, superhuman).includes('g t'))).toEqual([])
  })
})
