import { describe, expect, it } from 'vitest'
import { type LastOf, lastActionOf } from '../../../../src/commands/parts/last-action.ts'

/** A workspace's last message, sent at `saidAt`, and its last step, `id` at `doneAt`. */
function of(saidAt: number | null, step?: readonly [id: string, doneAt: number]): LastOf {
  return {
    held: saidAt === null ? null : { saidAt },
    step: step === undefined ? undefined : { stepId: step[0], doneAt: step[1], field: 'status' },
  }
}

describe('lastActionOf', () => {
  it.each([
    ['nothing', [], null],
    ['no action', [of(null), of(null)], null],
    ['the only step', [of(null), of(null, ['s', 5])], 's in 1'],
    ['the newer step', [of(null, ['s', 5]), of(null, ['t', 6])], 't in 1'],
    ['a step of several', [of(null, ['s', 5]), of(null, ['t', 4]), of(null, ['s', 5])], 's in 0, 2'],
    ['a later step before a step of several', [of(null, ['s', 5]), of(null, ['t', 6])], 't in 1'],
    ['a newer message', [of(7), of(null, ['s', 5])], 'message of 0'],
    ['an older message', [of(4), of(null, ['s', 5])], 's in 1'],
    ['the newest message', [of(7), of(9), of(8)], 'message of 1'],
    ['a step at the same time as a message of its workspace', [of(5, ['s', 5])], 's in 0'],
    ['a step at the same time as a message of another one', [of(5), of(null, ['s', 5])], 's in 1'],
  ] as const)('finds %s', (_, workspaces, expected) => {
    const last = lastActionOf(workspaces)
    const found =
      last === null
        ? null
        : last.kind === 'message'
          ? `message of ${last.index}`
          : `${last.step.stepId} in ${last.indexes.join(', ')}`
    expect(found).toBe(expected)
  })
})
