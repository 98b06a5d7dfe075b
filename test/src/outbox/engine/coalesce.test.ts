import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Attempt, Base } from '../../../../src/db/op.ts'
import { type ChangeIntent, coalesce } from '../../../../src/outbox/engine/coalesce.ts'
import { anOp } from '../../../support/builders.ts'

const RUNS = { numRuns: 10_000 }
// Ten thousand runs on a busy machine: this bounds a hang, ms.
vi.setConfig({ testTimeout: 120_000 })

describe('coalesce', () => {
  const change: fc.Arbitrary<ChangeIntent> = fc.oneof(
    fc.constant({ kind: 'close' } as const),
    fc.record({ kind: fc.constant('patch' as const), status: fc.constantFrom('open' as const, 'resolved' as const) }),
    fc.record({ kind: fc.constant('patch' as const), customerName: fc.constantFrom('Ana', 'Bo') }),
    fc.record({ kind: fc.constant('patch' as const), tags: fc.subarray(['a', 'b']) }),
  )
  const START: Base = { status: 'open', customerName: 'Ana', tags: [] }

  function applied(fields: Base, intents: readonly ChangeIntent[]): Base {
    return intents.reduce(
      (base, { kind, base: _, ...wanted }) => ({
        ...base,
        ...wanted,
        ...(kind === 'close' ? { status: 'closed' } : {}),
      }),
      fields,
    )
  }

  it('has the same result as sending the changes one by one, in no more requests', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (wanted) => {
        let queued: readonly ChangeIntent[] = []
        for (const next of wanted) {
          const ops = queued.map((intent, index) => anOp({ seq: index + 1, id: `op${index}`, intent }))
          queued = coalesce(ops, applied(START, queued), next).intents
        }
        const sorted = (base: Base): Base => ({ ...base, tags: (base.tags ?? []).toSorted() })
        expect(sorted(applied(START, queued))).toEqual(sorted(applied(START, wanted)))
        expect(queued.length).toBeLessThanOrEqual(Math.min(2, wanted.length))
      }),
      RUNS,
    )
  })

  it('merges neither across a message nor with a change that may have been sent', () => {
    const resolve = anOp({ seq: 1, intent: { kind: 'patch', status: 'resolved', base: { status: 'open' } } })
    const tried = (outcome: Attempt['outcome']) => ({
      ...resolve,
      attempts: [{ begunAt: 0, endedAt: 1, baselineIds: [], clockOffsetMs: 0, outcome }],
    })
    const reopen: ChangeIntent = { kind: 'patch', status: 'open' }
    expect(coalesce([resolve], { status: 'resolved' }, reopen)).toEqual({ absorbed: [resolve], intents: [] })
    expect(coalesce([resolve, anOp({ seq: 2 })], { status: 'resolved' }, reopen).absorbed).toEqual([])
    for (const outcome of ['ambiguous', 'applied', 'rejected', 'auth', null] as const)
      expect(coalesce([tried(outcome)], { status: 'resolved' }, reopen).absorbed).toEqual([])
    const withoutEffect = tried('not-applied')
    expect(coalesce([withoutEffect], { status: 'resolved' }, reopen)).toEqual({
      absorbed: [withoutEffect],
      intents: [],
    })
  })

  it('keeps one change when the same current value is set twice', () => {
    const reopen = { kind: 'patch', status: 'open' } as const
    const op = anOp({ intent: { ...reopen, base: { status: 'open' } } })
    expect(coalesce([op], { status: 'open' }, reopen).intents).toHaveLength(1)
  })
})
