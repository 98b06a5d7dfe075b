import type { Op } from '../../db/op.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Effect, Engine, OpFacts, SendLane, LaneEffect, Moment, OpChange } from './state.ts'
import type { Policy } from './policy.ts'
import { ageMsOf, refreshTimings } from './op-timing.ts'
import { assertLegalMove } from './transitions.ts'

/** The mutable state of one engine step: the engine as it will be, and the effects requested so far. It does not outlive the step. */
export type StepDraft = {
  engine: Engine
  readonly lanes: Map<string, SendLane>
  readonly effects: Effect[]
  readonly moment: Moment
  readonly policy: Policy
}

export function draftStep(engine: Engine, moment: Moment, policy: Policy): StepDraft {
  const lanes = new Map(engine.lanes)
  return { engine: { ...engine, lanes }, lanes, effects: [], moment, policy }
}

type LaneStart = Pick<SendLane, 'op' | 'purpose' | 'facts'> & Partial<Pick<SendLane, 'isStale'>>

/** Requests the effect and makes the lane wait for its result. */
export function awaitEffect(draft: StepDraft, lane: LaneStart, pending: LaneEffect): void {
  draft.lanes.set(lane.op.conversationId, {
    ...lane,
    pending,
    retryMs: null,
    keyRound: draft.engine.keyRound,
    isStale: lane.isStale ?? false,
  })
  draft.effects.push(pending)
}

export function leaveLane(draft: StepDraft, conversationId: string): void {
  draft.lanes.delete(conversationId)
}

export function updateOps(draft: StepDraft, ops: readonly Op[], isStart = false): void {
  draft.engine = { ...draft.engine, ops, timings: refreshTimings(draft.engine.timings, ops, draft.moment, isStart) }
}

/** Replaces the ops of one conversation and keeps those of the others. */
export function updateConversationOps(draft: StepDraft, conversationId: string, ops: readonly Op[]): void {
  // When two conversations were joined into one, `ops` also has rows that were known under the other's id.
  const ids = new Set(ops.map((op) => op.id))
  const others = draft.engine.ops.filter((op) => op.conversationId !== conversationId && !ids.has(op.id))
  updateOps(
    draft,
    [...others, ...ops].toSorted((a, b) => a.seq - b.seq),
  )
}

/** Writes a change of the lane's op. The lane ends when the write is stored. */
export function write(draft: StepDraft, lane: SendLane, change: OpChange): void {
  if (change.state !== undefined) assertLegalMove(lane.op.state, change.state)
  awaitEffect(draft, lane, { kind: 'write', op: lane.op, change })
}

/** True while nothing may be sent: stopped, no accepted key, or throttled by the server. */
export function isBlocked(draft: StepDraft): boolean {
  const { engine, moment } = draft
  return engine.isStopped || engine.pausedBy !== null || moment.elapsedMs < engine.throttledUntilMs
}

/** A rejected key pauses all sending until there is another key. A rejection of an earlier key is ignored. */
export function pauseSending(draft: StepDraft, lane: SendLane, failure: Failure): void {
  if (lane.keyRound !== draft.engine.keyRound) return
  if (draft.policy.isPausing) draft.engine = { ...draft.engine, pausedBy: failure }
  draft.effects.push({ kind: 'notify-unauthorized', failure })
}

/** Epoch ms before which the op is not tried again, after a failure without effect. Throttling delays every conversation. */
export function retryAt(draft: StepDraft, failure: Failure): number {
  const { engine, moment, policy } = draft
  const consecutiveFailures = engine.consecutiveFailures + 1
  const waitMs = policy.waitMs(failure, consecutiveFailures, moment.random)
  const throttledUntilMs =
    failure.kind === 'throttled'
      ? Math.max(engine.throttledUntilMs, moment.elapsedMs + waitMs)
      : engine.throttledUntilMs
  draft.engine = { ...engine, consecutiveFailures, throttledUntilMs }
  return moment.at + waitMs
}

/** The server answered, so it is reachable and accepts the key. `serverAt`: its clock, epoch ms; null when the answer has none. */
export function recordServerAnswer(draft: StepDraft, serverAt: number | null): void {
  const serverClock = serverAt === null ? draft.engine.serverClock : { serverAt, elapsedMs: draft.moment.elapsedMs }
  draft.engine = { ...draft.engine, consecutiveFailures: 0, isKeyProven: true, serverClock }
}

/** The current time by the server's clock, epoch ms; null when the server has not reported one. */
export function serverNow(draft: StepDraft): number | null {
  const { serverClock } = draft.engine
  return serverClock === null ? null : serverClock.serverAt + draft.moment.elapsedMs - serverClock.elapsedMs
}

/** `waitedMs` is the age without the undo window. `uncertainMs` is 0 when the op is not uncertain. */
export function timingOf(
  draft: StepDraft,
  op: Op,
): { readonly ageMs: number; readonly waitedMs: number; readonly uncertainMs: number } {
  const timing = draft.engine.timings.get(op.id)
  const { elapsedMs } = draft.moment
  if (timing === undefined) return { ageMs: 0, waitedMs: 0, uncertainMs: 0 }
  const ageMs = ageMsOf(timing, elapsedMs)
  const uncertainMs = timing.uncertainSinceMs === null ? 0 : elapsedMs - timing.uncertainSinceMs
  return { ageMs, waitedMs: ageMs - timing.holdMs, uncertainMs }
}

/** The conversation's id in requests; null for a create, and for a conversation that the server does not have. */
export function wireIdOf(draft: StepDraft, op: Op, facts: OpFacts): string | null {
  return op.intent.kind === 'create' ? null : draft.policy.wireId(facts.serverId, op.conversationId)
}
