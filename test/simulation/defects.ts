import { findArrival } from '../../src/db/arrival.ts'
import type { Op } from '../../src/db/op.ts'
import { classOf } from '../../src/outbox/engine/classify.ts'
import { coalesce } from '../../src/outbox/engine/coalesce.ts'
import type { Effect, LaneEffect } from '../../src/outbox/engine/state.ts'
import { hasWantedValues } from '../../src/outbox/engine/evidence.ts'
import { POLICY } from '../../src/outbox/engine/policy.ts'
import { VERIFY_SCHEDULE } from '../../src/outbox/engine/verify-schedule.ts'
import type { StepFunction } from './window.ts'
import type { Defects } from './world.ts'

const { evidenceRules } = POLICY

/** The step with its effects put wrong. */
function withEffects(change: (effect: Effect, all: readonly Effect[]) => readonly Effect[]): Pick<Defects, 'wrapStep'> {
  const wrapStep =
    (step: StepFunction): StepFunction =>
    (engine, event, moment) => {
      const next = step(engine, event, moment)
      return { engine: next.engine, effects: next.effects.flatMap((effect) => change(effect, next.effects)) }
    }
  return { wrapStep }
}

/** The step with its events put wrong: what the rows say is changed before the engine sees it. */
function withRows(change: (op: Op) => Op): Pick<Defects, 'wrapStep'> {
  const wrapStep =
    (step: StepFunction): StepFunction =>
    (engine, event, moment) =>
      step(engine, 'ops' in event ? { ...event, ops: event.ops.map(change) } : event, moment)
  return { wrapStep }
}

/** The step with time put wrong: waiting is measured by the clock on the wall. */
function byWallClock(step: StepFunction): StepFunction {
  let startAt = 0
  return (engine, event, moment) => {
    if (event.kind === 'started') startAt = moment.at - moment.elapsedMs
    return step(engine, event, { ...moment, elapsedMs: moment.at - startAt })
  }
}

function withCall(op: LaneEffect['op'], serverId: string | null): Effect {
  return { kind: 'call', op, serverId }
}

