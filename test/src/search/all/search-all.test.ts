import { describe, expect, it } from 'vitest'
import type { SearchAnswer, SearchResult } from '../../../../src/search/answer.ts'
import { type FoundInAll, type HeldSource, makeSearchAll } from '../../../../src/search/all/search-all.ts'
import type { IndexProgress, Search } from '../../../../src/search/search.ts'

function result(id: string, score: number): SearchResult {
  return { conversation: { id, name: id }, message: null, rank: { score, activityAt: 0 } } as unknown as SearchResult
}

/** A workspace whose answers come when the test says so. `scores` are those of its matches, whose ids are their numbers. */
function workspace(workspaceId: string, scores: readonly number[]) {
  const matches = scores.map((score, index) => result(`${index}`, score))
  const listeners = new Set<() => void>()
  const asked: string[] = []
  const state = { holds: 0, restarts: 0, deleted: new Set<string>(), isSilent: false }
  let progress: IndexProgress = { state: 'ready', conversations: scores.length, withText: 0 }
  let waiting: { resolve: (answer: SearchAnswer | null) => void; offset: number; limit: number } | null = null

  function answer(): void {
    const { offset = 0, limit = 0 } = waiting ?? {}
    const rows = matches.slice(offset, offset + limit).filter(({ conversation }) => !state.deleted.has(conversation.id))
    waiting?.resolve({ total: matches.length, isCut: false, rows })
    waiting = null
  }
  const search: Search = {
    ask({ offset, limit }) {
      asked.push(`${offset}+${limit}`)
      waiting?.resolve(null)
      waiting = null
      if (progress.state === 'failed') return Promise.resolve(null)
      return new Promise((resolve) => {
        waiting = { resolve, offset, limit }
        if (!state.isSilent) answer()
      })
    },
    list: () =>
      Promise.resolve({ total: matches.length, isCut: false, ids: matches.map(({ conversation }) => conversation.id) }),
    progress: () => progress,
    onProgress(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restart: () => void (state.restarts += 1),
  }
  const hold = () => {
    state.holds += 1
    return () => void (state.holds -= 1)
  }
  return {
    ...{ workspaceId, search, hold, asked, state, answer, listeners },
    report(next: Partial<IndexProgress>) {
      progress = { ...progress, ...next }
      for (const listener of listeners) listener()
    },
    /** Its worker ends without an answer. */
    end() {
      waiting?.resolve(null)
      waiting = null
    },
  }
}

type Fake = ReturnType<typeof workspace>

function allOf(...fakes: readonly Fake[]) {
  const present = [...fakes]
  const listeners = new Set<() => void>()
  const all = makeSearchAll(
    (): readonly HeldSource[] => present,
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  )
  const reports: FoundInAll[] = []
  return {
    all,
    reports,
    ask: (limit: number, text = 'ana') => all.ask({ text, now: 1, limit }, (found) => void reports.push(found)),
    last: () => reports.at(-1),
    rows: () => reports.at(-1)?.rows.map(({ conversation }) => conversation.id),
    change(next: readonly Fake[]) {
      present.splice(0, present.length, ...next)
      for (const listener of listeners) listener()
    },
  }
}

/** Every answer that is there has been taken in. */
async function settled(): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve))
}

