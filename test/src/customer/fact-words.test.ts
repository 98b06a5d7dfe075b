import { expect, it } from 'vitest'
import { countWords } from '../../../src/customer/fact-words.ts'

it.each([
  [1, 0, '1'],
  [1, 1, '1 open'],
  [5, 2, '5, 2 open'],
  [5, 5, '5 open'],
])('of %i conversations %i open: %s', (all, open, words) => expect(countWords(all, open)).toBe(words))
