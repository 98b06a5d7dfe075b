import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addFacts, followFacts, NO_FACTS, type SelectionFacts } from '../../../src/bulk/selection-facts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** In the views of these letters, and tagged with the last one: `wu` waits and is unread. */
const VIEWS = { waiting: 'w', unread: 'u', drafts: 'd', starred: 's' } as const

function makeCatalogue() {
  const listeners = new Set<() => void>()
  const asked: number[] = []
  return {
    asked,
    change: () => listeners.forEach((listener) => listener()),
    listenerCount: () => listeners.size,
    isIn: (name: string, key: string) => key.startsWith(VIEWS[name as keyof typeof VIEWS]),
    countTags(keys: readonly string[]) {
      asked.push(keys.length)
      return new Map(keys.length === 0 ? [] : [['vip', keys.length]])
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

describe('addFacts', () => {
  it('adds up the views and tags of all parts', () => {
    const catalogue = makeCatalogue()
    const first = addFacts(NO_FACTS, catalogue, ['w1', 'w2', 'u1'])
    const all = addFacts(first, catalogue, ['w3', 'd1', 's1', 'x1'])
    expect(all).toEqual({ waiting: 3, unread: 1, drafts: 1, starred: 1, tags: new Map([['vip', 7]]) })
    expect(NO_FACTS.tags.size).toBe(0)
  })
})

describe('followFacts', () => {
  const follow = (keys: readonly string[]) => {
    const catalogue = makeCatalogue()
    const reports: SelectionFacts[] = []
    const stop = followFacts({ catalogue, readKeys: () => keys, report: (facts) => reports.push(facts) })
    return { catalogue, reports, stop }
  }

  it('counts nothing during the key press that selects', () => {
    const { catalogue, reports } = follow(['w1'])
    expect(catalogue.asked).toEqual([])
    vi.advanceTimersByTime(0)
    expect(reports).toMatchObject([{ waiting: 1 }])
  })

  it('counts 5,000 conversations in parts, and reports once', () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => `w${index}`)
    const { catalogue, reports } = follow(keys)
    vi.advanceTimersToNextTimer()
    expect(catalogue.asked).toEqual([2_000])
    expect(reports).toEqual([])
    vi.runAllTimers()
    expect(catalogue.asked).toEqual([2_000, 2_000, 1_000])
    expect(reports).toMatchObject([{ waiting: 5_000 }])
  })

  it('counts again after changes, but not for each of them', () => {
    const { catalogue, reports } = follow(['w1'])
    vi.runAllTimers()
    for (let change = 0; change < 50; change += 1) catalogue.change()
    vi.runAllTimers()
    expect(reports).toHaveLength(2)
  })

  it('counts again after a change during a count', () => {
    const { catalogue, reports } = follow(Array.from({ length: 3_000 }, () => 'u'))
    vi.advanceTimersToNextTimer()
    catalogue.change()
    vi.runAllTimers()
    expect(reports).toHaveLength(2)
  })

  it('stops with the selection', () => {
    const { catalogue, reports, stop } = follow(['w1'])
    stop()
    vi.runAllTimers()
    expect(reports).toEqual([])
    expect(catalogue.listenerCount()).toBe(0)
  })
})
