import { expect, it } from 'vitest'
import { damageWords } from '../../../src/words/damage.ts'

const NOTHING = { noticedAt: 1, conversations: 0, drafts: 0, notes: 0, snippets: 0, others: 0 }

it.each([
  [{ conversations: 2 }, 'Some data on this device was damaged. 2 conversations are downloaded again.'],
  [{ drafts: 1 }, 'Some data on this device was damaged. Lost: 1 draft.'],
  [
    { conversations: 1, drafts: 2, notes: 1, others: 1 },
    'Some data on this device was damaged. Lost: 2 drafts, 1 note, and 1 star, snooze or setting. 1 conversation is downloaded again.',
  ],
])('damageWords of %o', (counts, words) => {
  expect(damageWords({ ...NOTHING, ...counts })).toBe(words)
})
