import { describe, expect, it } from 'vitest'
import { isHeard, isReached, type Situation } from '../../../src/commands/key-rules.ts'
import { parseKeys, type Press } from '../../../src/commands/press.ts'

const FREE: Situation = {
  isInText: false,
  isInComposer: false,
  isOnButton: false,
  isOverlayOpen: false,
  hasSingleKeys: true,
  isRepeat: false,
}

function press(keys: string): Press {
  const [only] = parseKeys(keys) ?? []
  if (only === undefined) throw new Error(`${keys} is no key`)
  return only
}

describe('a key press is heard', () => {
  it.each<[string, string, Partial<Situation>, boolean]>([
    ['a letter in the list', 'j', {}, true],
    ['a letter in a text field', 'j', { isInText: true }, false],
    ['a symbol in a text field', '#', { isInText: true }, false],
    ['Enter in a text field', 'Enter', { isInText: true }, false],
    ['an arrow in a text field', 'ArrowDown', { isInText: true }, false],
    ['Ctrl+K in a text field', '$mod+k', { isInText: true }, true],
    ['Escape in a text field', 'Escape', { isInText: true }, true],
    ['a letter where single keys are off', 'j', { hasSingleKeys: false }, false],
    ['Shift+E where single keys are off', 'Shift+e', { hasSingleKeys: false }, false],
    ['? where single keys are off', '?', { hasSingleKeys: false }, false],
    ['an arrow where single keys are off', 'ArrowDown', { hasSingleKeys: false }, true],
    ['Ctrl+K where single keys are off', '$mod+k', { hasSingleKeys: false }, true],
    ['Enter on a button', 'Enter', { isOnButton: true }, false],
    ['Space on a button', 'Space', { isOnButton: true }, false],
    ['a letter on a button', 'j', { isOnButton: true }, true],
    ['Ctrl+Enter on a button', '$mod+Enter', { isOnButton: true }, true],
  ])('%s', (_, keys, situation, isExpected) => {
    expect(isHeard(press(keys), { ...FREE, ...situation })).toBe(isExpected)
  })
})

describe('a command is reached by a key', () => {
  it.each<[string, Parameters<typeof isReached>[0], Partial<Situation>, boolean]>([
    ['in the window', { scope: 'global' }, {}, true],
    ['while a dialog is open', { scope: 'global' }, { isOverlayOpen: true }, false],
    ['of a dialog, while one is open', { scope: 'dialog' }, { isOverlayOpen: true }, true],
    ['of a dialog, in one of its fields', { scope: 'dialog' }, { isOverlayOpen: true, isInText: true }, true],
    ['of a dialog, while none is open', { scope: 'dialog' }, {}, false],
    ['in a text field', { scope: 'global' }, { isInText: true }, false],
    ['in a text field, where it says so', { scope: 'global', worksInText: true }, { isInText: true }, true],
    ['of the composer, in it', { scope: 'composer' }, { isInText: true, isInComposer: true }, true],
    ['of the composer, in another field', { scope: 'composer' }, { isInText: true }, false],
    ['held down', { scope: 'thread' }, { isRepeat: true }, false],
    ['held down, where it goes on', { scope: 'list', repeats: true }, { isRepeat: true }, true],
  ])('%s', (_, command, situation, isExpected) => {
    expect(isReached(command, { ...FREE, ...situation })).toBe(isExpected)
  })
})
