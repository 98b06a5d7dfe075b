// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { overlayConversation, type ThreadItem } from '../../../../src/db/overlay.ts'
import { Announcer } from '../../../../src/thread/log/announcer.tsx'
import { aConversation } from '../../../support/builders.ts'

const row = { ...aConversation({ customerName: 'Ana' }), activityAt: 1 }
const conversation = overlayConversation({ id: 'conv_1', row, ops: [], seen: undefined })
const theirs = (key: string): ThreadItem => ({
  ...{ key, sender: 'customer', isMine: false, content: `Words of ${key}`, at: 1, echo: null },
})
const mine: ThreadItem = { ...theirs('mine'), sender: 'user', isMine: true }

let root: Root

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function announced(...items: readonly ThreadItem[]): string {
  act(() => root.render(<Announcer view={{ conversation, items, isOnDevice: true, troubles: [], snooze: null }} />))
  return document.querySelector('[aria-live]')?.textContent ?? ''
}

it('announces a message of another that arrives, and no message of the user', () => {
  expect(announced(theirs('a'))).toBe('')
  expect(announced(theirs('a'), mine)).toBe('')
  expect(announced(theirs('a'), mine, theirs('b'))).toBe('Ana: Words of b')
})

it('announces nothing when the user takes back a message that was there on opening', () => {
  expect(announced(theirs('a'), mine)).toBe('')
  expect(announced(theirs('a'))).toBe('')
})
