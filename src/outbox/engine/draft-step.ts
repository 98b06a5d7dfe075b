import type { Op } from '../../db/op.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Effect, Engine, OpFacts, SendLane, LaneEffect, Moment, OpChange } from './state.ts'
import type { Policy } from './policy.ts'
import { refreshTimings } from './confirmations.ts'
import { assertLegalMove } from './transitions.ts'

/** One step under way: the engine as it will be, and what it wants done. Lives no longer than the step. */
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

/** What a lane is, apart from what it waits for. */
type LaneStart = Pick<SendLane, 'op' | 'purpose' | 'found'> & Partial<Pick<SendLane, 'isOvertaken'>>

/** Goes on in a lane: the effect is wanted, and its answer awaited. */
export function awaitEffect(draft: StepDraft, lane: LaneStart, pending: LaneEffect): void {
  draft.lanes.set(lane.op.conversationId, {
    ...lane,
    pending,
    redoMs: null,
    keyRound: draft.engine.keyRound,
    isOvertaken: lane.isOvertaken ?? false,
  })
  draft.effects.push(pending)
}

export function leaveLane(draft: StepDraft, conversationId: string): void {
  draft.lanes.delete(conversationId)
}

export function takeRows(draft: StepDraft, ops: readonly Op[], isStart = false): void {
  draft.engine = { ...draft.engine, ops, sights: refreshTimings(draft.engine.sights, ops, draft.moment, isStart) }
}

/** The rows of one conversation; of the others nothing new is known. */
export function takeConversation(draft: StepDraft, conversationId: string, ops: readonly Op[]): void {
  // One that two conversations became has the other's too.
  const ids = new Set(ops.map((op) => op.id))
  const others = draft.engine.ops.filter((op) => op.conversationId !== conversationId && !ids.has(op.id))
  takeRows(
    draft,
    [...others, ...ops].toSorted((one, other) => one.seq - other.seq),
  )
}

/** Writes a change of the lane's op; the lane is left when it is written. */
export function write(draft: StepDraft, lane: SendLane, change: OpChange): void {
  if (change.state !== undefined) assertLegalMove(lane.op.state, change.state)
  awaitEffect(draft, lane, { kind: 'write', op: lane.op, change })
}

/** Nothing may leave just now: no key, or the server asked to be left alone. */
export function isBlocked(draft: StepDraft): boolean {
  const { engine, moment } = draft
  return engine.isStopped || engine.pausedBy !== null || moment.elapsedMs < engine.gateMs
}

/** A refused key stops everything until there is another; if there already is, nothing. */
export function pauseSending(draft: StepDraft, lane: SendLane, failure: Failure): void {
  if (lane.keyRound !== draft.engine.keyRound) return
  if (draft.policy.isPausing) draft.engine = { ...draft.engine, pausedBy: failure }
  draft.effects.push({ kind: 'tell-unauthorized', failure })
}

/** After a failure that changed nothing: epoch ms before which the op is not tried again. A server that asked for it is left alone wholly. */
export function retryAt(draft: StepDraft, failure: Failure): number {
  const { engine, moment, policy } = draft
  const waitMs = policy.waitMs(failure, engine.misses + 1, moment.random)
  const gateMs = failure.kind === 'throttled' ? Math.max(engine.gateMs, moment.elapsedMs + waitMs) : engine.gateMs
  draft.engine = { ...engine, misses: engine.misses + 1, gateMs }
  return moment.at + waitMs
}

/** The server answered, and knows the key. */
export function noteAnswer(draft: StepDraft, serverAt: number | null): void {
  const serverClock = serverAt === null ? draft.engine.serverClock : { serverAt, elapsedMs: draft.moment.elapsedMs }
  draft.engine = { ...draft.engine, misses: 0, isKeyProven: true, serverClock }
}

/** What the server's clock shows now, epoch ms; null when it never said. */
export function serverNow(draft: StepDraft): number | null {
  const { serverClock } = draft.engine
  return serverClock === null ? null : serverClock.serverAt + draft.moment.elapsedMs - serverClock.elapsedMs
}

export function timingOf(
  draft: StepDraft,
  op: Op,
): { readonly ageMs: number; readonly waitedMs: number; readonly doubtMs: number } {
  const sight = draft.engine.sights.get(op.id)
  const { elapsedMs } = draft.moment
  if (sight === undefined) return { ageMs: 0, waitedMs: 0, doubtMs: 0 }
  const ageMs = sight.ageMs + elapsedMs - sight.seenMs
  return { ageMs, waitedMs: ageMs - sight.holdMs, doubtMs: sight.doubt === null ? 0 : elapsedMs - sight.doubt.sinceMs }
}

/** The id that goes on the wire; null for a create. */
export function wireIdOf(draft: StepDraft, op: Op, found: OpFacts): string | null {
  return op.intent.kind === 'create' ? null : draft.policy.wireId(found.serverId, op.conversationId)
}
