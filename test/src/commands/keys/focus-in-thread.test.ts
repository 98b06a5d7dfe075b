import { expect, it } from 'vitest'
import { threadFocus } from '../../../../src/commands/keys/focus-in-thread.ts'

it.each([
  ['outside a thread', { focusedId: null, selectedId: 'a', hasInput: true }, 'nothing'],
  ['in the selected thread', { focusedId: 'a', selectedId: 'a', hasInput: true }, 'keep'],
  ['in the selected thread, by a dialog', { focusedId: 'a', selectedId: 'a', hasInput: false }, 'keep'],
  ['in the previous thread, by the user', { focusedId: 'a', selectedId: 'b', hasInput: true }, 'open'],
  ['in the previous thread, by a dialog', { focusedId: 'a', selectedId: 'b', hasInput: false }, 'leave'],
  [
    'in the previous thread, by a dialog, when nothing is selected',
    { focusedId: 'a', selectedId: null, hasInput: false },
    'leave',
  ],
] as const)('the focus %s', (_, facts, step) => {
  expect(threadFocus(facts)).toBe(step)
})
