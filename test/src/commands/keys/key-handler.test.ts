import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeyboardOwner } from '../../../../src/commands/keys/keyboard-owner.ts'
import { isKeyOf, makeKeyHandler, readPress } from '../../../../src/commands/keys/key-handler.ts'
import { COMMANDS } from '../../../../src/commands/registry.ts'
import { type CommandSettings, INITIAL_SETTINGS } from '../../../../src/commands/settings.ts'
import { installKeyboard, keyPress } from '../../../support/keyboard.ts'

type Hands = {
  readonly owner?: KeyboardOwner
  readonly settings?: Partial<CommandSettings>
  readonly onMac?: boolean
}

/** Hands on a keyboard, and what they have run. */
function begin({ owner = 'list', settings = {}, onMac = false }: Hands = {}) {
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

describe('a key', () => {
  it('runs its command, and nobody else gets it', () => {
    const { ran, press } = begin()
    expect(press('j').defaultPrevented).toBe(true)
    press('E', { shiftKey: true })
    press('#', { shiftKey: true })
    press('k', { ctrlKey: true })
    expect(ran).toEqual(['next', 'reopen', 'close', 'palette'])
  })

  it('that somebody has used already runs nothing', () => {
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

  it('whose command cannot run is left to others', () => {
    const { impossible, press } = begin()
    impossible.add('resolve')
    expect(press('e').defaultPrevented).toBe(false)
  })

  it('that is held down goes on along the list, and resolves once', () => {
    const { ran, press } = begin()
    press('j')
    press('j', { repeat: true })
    press('e')
    press('e', { repeat: true })
    expect(ran).toEqual(['next', 'next', 'resolve'])
  })

  it('with ⌘ is a Mac’s, and with Ctrl everybody else’s', () => {
    const mac = begin({ onMac: true })
    mac.press('k', { metaKey: true })
    mac.press('k', { ctrlKey: true })
    expect(mac.ran).toEqual(['palette'])
  })
})

describe('G and a letter', () => {
  it('go to a view, and the letter’s own command stays out of it', () => {
    const { ran, press } = begin()
    expect(press('g').defaultPrevented).toBe(false)
    expect(press('u').defaultPrevented).toBe(true)
    press('u')
    expect(ran).toEqual(['go-unread', 'toggle-seen'])
  })

  it('that goes nowhere do nothing: a slip resolves nothing', () => {
    const { ran, press } = begin()
    press('g')
    press('e')
    expect(ran).toEqual([])
    press('e')
    expect(ran).toEqual(['resolve'])
  })

  it('leave keys with Ctrl alone', () => {
    const { ran, press } = begin()
    press('g')
    press('k', { ctrlKey: true })
    expect(ran).toEqual(['palette'])
  })

  it('mean nothing in a text field', () => {
    const { ran, press } = begin({ owner: 'field' })
    press('g')
    press('i')
    expect(ran).toEqual([])
  })
})

describe('where somebody writes', () => {
  const writing = { owner: 'composer' } as const

  it('no letter of any layout runs anything', () => {
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

  it('no press of an input method runs anything, not even with Ctrl', () => {
    const { ran, press } = begin(writing)
    press('Enter', { isComposing: true, ctrlKey: true })
    press('Process', { ctrlKey: true, keyCode: 229 })
    press('k', { ctrlKey: true, keyCode: 229 })
    press('Escape', { isComposing: true })
    expect(ran).toEqual([])
  })

  it('keys with Ctrl run what may run there: not undo, which is the field’s', () => {
    const { ran, press } = begin(writing)
    press('k', { ctrlKey: true })
    press('Enter', { ctrlKey: true })
    press('z', { ctrlKey: true })
    press('Escape')
    expect(ran).toEqual(['palette', 'send', 'back'])
  })
})

it('an open dialog keeps every key for itself', () => {
  const { ran, press } = begin({ owner: 'overlay' })
  press('e')
  press('k', { ctrlKey: true })
  press('g')
  press('i')
  press('Escape')
  expect(ran).toEqual([])
})

it('where single keys are off, what is left are the others', () => {
  const { ran, press } = begin({ settings: { hasSingleKeys: false } })
  for (const key of ['j', 'e', '?', 'g', 'i', 'u']) press(key)
  press('ArrowDown')
  press('k', { ctrlKey: true })
  expect(ran).toEqual(['next', 'palette'])
})

it('a person’s own keys are the ones that hold', () => {
  const { ran, press } = begin({ settings: { own: { resolve: ['q'], 'go-inbox': ['v v'] } } })
  press('e')
  press('q')
  press('v')
  press('v')
  expect(ran).toEqual(['resolve', 'go-inbox'])
})

it('what handles its keys itself can ask whose a press is', () => {
  const send = COMMANDS.find((command) => command.id === 'send')
  const asked = (key: string, held: KeyboardEventInit) =>
    send !== undefined && isKeyOf(readPress(keyPress(key, held), false), send, INITIAL_SETTINGS)
  expect(asked('Enter', { ctrlKey: true })).toBe(true)
  expect(asked('Enter', {})).toBe(false)
  expect(asked('Enter', { ctrlKey: true, isComposing: true })).toBe(false)
})
