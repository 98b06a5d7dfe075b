import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followCounts } from '../../../src/rail/search-counts.ts'

type Progress = { readonly state: 'indexing' | 'ready'; readonly conversations: number; readonly withText: number }

/** Finds as many as the text is long, and now and then one more. */
function aSearch() {
  const listeners = new Set<() => void>()
  let progress: Progress = { state: 'indexing', conversations: 0, withText: 0 }
  let more = 0
  const asked: string[] = []
  return {
    asked,
    listeners,
    list({ text }: { readonly text: string }) {
      asked.push(text)
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

it('counts once all is indexed, and again after something changed, no more often than every two seconds', async () => {
  const search = aSearch()
  const told: unknown[] = []
  const stop = followCounts(search, ['a', 'bb'], (counts) => told.push(Object.fromEntries(counts)))
  search.becomes('indexing')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([])
  search.becomes('ready')
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([{ a: 1, bb: 2 }])
  for (let change = 1; change <= 9; change += 1) search.becomes('ready', change)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(told).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toEqual([
    { a: 1, bb: 2 },
    { a: 10, bb: 11 },
  ])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(2)
  stop()
  search.becomes('ready')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(search.asked).toEqual(['a', 'bb', 'a', 'bb'])
  expect(search.listeners.size).toBe(0)
})

it('asks nothing where nothing is saved, and tells nothing after it was stopped', async () => {
  const search = aSearch()
  search.becomes('ready')
  const told = vi.fn()
  followCounts(search, [], told)()
  const stop = followCounts(search, ['a'], told)
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).not.toHaveBeenCalled()
})
