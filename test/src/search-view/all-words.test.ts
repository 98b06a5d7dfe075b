import { describe, expect, it } from 'vitest'
import { allCoverageWords, allProblem, type SearchedWorkspace, sumOf } from '../../../src/search-view/all-words.ts'
import type { IndexProgress } from '../../../src/search/search.ts'

function workspace(
  name: string,
  state: IndexProgress['state'] | 'closed' = 'ready',
  isPending = false,
): SearchedWorkspace {
  return { name, isPending, progress: state === 'closed' ? null : { state, conversations: 10, withText: 8 } }
}

describe('allCoverageWords', () => {
  it.each<[string, SearchedWorkspace[], string]>([
    ['names those that have not answered', [workspace('Alder'), workspace('Birch', 'ready', true)], 'Searching Birch…'],
    [
      'names none while all are pending',
      [workspace('Alder', 'ready', true), workspace('Birch', 'indexing', true)],
      'Searching…',
    ],
    [
      'does not wait for one that failed',
      [workspace('Alder'), workspace('Birch', 'failed', true)],
      'Searched 10 conversations, 8 with full text',
    ],
    [
      'names those that are indexed',
      [workspace('Alder', 'indexing'), workspace('Birch'), workspace('Cedar', 'indexing')],
      'Still indexing Alder and Cedar. Results may be missing.',
    ],
    [
      'adds up all',
      [workspace('Alder'), workspace('Birch'), workspace('Cedar', 'closed')],
      'Searched 20 conversations, 16 with full text',
    ],
    [
      'shows a name without its control characters',
      [workspace('Al\u202eder', 'indexing'), workspace('B')],
      'Still indexing Alder. Results may be missing.',
    ],
  ])('%s', (_, workspaces, expected) => {
    expect(allCoverageWords(workspaces)).toBe(expected)
  })
})

describe('allProblem', () => {
  it.each<[string, SearchedWorkspace[], ReturnType<typeof allProblem>]>([
    ['nothing', [workspace('Alder', 'indexing', true)], null],
    [
      'a search that failed',
      [workspace('Alder', 'failed'), workspace('Birch')],
      { words: 'Search stopped in Alder.', canRestart: true },
    ],
    [
      'a workspace that is not open',
      [workspace('Alder'), workspace('Birch', 'closed')],
      { words: 'Not searched: Birch', canRestart: false },
    ],
    [
      'both',
      [workspace('Alder', 'failed'), workspace('Birch', 'closed'), workspace('Cedar', 'closed')],
      { words: 'Search stopped in Alder. Not searched: Birch and Cedar', canRestart: true },
    ],
  ])('names %s', (_, workspaces, expected) => {
    expect(allProblem(workspaces)).toEqual(expected)
  })
})

describe('sumOf', () => {
  it('is ready when every searchable workspace is', () => {
    expect(sumOf([workspace('Alder'), workspace('Birch', 'closed')]).state).toBe('ready')
    expect(sumOf([workspace('Alder'), workspace('Birch', 'indexing')]).state).toBe('indexing')
    expect(sumOf([])).toEqual({ state: 'ready', conversations: 0, withText: 0 })
  })
})
