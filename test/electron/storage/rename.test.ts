import { describe, expect, it } from 'vitest'
import { renameRetrying, renameRetryingLater } from '../../../electron/storage/rename.ts'

function makeRename(failures: number, code: string) {
  const calls: string[] = []
  const work = (from: string, to: string): void => {
    calls.push(`${from} ${to}`)
    if (calls.length <= failures) throw Object.assign(new Error('x'), { code })
  }
  return { calls, work, later: async (from: string, to: string) => work(from, to) }
}

describe('a rename', () => {
  it.each([
    ['EPERM', 0, 0, true],
    ['EPERM', 1, 1, true],
    ['EACCES', 1, 1, true],
    ['EBUSY', 1, 1, true],
    ['EBUSY', 4, 4, true],
    ['EPERM', 5, 4, false],
    ['EBUSY', 1_000, 4, false],
    ['ENOSPC', 1, 0, false],
    ['ENOENT', 1, 0, false],
  ] as const)('refused with %s %d times waits %d times', async (code, failures, waits, isDone) => {
    const [one, other] = [makeRename(failures, code), makeRename(failures, code)]
    const waited: number[] = []
    const waitedLater: number[] = []
    const now = (): void => renameRetrying('a', 'b', one.work, (delayMs) => waited.push(delayMs))
    const later = renameRetryingLater('a', 'b', other.later, async (delayMs) => void waitedLater.push(delayMs))
    if (isDone) now()
    else expect(now).toThrow(expect.objectContaining({ code }))
    if (isDone) await later
    else await expect(later).rejects.toMatchObject({ code })
    expect([one.calls, other.calls].map((calls) => calls.length)).toEqual([waits + 1, waits + 1])
    expect(waited).toHaveLength(waits)
    expect(waitedLater).toEqual(waited)
    expect(waited.reduce((sum, delayMs) => sum + delayMs, 0)).toBeLessThan(500)
  })

  it('is tried again with its own wait when none is given', async () => {
    const [one, other] = [makeRename(1, 'EPERM'), makeRename(1, 'EPERM')]
    renameRetrying('a', 'b', one.work)
    await renameRetryingLater('a', 'b', other.later)
    expect([one.calls, other.calls]).toEqual([
      ['a b', 'a b'],
      ['a b', 'a b'],
    ])
  })
})
