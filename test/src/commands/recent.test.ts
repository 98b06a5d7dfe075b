import { expect, it } from 'vitest'
import { noteRecent, readRecent } from '../../../src/commands/recent.ts'

function makeStorage(stored: string | null) {
  let value = stored
  return { getItem: () => value, setItem: (_: string, next: string) => void (value = next) }
}

it('readRecent lists the latest commands first, each once, up to a limit', () => {
  const storage = makeStorage(null)
  for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) noteRecent(storage, id)
  expect(readRecent(storage)).toEqual(['f', 'e', 'd', 'a', 'c'])
})

it.each(['', '{', '{"a":1}', 'null', '[1,null]'])('readRecent ignores %j', (stored) => {
  expect(readRecent(makeStorage(stored))).toEqual([])
})
