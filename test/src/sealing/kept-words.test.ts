import { describe, expect, it } from 'vitest'
import { type Kept, keptWords, lostWords } from '../../../src/sealing/kept-words.ts'

const NOTHING = { unsent: 0, drafts: 0, notes: 0, snippets: 0 }

describe('what is in data that cannot be opened, and what deleting it would lose', () => {
  it.each<[string, Kept, string | null, string | null]>([
    ['no database', null, null, null],
    ['nothing', NOTHING, 'Nothing was deleted. There are no unsent messages, drafts, notes or snippets in it.', null],
    [
      'one draft',
      { ...NOTHING, drafts: 1 },
      'Nothing was deleted. 1 draft is still in it.',
      'You will lose 1 draft. It can’t be downloaded again.',
    ],
    [
      'unsent ops and drafts',
      { ...NOTHING, unsent: 3, drafts: 2 },
      'Nothing was deleted. 3 unsent messages or changes and 2 drafts are still in it.',
      'You will lose 3 unsent messages or changes and 2 drafts. They can’t be downloaded again.',
    ],
    [
      'everything',
      { unsent: 1, drafts: 1, notes: 2, snippets: 1 },
      'Nothing was deleted. 1 unsent message or change, 1 draft, 2 notes, and 1 snippet are still in it.',
      'You will lose 1 unsent message or change, 1 draft, 2 notes, and 1 snippet. They can’t be downloaded again.',
    ],
    [
      'data that cannot be counted',
      'unknown',
      'Nothing was deleted. Clarion can’t tell whether unsent messages or drafts are in it.',
      'You will lose unsent messages, drafts, notes and snippets that are in it. They can’t be downloaded again.',
    ],
  ])('%s', (_, kept, inIt, lost) => {
    expect(keptWords(kept)).toBe(inIt)
    expect(lostWords(kept)).toBe(lost)
  })
})
