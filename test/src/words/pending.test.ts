import { expect, it } from 'vitest'
import { pendingWords } from '../../../src/words/pending.ts'

it.each([
  [{ messages: 0, conversations: 0, changes: 0 }, ''],
  [{ messages: 1, conversations: 0, changes: 0 }, '1 message'],
  [{ messages: 0, conversations: 1, changes: 1 }, '1 new conversation and 1 change'],
  [{ messages: 1_200, conversations: 2, changes: 3 }, '1,200 messages, 2 new conversations, and 3 changes'],
])('pendingWords writes %j as “%s”', (pending, text) => {
  expect(pendingWords(pending)).toBe(text)
})
