import { expect, it } from 'vitest'
import { NOTHING_PENDING } from '../../../src/shared/pending.ts'
import { waitingWords } from '../../../src/welcome/waiting-words.ts'

const held = (drafts: number, messages: number, asking: number) => ({
  conversations: 3,
  drafts,
  unsent: { waiting: { ...NOTHING_PENDING, messages }, asking: { ...NOTHING_PENDING, changes: asking } },
})

it.each([
  [held(1, 1, 0), '1 message waiting to be sent, 1 draft'],
  [held(0, 2, 0), '2 messages waiting to be sent'],
  [held(2, 0, 0), '2 drafts'],
  [held(0, 1, 1), '1 message waiting to be sent, 1 change needs your attention'],
  [held(0, 0, 0), null],
  ['nothing', null],
  ['reading', null],
  ['unreadable', 'Couldn’t read the data on this device'],
] as const)('waitingWords for %j is %j', (data, text) => {
  expect(waitingWords(data)).toBe(text)
})
