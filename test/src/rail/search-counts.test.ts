import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followCounts } from '../../../src/rail/search-counts.ts'

type Progress = { readonly state: 'indexing' | 'ready'; readonly conversations: number; readonly withText: number }

/** A fake search: the number of results is the length of the text, plus `found`. */
function aSearch() {
  const listeners = new Set<() => void>()
  let progress: Progress = { state: 'indexing', conversations: 0, withText: 0 }
  let more = 0
  const searched: string[] = []
  return {
    searched,
    listeners,
    list({ text }: { readonly text: string }) {
      searched.push(text)
      return Promise.resolve({ total: text.length + more, isCut: false, ids: [] })
    },
    progress: () => progress,
    onProgress(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    becomes(state: Progress['state'], found = 0) {
      progress = { ...progress, state }
      more = found
      for (const listener of listeners) listener()
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('followCounts counts once the index is ready, and after changes at most every two seconds', async () => {
  const search = aSearch()
  const reported: unknown[] = []
  const stop = followCounts(search, ['a', 'bb'], (counts) => reported.push(Object.fromEntries(counts)))
  search.becomes('indexing')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reported).toEqual([])
  search.becomes('ready')
  await vi.advanceTimersByTimeAsync(0)
  expect(reported).toEqual([{ a: 1, bb: 2 }])
  for (let change = 1; change <= 9; change += 1) search.becomes('ready', change)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(reported).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(reported).toEqual([
    { a: 1, bb: 2 },
    { a: 10, bb: 11 },
  ])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reported).toHaveLength(2)
  stop()
  search.becomes('ready')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(search.searched).toEqual(['a', 'bb', 'a', 'bb'])
  expect(search.listeners.size).toBe(0)
})

it('followCounts searches nothing without saved searches, and reports nothing after it stopped', async () => {
  const search = aSearch()
  search.becomes('ready')
  const reported = vi.fn()
  followCounts(search, [], reported)()
  const stop = followCounts(search, ['a'], reported)
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reported).not.toHaveBeenCalled()
})
