import { describe, expect, it } from 'vitest'
import { lostWith } from '../../../src/acts/lost-items.ts'
import { NOTHING_PENDING } from '../../../src/shared/pending.ts'

const held = (messages: number, asking: number, drafts: number) => ({
  conversations: 12,
  drafts,
  unsent: { waiting: { ...NOTHING_PENDING, messages }, asking: { ...NOTHING_PENDING, changes: asking } },
})

describe('lostWith', () => {
  it.each([
    ['reading', null],
    ['nothing', null],
    [held(0, 0, 0), null],
    [held(1, 0, 0), '1 message hasn’t been sent yet. It would be lost.'],
    [held(2, 1, 0), '2 messages and 1 change haven’t been sent yet. They would be lost.'],
    [held(0, 0, 1), '1 draft is only on this device. It would be lost.'],
    [held(1, 0, 2), '1 message hasn’t been sent yet. 2 drafts are only on this device. They would be lost.'],
    ['unreadable', 'This workspace can’t be checked for unsent work, which would be lost.'],
  ] as const)('turns %j into %s', (localData, text) => {
    expect(lostWith(localData)?.text ?? null).toBe(text)
  })
})