describe('makeSearchAll', () => {
  it('merges the results of equal ids by row key, with the sum of all matches', async () => {
    const { ask, last, rows } = allOf(workspace('v', [9, 2]), workspace('w', [7]))
    ask(10)
    await settled()
    expect(rows()).toEqual(['v/0', 'w/0', 'v/1'])
    expect(last()).toMatchObject({ total: 3, asked: ['v', 'w'], pending: [] })
  })

  it('reports the results of each workspace as it answers, and which ones are pending', async () => {
    const [v, w] = [workspace('v', [5]), workspace('w', [9])]
    v.state.isSilent = true
    w.state.isSilent = true
    const { ask, last, rows, reports } = allOf(v, w)
    ask(10)
    await settled()
    // Until the first answer, the results of the previous text stay on screen.
    expect(reports).toEqual([])
    v.answer()
    await settled()
    expect([rows(), last()?.pending]).toEqual([['v/0'], ['w']])
    w.answer()
    await settled()
    expect([rows(), last()?.pending]).toEqual([['w/0', 'v/0'], []])
  })

  it('shows the others’ results when one workspace fails, and restarts only that one', async () => {
    const [v, w] = [workspace('v', [5]), workspace('w', [9])]
    w.report({ state: 'failed' })
    const { all, ask, last, rows } = allOf(v, w)
    ask(10)
    await settled()
    expect([rows(), last()?.pending, last()?.total]).toEqual([['v/0'], [], 1])
    all.restart()
    expect([v.state.restarts, w.state.restarts]).toEqual([0, 1])
  })

  it('reports that nothing was found when no workspace can answer, or there is none', async () => {
    const w = workspace('w', [9])
    w.report({ state: 'failed' })
    for (const { ask, last } of [allOf(w), allOf()]) {
      ask(10)
      await settled()
      expect(last()).toMatchObject({ rows: [], total: 0, pending: [] })
    }
  })

  it('ends the wait for a workspace that is signed out in the middle of a search, and leaves it out of the next', async () => {
    const [v, w] = [workspace('v', [5]), workspace('w', [9])]
    w.state.isSilent = true
    const { all, ask, last, rows, change } = allOf(v, w)
    const unfollow = all.follow(() => {})
    ask(10)
    await settled()
    expect(last()?.pending).toEqual(['w'])
    w.end()
    change([v])
    await settled()
    expect(last()?.pending).toEqual([])
    ask(10)
    await settled()
    expect([rows(), last()?.asked]).toEqual([['v/0'], ['v']])
    expect([w.state.holds, w.listeners.size]).toEqual([0, 0])
    unfollow()
  })

  it('answers only the latest question', async () => {
    const v = workspace('v', [5])
    v.state.isSilent = true
    const { all, ask, reports } = allOf(v)
    const old: FoundInAll[] = []
    all.ask({ text: 'an', now: 1, limit: 10 }, (found) => void old.push(found))
    const end = ask(10)
    v.answer()
    await settled()
    expect([old.length, reports.length]).toEqual([0, 1])
    v.report({})
    ask(20)
    end()
    v.answer()
    await settled()
    expect(reports.at(-1)?.limit).toBe(20)
  })

  it('reads nothing twice when the user scrolls, and asks only the workspaces whose rows are used up', async () => {
    const [v, w] = [workspace('v', [9, 8, 7, 6, 5, 4]), workspace('w', [3, 2, 1])]
    const { ask, rows } = allOf(v, w)
    ask(2)
    await settled()
    expect(rows()).toEqual(['v/0', 'v/1'])
    ask(4)
    await settled()
    expect(rows()).toEqual(['v/0', 'v/1', 'v/2', 'v/3'])
    expect([v.asked, w.asked]).toEqual([['0+2', '2+2'], ['0+2']])
    ask(100)
    await settled()
    expect(rows()).toEqual(['v/0', 'v/1', 'v/2', 'v/3', 'v/4', 'v/5', 'w/0', 'w/1', 'w/2'])
  })

  it('asks again only the workspace that has indexed more, and shows its earlier results meanwhile', async () => {
    const [v, w] = [workspace('v', [5]), workspace('w', [9])]
    const { ask, last, rows } = allOf(v, w)
    ask(10)
    await settled()
    w.report({ conversations: 2 })
    w.state.isSilent = true
    ask(10)
    await settled()
    expect([rows(), last()?.pending]).toEqual([['w/0', 'v/0'], []])
    expect([v.asked.length, w.asked.length]).toEqual([1, 2])
    w.answer()
    await settled()
    expect(rows()).toEqual(['w/0', 'v/0'])
  })

  it('waits for the answer of a workspace that keeps indexing, and then asks it once more', async () => {
    const v = workspace('v', [5])
    v.state.isSilent = true
    const { ask, rows } = allOf(v)
    ask(10)
    // Each progress asks again. The worker drops all but the last question, so it would never answer.
    for (const conversations of [2, 3, 4]) {
      v.report({ conversations })
      ask(10)
    }
    expect(v.asked).toEqual(['0+10'])
    v.answer()
    await settled()
    expect(rows()).toEqual(['v/0'])
    expect(v.asked).toEqual(['0+10', '0+10'])
    v.answer()
    await settled()
    expect(v.asked).toHaveLength(2)
  })

  it('comes to an end when conversations were deleted since they were indexed', async () => {
    const [v, w] = [workspace('v', [9, 8, 7, 6]), workspace('w', [5])]
    for (const id of ['0', '1', '2']) v.state.deleted.add(id)
    const { ask, rows } = allOf(v, w)
    ask(3)
    await settled()
    expect(rows()).toEqual(['v/3', 'w/0'])
  })

  it('finds the best of 10,000 results in 8 workspaces without reading them all', async () => {
    const fakes = Array.from({ length: 8 }, (_, number) =>
      workspace(
        `w${number}`,
        Array.from({ length: 1_250 }, (_, index) => 10_000 - index * 8 - number),
      ),
    )
    const { ask, last, rows } = allOf(...fakes)
    ask(24)
    await settled()
    expect(last()?.total).toBe(10_000)
    expect(rows()?.slice(0, 9)).toEqual(['w0/0', 'w1/0', 'w2/0', 'w3/0', 'w4/0', 'w5/0', 'w6/0', 'w7/0', 'w0/1'])
    ask(124)
    await settled()
    expect(rows()).toHaveLength(124)
    expect(fakes.map(({ asked }) => asked.at(-1))).toEqual(fakes.map(() => '0+24'))
    ask(1_024)
    await settled()
    expect(rows()).toHaveLength(1_024)
  })

  it('runs the workers while it is followed, and reports each change once', () => {
    const [v, w] = [workspace('v', []), workspace('w', [])]
    const { all, change } = allOf(v)
    let calls = 0
    const unfollow = all.follow(() => (calls += 1))
    expect([all.parts().map(({ workspaceId }) => workspaceId), v.state.holds]).toEqual([['v'], 1])
    const [before, known] = [calls, all.parts()]
    change([v])
    expect([calls, all.parts()]).toEqual([before, known])
    change([v, w])
    expect([calls, w.state.holds]).toEqual([before + 1, 1])
    w.report({ conversations: 1 })
    expect(calls).toBe(before + 2)
    unfollow()
    expect([v.state.holds, w.state.holds, v.listeners.size, w.listeners.size]).toEqual([0, 0, 0, 0])
  })

  it('lists all matches by row key', async () => {
    const { all } = allOf(workspace('v', [9, 2]), workspace('w', [7]))
    expect(await all.list({ text: 'ana', now: 1 })).toEqual({ total: 3, isCut: false, ids: ['v/0', 'v/1', 'w/0'] })
  })
})
