import type { Op } from '../../db/op.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Effect, Engine, Found, Lane, LaneEffect, Moment, OpChange } from './state.ts'
import type { Policy } from './policy.ts'
import { refreshSights } from './confirmations.ts'
import { assertLegalMove } from './transitions.ts'

/** One step under way: the engine as it will be, and what it wants done. Lives no longer than the step. */
export type Turn = {
  engine: Engine
  readonly lanes: Map<string, Lane>
  readonly effects: Effect[]
  readonly moment: Moment
  readonly policy: Policy
}

export function beginTurn(engine: Engine, moment: Moment, policy: Policy): Turn {
  const lanes = new Map(engine.lanes)
  return { engine: { ...engine, lanes }, lanes, effects: [], moment, policy }
}

/** What a lane is, apart from what it waits for. */
type LaneStart = Pick<Lane, 'op' | 'purpose' | 'found'> & Partial<Pick<Lane, 'isOvertaken'>>

/** Goes on in a lane: the effect is wanted, and its answer awaited. */
export function goOn(turn: Turn, lane: LaneStart, pending: LaneEffect): void {
  turn.lanes.set(lane.op.conversationId, {
    ...lane,
    pending,
    redoMs: null,
    keyRound: turn.engine.keyRound,
    isOvertaken: lane.isOvertaken ?? false,
  })
  turn.effects.push(pending)
}

export function leaveLane(turn: Turn, conversationId: string): void {
  turn.lanes.delete(conversationId)
}

export function takeRows(turn: Turn, ops: readonly Op[], isStart = false): void {
  turn.engine = { ...turn.engine, ops, sights: refreshSights(turn.engine.sights, ops, turn.moment, isStart) }
}

/** The rows of one conversation; of the others nothing new is known. */
export function takeConversation(turn: Turn, conversationId: string, ops: readonly Op[]): void {
  // One that two conversations became has the other's too.
  const ids = new Set(ops.map((op) => op.id))
  const others = turn.engine.ops.filter((op) => op.conversationId !== conversationId && !ids.has(op.id))
  takeRows(
    turn,
    [...others, ...ops].toSorted((one, other) => one.seq - other.seq),
  )
}

/** Writes a change of the lane's op; the lane is left when it is written. */
export function write(turn: Turn, lane: Lane, change: OpChange): void {
  if (change.state !== undefined) assertLegalMove(lane.op.state, change.state)
  goOn(turn, lane, { kind: 'write', op: lane.op, change })
}

/** Nothing may leave just now: no key, or the server asked to be left alone. */
export function isShut(turn: Turn): boolean {
  const { engine, moment } = turn
  return engine.isStopped || engine.pausedBy !== null || moment.elapsedMs < engine.gateMs
}

/** A refused key stops everything until there is another; if there already is, nothing. */
export function pause(turn: Turn, lane: Lane, failure: Failure): void {
  if (lane.keyRound !== turn.engine.keyRound) return
  if (turn.policy.isPausing) turn.engine = { ...turn.engine, pausedBy: failure }
  turn.effects.push({ kind: 'tell-unauthorized', failure })
}

/** After a failure that changed nothing: epoch ms before which the op is not tried again. A server that asked for it is left alone wholly. */
export function waitAfter(turn: Turn, failure: Failure): number {
  const { engine, moment, policy } = turn
  const waitMs = policy.waitMs(failure, engine.misses + 1, moment.random)
  const gateMs = failure.kind === 'throttled' ? Math.max(engine.gateMs, moment.elapsedMs + waitMs) : engine.gateMs
  turn.engine = { ...engine, misses: engine.misses + 1, gateMs }
  return moment.at + waitMs
}

/** The server answered, and knows the key. */
export function heardFrom(turn: Turn, serverAt: number | null): void {
  const serverClock = serverAt === null ? turn.engine.serverClock : { serverAt, elapsedMs: turn.moment.elapsedMs }
  turn.engine = { ...turn.engine, misses: 0, isKeyProven: true, serverClock }
}

/** What the server's clock shows now, epoch ms; null when it never said. */
export function serverNow(turn: Turn): number | null {
  const { serverClock } = turn.engine
  return serverClock === null ? null : serverClock.serverAt + turn.moment.elapsedMs - serverClock.elapsedMs
}

export function sightOf(
  turn: Turn,
  op: Op,
): { readonly ageMs: number; readonly waitedMs: number; readonly doubtMs: number } {
  const sight = turn.engine.sights.get(op.id)
  const { elapsedMs } = turn.moment
  if (sight === undefined) return { ageMs: 0, waitedMs: 0, doubtMs: 0 }
  const ageMs = sight.ageMs + elapsedMs - sight.seenMs
  return { ageMs, waitedMs: ageMs - sight.holdMs, doubtMs: sight.doubt === null ? 0 : elapsedMs - sight.doubt.sinceMs }
}

/** The id that goes on the wire; null for a create. */
export function wireIdOf(turn: Turn, op: Op, found: Found): string | null {
  return op.intent.kind === 'create' ? null : turn.policy.wireId(found.serverId, op.conversationId)
}
