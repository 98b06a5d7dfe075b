import { expect, it } from 'vitest'
import { countWords } from '../../../src/customer/fact-words.ts'

it.each([
  [1, 0, '1'],
  [1, 1, '1 open'],
  [5, 2, '5, 2 open'],
  [5, 5, '5 open'],
])('countWords of %i conversations, %i open, is “%s”', (all, open, text) => expect(countWords(all, open)).toBe(text))
