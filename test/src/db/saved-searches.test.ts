import { describe, expect, it } from 'vitest'
import { clearCache } from '../../../src/db/clear.ts'
import {
  deleteSavedSearch,
  findSaved,
  listSavedSearches,
  mergeSavedSearches,
  saveSearch,
} from '../../../src/db/saved-searches.ts'
import { aDatabase } from '../../support/builders.ts'

const VIP = { id: '1', name: 'VIP 10', text: 'tag:vip is:waiting' }
const NEW = { id: '2', name: 'VIP 9', text: 'after:7d' }

describe('saved searches', () => {
  it('are sorted by name, with numbers by value', async () => {
    const db = aDatabase()
    expect(await listSavedSearches(db)).toEqual([])
    await saveSearch(db, VIP)
    await saveSearch(db, NEW)
    expect(await listSavedSearches(db)).toEqual([NEW, VIP])
  })

  it('are renamed by id and deleted by text', async () => {
    const db = aDatabase()
    await saveSearch(db, VIP)
    await saveSearch(db, NEW)
    await saveSearch(db, { ...VIP, name: 'Afternoon 👍' })
    expect((await listSavedSearches(db)).map(({ name }) => name)).toEqual(['Afternoon 👍', 'VIP 9'])
    await deleteSavedSearch(db, { text: VIP.text })
    await deleteSavedSearch(db, VIP)
    expect(await listSavedSearches(db)).toEqual([NEW])
  })

  it('replace one with the same text', async () => {
    const db = aDatabase()
    await Promise.all([saveSearch(db, VIP), saveSearch(db, { ...VIP, id: '3', name: 'Again' })])
    expect(await listSavedSearches(db)).toEqual([{ ...VIP, id: '3', name: 'Again' }])
  })

  it('stay when the cache is cleared', async () => {
    const db = aDatabase()
    await saveSearch(db, VIP)
    await clearCache(db)
    expect(await listSavedSearches(db)).toEqual([VIP])
  })

  it('are found by their text, ignoring spaces around it', () => {
    expect(findSaved([VIP, NEW], ' after:7d ')).toBe(NEW)
    expect(findSaved([VIP, NEW], 'after:7')).toBeUndefined()
  })
})

describe('mergeSavedSearches', () => {
  it.each<[string, (typeof VIP)[][], string[]]>([
    ['none', [[], []], []],
    ['sorts all by name', [[VIP], [NEW]], ['VIP 9', 'VIP 10']],
    [
      'lists a text once, under its name in the first workspace',
      [[VIP], [{ ...VIP, id: '7', name: 'Late' }]],
      ['VIP 10'],
    ],
    ['keeps equal names of different texts', [[VIP], [{ ...NEW, name: 'VIP 10' }]], ['VIP 10', 'VIP 10']],
  ])('%s', (_, lists, expected) => {
    expect(mergeSavedSearches(lists).map(({ name }) => name)).toEqual(expected)
  })
})
