import { describe, expect, it } from 'vitest'
import { readingMs, shownMs, withoutToast, withToast } from '../../../src/view/toast-order.ts'
import type { Toast } from '../../../src/view/toast-order.ts'

const STEP = { stepId: 's', field: 'status', doneAt: 1 } as const

function aToast(changes: Partial<Toast> = {}): Toast {
  return { text: 'John Smith resolved', names: [], tone: 'done', undo: null, round: 1, shownAt: 1_000, ...changes }
}

describe('shownMs', () => {
  const long = 'x'.repeat(300)
  it.each([
    ['a short result', aToast(), false, 5_000],
    ['a result that can be undone', aToast({ undo: STEP }), false, 10_000],
    ['a long result, for as long as it takes to read', aToast({ text: long }), false, 20_000],
    ['a problem, until it is dismissed', aToast({ tone: 'problem' }), false, null],
    ['a problem that another toast waits for', aToast({ tone: 'problem' }), true, 3_140],
  ] as const)('of %s', (_, toast, isAwaited, ms) => {
    expect(shownMs(toast, { isAwaited })).toBe(ms)
  })
})

describe('withToast', () => {
  const problem = aToast({ tone: 'problem', text: 'Couldn’t copy. Try again.' })
  const readAt = problem.shownAt + readingMs(problem)

  it.each([
    ['nothing', null, aToast({ round: 2 }), true],
    ['a result', aToast(), aToast({ round: 2 }), true],
    ['an unread problem and a problem', problem, aToast({ round: 2, tone: 'problem' }), true],
    ['an unread problem and a result', problem, aToast({ round: 2, shownAt: readAt - 1 }), false],
    ['a read problem and a result', problem, aToast({ round: 2, shownAt: readAt }), true],
  ] as const)('with %s on screen', (_, toast, added, isShown) => {
    expect(withToast({ toast, nextToast: null }, added)).toEqual(
      isShown ? { toast: added, nextToast: null } : { toast: problem, nextToast: added },
    )
  })

  it('keeps only the newest of those that wait', () => {
    const waiting = withToast({ toast: problem, nextToast: null }, aToast({ round: 2 }))
    expect(withToast(waiting, aToast({ round: 3 })).nextToast?.round).toBe(3)
  })
})

it('the waiting toast is shown from the moment the problem goes', () => {
  const next = aToast({ round: 2 })
  expect(withoutToast({ toast: aToast({ tone: 'problem' }), nextToast: next }, 9_000)).toEqual({
    toast: { ...next, shownAt: 9_000 },
    nextToast: null,
  })
  expect(withoutToast({ toast: next, nextToast: null }, 9_000).toast).toBeNull()
})
