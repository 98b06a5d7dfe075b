import { describe, expect, it } from 'vitest'
import type { SearchResult } from '../../../src/search/answer.ts'
import type { FoundInAll } from '../../../src/search/all/search-all.ts'
import { parseQuery } from '../../../src/search/query/query.ts'
import { type AllResults, nextResults } from '../../../src/search-view/next-results.ts'

const QUERY = parseQuery('ana', 0)

function row(id: string, name = id): SearchResult {
  return { conversation: { id, name }, message: null, rank: { score: 0, activityAt: 0 } } as unknown as SearchResult
}

function found(ids: readonly string[], more: Partial<FoundInAll & { text: string }> = {}) {
  const base = { limit: 24, total: ids.length, isCut: false, asked: ['v', 'w'], pending: [], text: 'ana', query: QUERY }
  return { ...base, rows: ids.map((id) => row(id)), ...more }
}

function shown(ids: readonly string[]): AllResults {
  return nextResults(null, found(ids), false)
}

function ids(results: AllResults): string {
  return results.rows.map(({ conversation }) => conversation.id).join(' ')
}

describe('nextResults', () => {
  it.each<[string, { isHeld: boolean; shown: string[]; found: ReturnType<typeof found> }, string]>([
    ['are in their order', { isHeld: false, shown: ['v/1'], found: found(['w/9', 'v/1']) }, 'w/9 v/1'],
    [
      'follow after the shown ones while the user is in the list',
      { isHeld: true, shown: ['v/1'], found: found(['w/9', 'v/1', 'v/2']) },
      'v/1 w/9 v/2',
    ],
    [
      'with an id that another workspace shows are new rows',
      { isHeld: true, shown: ['v/1'], found: found(['w/1', 'v/1']) },
      'v/1 w/1',
    ],
    [
      'of another text replace those that are shown',
      { isHeld: true, shown: ['v/1'], found: found(['w/9'], { text: 'anab' }) },
      'w/9',
    ],
    [
      'leave a row where it is that is no longer among the best',
      { isHeld: true, shown: ['v/1', 'w/2'], found: found(['w/2']) },
      'v/1 w/2',
    ],
    [
      'of a workspace that is gone leave',
      { isHeld: true, shown: ['v/1', 'w/2'], found: found(['w/2'], { asked: ['w'] }) },
      'w/2',
    ],
  ])('new results %s', (_, { isHeld, shown: before, found: next }, expected) => {
    expect(ids(nextResults(shown(before), next, isHeld))).toBe(expected)
  })

  it('takes the newest data of a row that keeps its place', () => {
    const next = nextResults(shown(['v/1']), { ...found([]), rows: [row('v/1', 'Renamed')] }, true)
    expect(next.rows.map(({ conversation }) => conversation.name)).toEqual(['Renamed'])
  })

  it('is complete once no workspace is pending, and never counts fewer than it shows', () => {
    expect(nextResults(null, found([], { pending: ['w'] }), false).isComplete).toBe(false)
    expect(nextResults(null, found([]), false).isComplete).toBe(true)
    expect(nextResults(shown(['v/1', 'v/2']), found(['w/3'], { total: 1 }), true).total).toBe(3)
  })

  it('keeps the places of 10,000 rows', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => `${index % 2 === 0 ? 'v' : 'w'}/${index}`)
    const next = nextResults(shown(all.slice(0, 9_000)), found(all.toReversed()), true)
    expect(next.rows.slice(0, 9_000).map(({ conversation }) => conversation.id)).toEqual(all.slice(0, 9_000))
    expect(next.rows).toHaveLength(10_000)
  })
})
