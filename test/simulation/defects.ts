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

/** A step with wrong effects. */
function withEffects(change: (effect: Effect, all: readonly Effect[]) => readonly Effect[]): Pick<Defects, 'wrapStep'> {
  const wrapStep =
    (step: StepFunction): StepFunction =>
    (engine, event, moment) => {
      const next = step(engine, event, moment)
      return { engine: next.engine, effects: next.effects.flatMap((effect) => change(effect, next.effects)) }
    }
  return { wrapStep }
}

/** A step that sees changed rows. */
function withRows(change: (op: Op) => Op): Pick<Defects, 'wrapStep'> {
  const wrapStep =
    (step: StepFunction): StepFunction =>
    (engine, event, moment) =>
      step(engine, 'ops' in event ? { ...event, ops: event.ops.map(change) } : event, moment)
  return { wrapStep }
}

/** A step that measures waits by the device's clock. */
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

/** Mistakes that this engine had or could have. The simulation must notice each. */
export const DEFECTS: Readonly<Record<string, Defects>> = {
  'the call starts together with its claim': withEffects((effect) =>
    effect.kind === 'claim' && effect.op.intent.kind === 'create' ? [withCall(effect.op, null)] : [effect],
  ),
  'one server message is matched to two ops': {
    policy: {
      evidenceRules: { ...evidenceRules, findArrival: (op, messages) => findArrival(op, messages, new Set()) },
    },
  },
  'a lost answer counts as not applied': {
    policy: { classOf: (failure) => (failure.kind === 'interrupted' ? 'not-applied' : classOf(failure)) },
  },
  'a 5xx counts as not applied': {
    policy: { classOf: (failure) => (failure.kind === 'server' ? 'not-applied' : classOf(failure)) },
  },
  'a proxy’s page counts as a rejection': {
    policy: { classOf: (failure) => (failure.kind === 'unreadable' ? 'rejected' : classOf(failure)) },
  },
  'sent again after one absent read': {
    policy: { schedule: { readsAfterMs: [2_000], absentReads: 1, maxResends: 2 } },
  },
  'the settle time is too short': {
    policy: { schedule: { ...VERIFY_SCHEDULE, readsAfterMs: [2_000, 5_000, 15_000] } },
  },
  'an older message is matched to a new op': {
    policy: {
      evidenceRules: {
        ...evidenceRules,
        findArrival: (op, messages, claimed) =>
          findArrival(
            { ...op, attempts: op.attempts.map((attempt) => ({ ...attempt, baselineIds: [], clockOffsetMs: null })) },
            messages,
            claimed,
          ),
      },
    },
    store: { forgetsClaims: true },
  },
  'claims are not written': { store: { forgetsClaims: true } },
  'a 401 counts as a rejection of the op': {
    policy: { classOf: (failure) => (failure.kind === 'unauthorized' ? 'rejected' : classOf(failure)) },
  },
  'a 401 does not pause sending': { policy: { isPausing: false } },
  'Retry-After is ignored': { policy: { waitMs: () => 500 } },
  'no wait after a failure': { policy: { waitMs: () => 0 } },
  'an op found sending at the start is sent again': { policy: { recoveredState: 'queued' } },
  'ops other than the head are processed': {
    policy: { heads: (ops) => POLICY.heads(ops.filter((op) => op.state === 'queued' || op.state === 'held')) },
    store: { ignoresHead: true },
  },
  'a head that failed or asks is skipped': {
    policy: { heads: (ops) => POLICY.heads(ops.filter((op) => op.state !== 'failed' && op.state !== 'asking')) },
    store: { ignoresHead: true },
  },
  'a failed head blocks every conversation': {
    policy: {
      heads: (ops) => (ops.some((op) => op.state === 'failed' || op.state === 'asking') ? [] : POLICY.heads(ops)),
    },
  },
  'there is no limit of lanes': { policy: { maxLanes: 100 } },
  'a tried change is coalesced': {
    coalesce: (ops, current, wanted) =>
      coalesce(
        ops.map((op) => ({ ...op, state: 'queued', attempts: [] })),
        current,
        wanted,
      ),
  },
  'changes coalesce across a message': {
    coalesce: (ops, current, wanted) => {
      const changes = ops.filter((op) => op.intent.kind === 'patch' || op.intent.kind === 'close')
      const { intents } = coalesce([], current, wanted)
      return changes.length < ops.length ? { absorbed: ops, intents } : coalesce(ops, current, wanted)
    },
  },
  'a new change is dropped with the one it replaces': {
    coalesce: (ops, current, wanted) => {
      const coalesced = coalesce(ops, current, wanted)
      return coalesced.absorbed.length > 0 ? { ...coalesced, intents: [] } : coalesced
    },
  },
  'an op is shown as queued before it is stored': { acknowledgesEarly: true },
  'a discarded op comes back (put instead of update)': { store: { putsBack: true } },
  'the claim is not conditional': { store: { ignoresRevision: true } },
  'the local id is sent to the server': { policy: { wireId: (_serverId, conversationId) => conversationId } },
  'a message is sent below newer ones': { policy: { newerMessages: () => [] } },
  'the thread is not read before a message that waited': { policy: { staleAfterMs: Infinity } },
  'waits are measured by the device’s clock': { wrapStep: byWallClock },
  'another account’s ops are sent': { policy: { isOwn: () => true } },
  'the setting to ask is ignored': { policy: { onAbsent: () => 'resend' } },
  'the undo window is ignored': withRows((op) => (op.state === 'held' ? { ...op, notBefore: 0 } : op)),
  'a rejected op is deleted': { store: { deletesRefused: true } },
  'a done op is not deleted': { store: { keepsSettled: true } },
  'absence is never concluded': { policy: { schedule: { ...VERIFY_SCHEDULE, absentReads: Infinity } } },
  'any read of a change counts as done': {
    policy: {
      evidenceRules: {
        ...evidenceRules,
        hasWantedValues: (op, conversation) => conversation.id !== '' || hasWantedValues(op, conversation),
      },
    },
  },
  'an acknowledged message is not shown': { store: { losesThread: true } },
  'any conversation on the channel counts as the created one': {
    policy: { evidenceRules: { ...evidenceRules, findCreated: (_op, rows) => rows[0] ?? null } },
  },
  'an op that is being sent can be discarded': { ignoresState: true },
  'an op counts as a day old after a minute': { policy: { oldAfterMs: 60_000 } },
  'the main process allows two calls of a conversation': {
    isSingleFlightOff: true,
    store: { ignoresRevision: true, ignoresHead: true },
    policy: { recoveredState: 'queued' },
  },
}
