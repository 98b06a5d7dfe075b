import { describe, expect, it } from 'vitest'
import { lostWith } from '../../../src/acts/lost-words.ts'
import { NOTHING_PENDING } from '../../../src/shared/pending.ts'

const held = (messages: number, asking: number, drafts: number) => ({
  conversations: 12,
  drafts,
  unsent: { waiting: { ...NOTHING_PENDING, messages }, asking: { ...NOTHING_PENDING, changes: asking } },
})

describe('what goes with a workspace', () => {
  it.each([
    ['reading', null],
    ['nothing', null],
    [held(0, 0, 0), null],
    [held(1, 0, 0), '1 message has not reached the server yet. It would be lost.'],
    [held(2, 1, 0), '2 messages and 1 change have not reached the server yet. They would be lost.'],
    [held(0, 0, 1), '1 draft is on this device alone. It would be lost.'],
    [held(1, 0, 2), '1 message has not reached the server yet. 2 drafts are on this device alone. They would be lost.'],
    ['unreadable', 'Whether something has not been sent cannot be read now. It would be lost.'],
  ] as const)('%j: %s', (holding, words) => {
    expect(lostWith(holding)?.words ?? null).toBe(words)
  })
})
