import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Op } from '../../../../src/db/op.ts'
import type { Event } from '../../../../src/outbox/engine/state.ts'
import { actsOn, retryChange, sendAnywayChange } from '../../../../src/outbox/decisions.ts'
import { newEngine, step } from '../../../../src/outbox/engine/step.ts'
import { anOp } from '../../../support/builders.ts'
import { Bench } from '../../../support/engine-bench.ts'

/** How many ops were accepted. The commands need no more of a model. */
type Model = { accepted: number }
type Command = fc.Command<Model, Bench>

const command = (
  name: string,
  run: (bench: Bench, model: Model) => void,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run: (model, bench) => run(bench, model),
  toString: () => name,
})

const INTENTS: readonly Op['intent'][] = [
  { kind: 'send', content: 'these are some words', seenMessageId: null },
  { kind: 'send', content: 'OK', seenMessageId: null },
  { kind: 'create', channel: 'sms', customerPhone: '+1555' },
  { kind: 'patch', status: 'resolved' },
  { kind: 'close' },
]

const commands: readonly fc.Arbitrary<Command>[] = [
  fc.tuple(fc.nat(INTENTS.length - 1), fc.nat(5), fc.boolean()).map(([intent, where, isHeld]) =>
    command(`accept ${intent} in ${where}`, (bench, model) => {
      model.accepted += 1
      bench.seq += 1
      const now = bench.clockMs + bench.elapsedMs
      const held = isHeld ? ({ state: 'held', notBefore: now + 5_000 } as const) : {}
      const fields = { seq: bench.seq, id: `op${bench.seq}`, conversationId: `c${where}`, createdAt: now }
      bench.ops = [...bench.ops, anOp({ ...fields, ...held, intent: INTENTS[intent] ?? { kind: 'close' } })]
      bench.dispatch({ kind: 'rows', ops: bench.ops })
    }),
  ),
  fc.tuple(fc.nat(7), fc.nat(19)).map(([which, choice]) =>
    command(
      `answer ${which} with ${choice}`,
      (bench) => {
        const [effect] = bench.pending.splice(which % Math.max(1, bench.pending.length), 1)
        if (effect !== undefined) bench.dispatch(bench.answer(effect, choice))
      },
      (model) => model.accepted > 0,
    ),
  ),
  fc.constantFrom(10, 2_000, 30_000, 130_000, 900_000).map((ms) =>
    command(`wait ${ms}`, (bench) => {
      bench.elapsedMs += ms
      bench.dispatch({ kind: 'ticked' })
    }),
  ),
  fc.constantFrom(-86_400_000, 86_400_000).map((ms) => command(`clock ${ms}`, (bench) => void (bench.clockMs += ms))),
  fc
    .constantFrom('nudged' as const, 'woke' as const, 'resumed' as const)
    .map((kind) => command(kind, (bench) => bench.dispatch({ kind }))),
  fc.nat(9).map((which) =>
    command(`the user decides on ${which}`, (bench) => {
      const op = bench.ops[which % Math.max(1, bench.ops.length)]
      if (op === undefined) return
      const acts = actsOn(op)
      const now = bench.clockMs + bench.elapsedMs
      if (acts.includes('send anyway')) bench.write(op, sendAnywayChange(op, [], now))
      else if (acts.includes('retry') && which % 2 === 0) bench.write(op, retryChange(op, now))
      else if (acts.includes('discard')) bench.ops = bench.ops.filter((other) => other !== op)
      bench.dispatch({ kind: 'rows', ops: bench.ops })
    }),
  ),
]

it(
  'step keeps its rules for any events in any order: legal moves, one lane for each conversation, four lanes, no call before its claim or while paused',
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(fc.commands([...commands], { maxCommands: 60 }), (run) => {
        fc.modelRun(() => ({ model: { accepted: 0 }, real: new Bench() }), run)
      }),
      { numRuns: 10_000 },
    )
  },
)

it('step returns the same for the same state and event, and changes neither', () => {
  const engine = newEngine('w')
  const event: Event = { kind: 'started', ops: [anOp()] }
  const moment = { at: 1_000, elapsedMs: 0, random: 0.5 }
  const before = structuredClone(engine)
  expect(step(engine, event, moment)).toEqual(step(engine, event, moment))
  expect(engine).toEqual(before)
})

it('step replaces only the ops of the lane’s own conversation', () => {
  const [a, b, c] = [
    anOp({ seq: 1, id: 'a', conversationId: 'conv_1' }),
    anOp({ seq: 2, id: 'b', conversationId: 'conv_2' }),
    anOp({ seq: 3, id: 'c', conversationId: 'conv_3' }),
  ]
  const moment = { at: 1_000, elapsedMs: 0, random: 0.5 }
  const { engine, effects } = step(newEngine('w'), { kind: 'started', ops: [a, b, c] }, moment)
  expect(effects.map(({ kind }) => kind)).toContain('read-facts')
  const lane = { kind: 'facts-read', opId: 'b', conversationId: 'conv_2', facts: null } as const
  // The op is gone, a new one was queued after it, and one of the third conversation was moved to this one.
  const [moved, later] = [
    { ...c, conversationId: 'conv_2', revision: 1 },
    anOp({ seq: 4, id: 'd', conversationId: 'conv_2' }),
  ]
  const next = step(engine, { ...lane, ops: [moved, later] }, moment)
  expect(next.engine.ops).toEqual([a, moved, later])
  expect([...next.engine.timings.keys()]).toEqual(['a', 'c', 'd'])
})
