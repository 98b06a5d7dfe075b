import { describe, expect, it } from 'vitest'
import { clearCache } from '../../../src/db/clear.ts'
import { addOwnWord, listOwnWords, MAX_OWN_WORDS, removeOwnWord } from '../../../src/db/own-words.ts'
import { PLAIN_META } from '../../../src/db/sealing/fields.ts'
import { aDatabase } from '../../support/builders.ts'

describe('own words', () => {
  it('are kept in the order in which they were added, each once, with composed letters', async () => {
    const db = aDatabase()
    expect(await listOwnWords(db)).toEqual([])
    for (const word of ['Kowalczyk', 'cafe\u0301', ' Kowalczyk ', 'café', '', ' ', 'x'.repeat(61)])
      await addOwnWord(db, word)
    expect(await listOwnWords(db)).toEqual(['Kowalczyk', 'café'])
  })

  it('can be removed', async () => {
    const db = aDatabase()
    await addOwnWord(db, 'one')
    await addOwnWord(db, 'two')
    await removeOwnWord(db, 'one')
    await removeOwnWord(db, 'three')
    expect(await listOwnWords(db)).toEqual(['two'])
  })

  it('stay when the cache is cleared, and are sealed', async () => {
    const db = aDatabase()
    await addOwnWord(db, 'Kowalczyk')
    await clearCache(db)
    expect(await listOwnWords(db)).toEqual(['Kowalczyk'])
    expect(PLAIN_META).not.toContain('ownWords')
  })

  it('drop the oldest beyond the limit', async () => {
    const db = aDatabase()
    const many = Array.from({ length: MAX_OWN_WORDS }, (_, index) => `w${index}`)
    await db.meta.put({ name: 'ownWords', value: many })
    await addOwnWord(db, 'new')
    const words = await listOwnWords(db)
    expect(words).toHaveLength(MAX_OWN_WORDS)
    expect([words[0], words.at(-1)]).toEqual(['w1', 'new'])
  })
})