/** Ways in which an engine like this has gone wrong, or would. Each must be noticed by the simulation. */
export const DEFECTS: Readonly<Record<string, Defects>> = {
  'no write-ahead: the call leaves with the claim': withEffects((effect) =>
    effect.kind === 'claim' && effect.op.intent.kind === 'create' ? [withCall(effect.op, null)] : [effect],
  ),
  'one server message answers two ops': {
    policy: {
      evidenceRules: { ...evidenceRules, findArrival: (op, messages) => findArrival(op, messages, new Set()) },
    },
  },
  'blind resend: a lost answer is taken for a no': {
    policy: { classOf: (failure) => (failure.kind === 'interrupted' ? 'not-applied' : classOf(failure)) },
  },
  'a 5xx is taken for a no': {
    policy: { classOf: (failure) => (failure.kind === 'server' ? 'not-applied' : classOf(failure)) },
  },
  'a page of a proxy is taken for a refusal': {
    policy: { classOf: (failure) => (failure.kind === 'unreadable' ? 'rejected' : classOf(failure)) },
  },
  'sent again after one absent read': {
    policy: { schedule: { readsAfterMs: [2_000], absentReads: 1, maxResends: 2 } },
  },
  'the settle time is too short': {
    policy: { schedule: { ...VERIFY_SCHEDULE, readsAfterMs: [2_000, 5_000, 15_000] } },
  },
  'older messages answer new ops': {
    policy: {
      evidenceRules: {
        ...evidenceRules,
        findArrival: (op, messages, claimed) =>
          findArrival(
            { ...op, attempts: op.attempts.map((one) => ({ ...one, baselineIds: [], clockOffsetMs: null })) },
            messages,
            claimed,
          ),
      },
    },
    store: { forgetsClaims: true },
  },
  'claims are not written': { store: { forgetsClaims: true } },
  'a 401 counts as a refusal of the op': {
    policy: { classOf: (failure) => (failure.kind === 'unauthorized' ? 'rejected' : classOf(failure)) },
  },
  'a 401 stops nothing': { policy: { isPausing: false } },
  'Retry-After is not heeded': { policy: { waitMs: () => 500 } },
  'no wait after a failure': { policy: { waitMs: () => 0 } },
  'found sending at start: sent again': { policy: { recoveredState: 'queued' } },
  'not only the head of a conversation moves': {
    policy: { heads: (ops) => POLICY.heads(ops.filter((op) => op.state === 'queued' || op.state === 'held')) },
    store: { ignoresHead: true },
  },
  'a head that failed or asks is passed by': {
    policy: { heads: (ops) => POLICY.heads(ops.filter((op) => op.state !== 'failed' && op.state !== 'asking')) },
    store: { ignoresHead: true },
  },
  'a failed head stops every conversation': {
    policy: {
      heads: (ops) => (ops.some((op) => op.state === 'failed' || op.state === 'asking') ? [] : POLICY.heads(ops)),
    },
  },
  'all lanes at once': { policy: { maxLanes: 100 } },
  'a tried change is coalesced': {
    coalesce: (ops, standing, wanted) =>
      coalesce(
        ops.map((op) => ({ ...op, state: 'queued', attempts: [] })),
        standing,
        wanted,
      ),
  },
  'changes coalesce across a message': {
    coalesce: (ops, standing, wanted) => {
      const changes = ops.filter((op) => op.intent.kind === 'patch' || op.intent.kind === 'close')
      const { intents } = coalesce([], standing, wanted)
      return changes.length < ops.length ? { absorbed: ops, intents } : coalesce(ops, standing, wanted)
    },
  },
  'a change that was made is dropped with the one it replaces': {
    coalesce: (ops, standing, wanted) => {
      const made = coalesce(ops, standing, wanted)
      return made.absorbed.length > 0 ? { ...made, intents: [] } : made
    },
  },
  'queued is said before it is stored': { acknowledgesEarly: true },
  'put instead of update: what was discarded comes back': { store: { putsBack: true } },
  'the claim is not conditional': { store: { ignoresRevision: true } },
  'the local id goes out': { policy: { wireId: (_serverId, conversationId) => conversationId } },
  'words leave under newer ones': { policy: { newerMessages: () => [] } },
  'the thread is not read before words that waited': { policy: { staleAfterMs: Infinity } },
  'waiting is measured by the clock on the wall': { wrapStep: byWallClock },
  'another account’s ops go out': { policy: { isOwn: () => true } },
  'set to ask, it sends again': { policy: { onAbsent: () => 'resend' } },
  'the undo window does not hold': withRows((op) => (op.state === 'held' ? { ...op, notBefore: 0 } : op)),
  'a refused op is deleted': { store: { deletesRefused: true } },
  'a done op stays': { store: { keepsSettled: true } },
  'absence is never concluded': { policy: { schedule: { ...VERIFY_SCHEDULE, absentReads: Infinity } } },
  'any reading of a change counts as done': {
    policy: {
      evidenceRules: { ...evidenceRules, hasWantedValues: (op, told) => told.id !== '' || hasWantedValues(op, told) },
    },
  },
  'an acknowledged message is not shown': { store: { losesThread: true } },
  'any conversation with the contact’s channel is the one that was made': {
    policy: { evidenceRules: { ...evidenceRules, findCreated: (_op, rows) => rows[0] ?? null } },
  },
  'what is on its way can be discarded': { ignoresState: true },
  'a day is an hour': { policy: { oldAfterMs: 60_000 } },
  'main lets two calls of a conversation through': {
    isSingleFlightOff: true,
    store: { ignoresRevision: true, ignoresHead: true },
    policy: { recoveredState: 'queued' },
  },
}
