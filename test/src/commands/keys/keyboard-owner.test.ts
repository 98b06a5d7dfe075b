import { describe, expect, it } from 'vitest'
import {
  isHeard,
  isReached,
  type KeyboardFacts,
  type KeyboardOwner,
  ownerOf,
  type PressInPlace,
  routeOf,
} from '../../../../src/commands/keys/keyboard-owner.ts'
import { keysOf } from '../../../../src/commands/keys/keymap.ts'
import { parseKeys, type Press } from '../../../../src/commands/keys/press.ts'
import { COMMANDS } from '../../../../src/commands/registry.ts'
import { INITIAL_SETTINGS } from '../../../../src/commands/settings.ts'

const FREE: KeyboardFacts = {
  isComposing: false,
  overlay: 'none',
  awaited: 'none',
  isAwaitedInDialog: false,
  focus: 'list',
}

const OWNERS: readonly KeyboardOwner[] = [
  'list',
  'thread',
  'button',
  'nothing',
  'field',
  'composer',
  'overlay',
  'coming-dialog',
  'awaited-field',
  'missing-field',
  'input-method',
]

function press(keys: string): Press {
  const [first] = parseKeys(keys) ?? []
  if (first === undefined) throw new Error(`${keys} is no key`)
  return first
}

function place(keys: string, more: Partial<PressInPlace> = {}): PressInPlace {
  return { press: press(keys), writes: false, isRepeat: false, hasSingleKeys: true, ...more }
}

describe('ownerOf', () => {
  it.each<[string, Partial<KeyboardFacts>, KeyboardOwner]>([
    ['is the focused element', { focus: 'thread' }, 'thread'],
    ['is the open dialog', { overlay: 'open' }, 'overlay'],
    ['is a dialog before it is drawn', { overlay: 'requested', focus: 'composer' }, 'coming-dialog'],
    ['is a field before it is drawn', { awaited: 'coming' }, 'awaited-field'],
    ['is that field even while another one has the focus', { awaited: 'coming', focus: 'composer' }, 'awaited-field'],
    ['is the dialog over the awaited field', { awaited: 'coming', overlay: 'open' }, 'overlay'],
    [
      'is the awaited field of a dialog that isn’t drawn yet',
      { awaited: 'coming', overlay: 'requested', isAwaitedInDialog: true },
      'awaited-field',
    ],
    ['is the missing field when the field never comes', { awaited: 'missing' }, 'missing-field'],
    ['is the input method before anything else', { isComposing: true, overlay: 'open' }, 'input-method'],
  ])('%s', (_, facts, owner) => {
    expect(ownerOf({ ...FREE, ...facts })).toBe(owner)
  })

  it('returns one owner for all facts', () => {
    for (const isComposing of [true, false])
      for (const overlay of ['none', 'requested', 'open'] as const)
        for (const awaited of ['none', 'coming', 'missing'] as const)
          for (const isAwaitedInDialog of [true, false])
            for (const focus of ['composer', 'field', 'button', 'thread', 'list', 'nothing'] as const)
              expect(OWNERS).toContain(ownerOf({ isComposing, overlay, awaited, isAwaitedInDialog, focus }))
  })
})

describe('isHeard', () => {
  it.each<[string, string, KeyboardOwner, boolean]>([
    ['a letter in the list', 'j', 'list', true],
    ['a letter in a text field', 'j', 'field', false],
    ['a symbol in the composer', '#', 'composer', false],
    ['Enter in a text field', 'Enter', 'field', false],
    ['an arrow in a text field', 'ArrowDown', 'field', false],
    ['Ctrl+K in a text field', '$mod+k', 'field', true],
    ['Escape in a text field', 'Escape', 'field', true],
    ['Enter on a button', 'Enter', 'button', false],
    ['Space on a button', 'Space', 'button', false],
    ['a letter on a button', 'j', 'button', true],
    ['Ctrl+Enter on a button', '$mod+Enter', 'button', true],
  ])('%s', (_, keys, owner, isExpected) => {
    expect(isHeard(owner, press(keys), true)).toBe(isExpected)
  })

  it.each<[string, string, boolean]>([
    ['a letter', 'j', false],
    ['Shift+E', 'Shift+e', false],
    ['?', '?', false],
    ['an arrow', 'ArrowDown', true],
    ['Ctrl+K', '$mod+k', true],
  ])('decides %s when single keys are off', (_, keys, isExpected) => {
    expect(isHeard('list', press(keys), false)).toBe(isExpected)
  })
})

describe('isReached', () => {
  it.each<[string, Parameters<typeof isReached>[1], KeyboardOwner, boolean, boolean]>([
    ['in the list', { scope: 'global' }, 'list', false, true],
    ['while a dialog is open', { scope: 'global' }, 'overlay', false, false],
    ['of a dialog, while one is open', { scope: 'dialog' }, 'overlay', false, true],
    ['of a dialog, while none is open', { scope: 'dialog' }, 'list', false, false],
    ['in a text field', { scope: 'global' }, 'field', false, false],
    ['in a text field, where it works there', { scope: 'global', worksInText: true }, 'field', false, true],
    ['of the composer, in it', { scope: 'composer' }, 'composer', false, true],
    ['of the composer, in another field', { scope: 'composer' }, 'field', false, false],
    ['held down', { scope: 'thread' }, 'list', true, false],
    ['held down, where it repeats', { scope: 'list', repeats: true }, 'list', true, true],
  ])('%s', (_, command, owner, isRepeat, isExpected) => {
    expect(isReached(owner, command, isRepeat, false)).toBe(isExpected)
  })

  it.each([
    ['with Ctrl or ⌘', true, true],
    // In a dialog's text field it would be text.
    ['without', false, false],
  ])('lets a command that works in dialogs run there by a key %s', (_, hasMod, isExpected) => {
    expect(isReached('overlay', { scope: 'global', worksInDialogs: true }, false, hasMod)).toBe(isExpected)
  })
})

