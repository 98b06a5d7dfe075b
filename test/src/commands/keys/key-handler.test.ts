import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeyboardOwner } from '../../../../src/commands/keys/keyboard-owner.ts'
import { isKeyOf, makeKeyHandler, readPress } from '../../../../src/commands/keys/key-handler.ts'
import { COMMANDS } from '../../../../src/commands/registry.ts'
import { type CommandSettings, INITIAL_SETTINGS } from '../../../../src/commands/settings.ts'
import { installKeyboard, keyPress } from '../../../support/keyboard.ts'

type Setup = {
  readonly owner?: KeyboardOwner
  readonly settings?: Partial<CommandSettings>
  readonly onMac?: boolean
}

/** A key handler, a way to press keys, and the commands that ran. */
function begin({ owner = 'list', settings = {}, onMac = false }: Setup = {}) {
  const ran: string[] = []
  const impossible = new Set<string>()
  const handler = makeKeyHandler({
    commands: COMMANDS,
    keymap: { ...INITIAL_SETTINGS, ...settings },
    onMac,
    readOwner: () => owner,
    run(command) {
      if (impossible.has(command.id)) return false
      ran.push(command.id)
      return true
    },
  })
  const press = (key: string, held: KeyboardEventInit = {}): KeyboardEvent => {
    const event = keyPress(key, held)
    handler(event)
    return event
  }
  return { ran, impossible, press }
}

beforeAll(installKeyboard)
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

describe('makeKeyHandler', () => {
  it('runs a key’s command and prevents its default', () => {
    const { ran, press } = begin()
    expect(press('j').defaultPrevented).toBe(true)
    press('E', { shiftKey: true })
    press('#', { shiftKey: true })
    press('k', { ctrlKey: true })
    expect(ran).toEqual(['next', 'reopen', 'close', 'palette'])
  })

  it('ignores a key whose default was prevented', () => {
    const ran: string[] = []
    const handler = makeKeyHandler({
      commands: COMMANDS,
      keymap: INITIAL_SETTINGS,
      onMac: false,
      readOwner: () => 'list',
      run: (command) => ran.push(command.id) > 0,
    })
    const event = keyPress('j')
    event.preventDefault()
    handler(event)
    expect(ran).toEqual([])
  })

  it('leaves a key alone when its command can’t run', () => {
    const { impossible, press } = begin()
    impossible.add('resolve')
    expect(press('e').defaultPrevented).toBe(false)
  })

  it('repeats moving along the list while a key is held, and resolves only once', () => {
    const { ran, press } = begin()
    press('j')
    press('j', { repeat: true })
    press('e')
    press('e', { repeat: true })
    expect(ran).toEqual(['next', 'next', 'resolve'])
  })

  it('uses ⌘ on a Mac and Ctrl elsewhere', () => {
    const mac = begin({ onMac: true })
    mac.press('k', { metaKey: true })
    mac.press('k', { ctrlKey: true })
    expect(mac.ran).toEqual(['palette'])
  })
})

describe('a key sequence', () => {
  it('goes to a view without running the letter’s own command', () => {
    const { ran, press } = begin()
    expect(press('g').defaultPrevented).toBe(false)
    expect(press('u').defaultPrevented).toBe(true)
    press('u')
    expect(ran).toEqual(['go-unread', 'toggle-seen'])
  })

  it('does nothing when the letter goes nowhere', () => {
    const { ran, press } = begin()
    press('g')
    press('e')
    expect(ran).toEqual([])
    press('e')
    expect(ran).toEqual(['resolve'])
  })

  it('leaves keys with Ctrl alone', () => {
    const { ran, press } = begin()
    press('g')
    press('k', { ctrlKey: true })
    expect(ran).toEqual(['palette'])
  })

  it('does nothing in a text field', () => {
    const { ran, press } = begin({ owner: 'field' })
    press('g')
    press('i')
    expect(ran).toEqual([])
  })
})

describe('in a text field', () => {
  const writing = { owner: 'composer' } as const

  it('no letter of any layout runs a command', () => {
    const { ran, press } = begin(writing)
    for (const key of 'abcdefghijklmnopqrstuvwxyz#?/[]') expect(press(key).defaultPrevented).toBe(false)
    for (const key of 'ąćęłńóśźż@€[]#') {
      press(key, { modifierAltGraph: true })
      press(key, { modifierAltGraph: true, ctrlKey: true, altKey: true })
      press(key, { ctrlKey: true, altKey: true })
    }
    for (const key of 'ejkruclnz') press(key, { altKey: true })
    expect(ran).toEqual([])
  })

  it('no press of an input method runs a command, not even with Ctrl', () => {
    const { ran, press } = begin(writing)
    press('Enter', { isComposing: true, ctrlKey: true })
    press('Process', { ctrlKey: true, keyCode: 229 })
    press('k', { ctrlKey: true, keyCode: 229 })
    press('Escape', { isComposing: true })
    expect(ran).toEqual([])
  })

  it('keys with Ctrl run only commands for text fields, and undo is the field’s own', () => {
    const { ran, press } = begin(writing)
    press('k', { ctrlKey: true })
    press('Enter', { ctrlKey: true })
    press('z', { ctrlKey: true })
    press('Escape')
    expect(ran).toEqual(['palette', 'send', 'back'])
  })
})

it('an open dialog gets every key', () => {
  const { ran, press } = begin({ owner: 'overlay' })
  press('e')
  press('k', { ctrlKey: true })
  press('g')
  press('i')
  press('Escape')
  expect(ran).toEqual([])
})

it('keys with Ctrl still work when single keys are off', () => {
  const { ran, press } = begin({ settings: { hasSingleKeys: false } })
  for (const key of ['j', 'e', '?', 'g', 'i', 'u']) press(key)
  press('ArrowDown')
  press('k', { ctrlKey: true })
  expect(ran).toEqual(['next', 'palette'])
})

it('the user’s own keys replace the preset’s', () => {
  const { ran, press } = begin({ settings: { own: { resolve: ['q'], 'go-inbox': ['v v'] } } })
  press('e')
  press('q')
  press('v')
  press('v')
  expect(ran).toEqual(['resolve', 'go-inbox'])
})

it('isKeyOf tells which command a press belongs to', () => {
  const send = COMMANDS.find((command) => command.id === 'send')
  const asked = (key: string, held: KeyboardEventInit) =>
    send !== undefined && isKeyOf(readPress(keyPress(key, held), false), send, INITIAL_SETTINGS)
  expect(asked('Enter', { ctrlKey: true })).toBe(true)
  expect(asked('Enter', {})).toBe(false)
  expect(asked('Enter', { ctrlKey: true, isComposing: true })).toBe(false)
})
