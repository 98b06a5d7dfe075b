import { expect, it } from 'vitest'
import { typedInTurn } from './search.ts'

it('typedInTurn types a letter of each text in turn, and nothing that ends in a space', () => {
  expect(typedInTurn(['a bc', 'de'])).toEqual(['a', 'd', 'de', 'a b', 'a bc'])
})