/** By command, the owners with which its first key runs it: l list, t thread, b button, n nothing, f field, c composer. */
const REACH: Readonly<Record<string, string>> = {
  next: 'ltbn',
  previous: 'ltbn',
  'next-unread': 'ltbn',
  'previous-unread': 'ltbn',
  'take-in': 'ltbn',
  'run-mode': 'ltbn',
  pick: 'ltbn',
  'extend-down': 'ltbn',
  'extend-up': 'ltbn',
  'select-all': 'ltbn',
  resolve: 'ltbn',
  close: 'ltbn',
  reopen: 'ltbn',
  'toggle-seen': 'ltbn',
  snooze: 'ltbn',
  star: 'ltbn',
  actions: 'ltbn',
  tags: 'ltbn',
  reply: 'ltbn',
  'go-inbox': 'ltbn',
  'go-unread': 'ltbn',
  'go-waiting': 'ltbn',
  'go-drafts': 'ltbn',
  'go-snoozed': 'ltbn',
  'go-starred': 'ltbn',
  'go-resolved': 'ltbn',
  'go-closed': 'ltbn',
  'go-all': 'ltbn',
  'go-outbox': 'ltbn',
  'go-tags': 'ltbn',
  'go-searches': 'ltbn',
  'next-channel': 'ltbn',
  'previous-channel': 'ltbn',
  help: 'ltbn',
  undo: 'ltbn',
  'undo-some': 'ltbn',
  open: 'ltn',
  back: 'ltbnfc',
  export: 'ltbnfc',
  'save-search': 'ltbnfc',
  'go-all-inboxes': 'ltbn',
  'go-workspace-1': 'ltbnfc',
  'go-workspace-2': 'ltbnfc',
  'go-workspace-3': 'ltbnfc',
  'go-workspace-4': 'ltbnfc',
  'go-workspace-5': 'ltbnfc',
  'go-workspace-6': 'ltbnfc',
  'go-workspace-7': 'ltbnfc',
  'go-workspace-8': 'ltbnfc',
  'go-workspace-9': 'ltbnfc',
  'go-channel-sms': 'ltbn',
  'go-channel-email': 'ltbn',
  'go-channel-whatsapp': 'ltbn',
  'go-channel-instagram': 'ltbn',
  'go-channel-facebook': 'ltbn',
  'go-channel-voice': 'ltbn',
  palette: 'ltbnfc',
  settings: 'ltbnfc',
  customer: 'ltbnfc',
  'check-now': 'ltbnfc',
  lock: 'ltbnfc(overlay)',
  send: 'c',
  'send-and-resolve': 'c',
  snippets: 'c',
  'new-conversation': 'ltbn',
  'change-channel': '(overlay)',
  search: 'ltbn',
}

const LETTERS: Partial<Record<KeyboardOwner, string>> = {
  list: 'l',
  thread: 't',
  button: 'b',
  nothing: 'n',
  field: 'f',
  composer: 'c',
}

describe('every command with every keyboard owner', () => {
  const withKeys = COMMANDS.filter((command) => keysOf(command, INITIAL_SETTINGS).length > 0)

  it('has an entry in the table', () => {
    expect(Object.keys(REACH).toSorted()).toEqual(withKeys.map(({ id }) => id).toSorted())
  })

  it.each(withKeys.map((command) => [command.id, command] as const))('%s', (id, command) => {
    const keys = keysOf(command, INITIAL_SETTINGS)[0]?.split(' ').at(-1) ?? ''
    const reached = OWNERS.filter((owner) => routeOf(owner, place(keys), command) === 'run')
    expect(reached.map((owner) => LETTERS[owner] ?? `(${owner})`).join('')).toBe(REACH[id])
  })

  it.each(withKeys.map((command) => [command.id, command] as const))(
    '%s doesn’t run while a field is awaited or missing, or an input method composes',
    (_, command) => {
      for (const keys of keysOf(command, INITIAL_SETTINGS))
        for (const key of keys.split(' ')) {
          const isEscape = key === 'Escape'
          const writes = press(key).key.length === 1 && !press(key).hasMod
          expect(routeOf('awaited-field', place(key, { writes }), command)).toBe(
            isEscape ? 'give-up' : writes ? 'keep' : 'ignore',
          )
          expect(routeOf('missing-field', place(key, { writes }), command)).toBe(isEscape ? 'give-up' : 'ignore')
          expect(routeOf('input-method', place(key, { writes }), command)).toBe('browser')
          expect(routeOf('coming-dialog', place(key, { writes }), command)).toBe(
            isEscape ? 'give-up' : writes ? 'keep' : 'ignore',
          )
        }
    },
  )
})

describe('a press without a meaning', () => {
  it.each(OWNERS)('is left to the browser with the owner %s', (owner) => {
    expect(routeOf(owner, place('j', { press: null }), null)).toBe('browser')
  })

  it('that types a character is kept for the awaited field or dialog, and typed nowhere else', () => {
    expect(routeOf('awaited-field', place('j', { press: null, writes: true }), null)).toBe('keep')
    expect(routeOf('missing-field', place('j', { press: null, writes: true }), null)).toBe('ignore')
    expect(routeOf('coming-dialog', place('j', { press: null, writes: true }), null)).toBe('keep')
  })
})
