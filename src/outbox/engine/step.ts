import { assertNever, invariant } from '../../shared/failure.ts'
import { endAttempt, prepare, prepareFrom, read, settle } from './attempt.ts'
import type { Engine, Event, Lane, LaneEvent, Moment, Step } from './state.ts'
import { type Policy, POLICY } from './policy.ts'
import { pump } from './pump.ts'
import { agedBySleep, waitLeftMs } from './confirmations.ts'
import {
  beginTurn,
  goOn,
  heardFrom,
  isShut,
  leaveLane,
  takeConversation,
  takeRows,
  type Turn,
  write,
} from './draft-step.ts'
import { judge, readFailed } from './verify-step.ts'

export function newEngine(workspaceId: string): Engine {
  return {
    workspaceId,
    ops: [],
    lanes: new Map(),
    sights: new Map(),
    pausedBy: null,
    keyRound: 0,
    isKeyProven: true,
    gateMs: 0,
    misses: 0,
    serverClock: null,
    startedMs: 0,
    settledMs: new Map(),
    timerMs: null,
    isStopped: false,
  }
}

/** The whole of what the engine decides. Time, chance, the store and the wire come in as arguments and events. */
export function step(engine: Engine, event: Event, moment: Moment, policy: Policy = POLICY): Step {
  const turn = beginTurn(engine, moment, policy)
  take(turn, event)
  pump(turn)
  return { engine: turn.engine, effects: turn.effects }
}

function take(turn: Turn, event: Event): void {
  switch (event.kind) {
    case 'started':
      return start(turn, event.ops)
    case 'rows':
      return takeRows(turn, event.ops)
    case 'ticked':
      // Late or early: the timer is set anew from what is due.
      turn.engine = { ...turn.engine, timerMs: null }
      return
    case 'nudged':
      return hurry(turn)
    case 'woke': {
      const sights = [...turn.engine.sights].map(([id, sight]) => [id, agedBySleep(sight, turn.moment)] as const)
      turn.engine = { ...turn.engine, sights: new Map(sights) }
      for (const [id, lane] of turn.lanes) turn.lanes.set(id, { ...lane, isOvertaken: true })
      return hurry(turn)
    }
    case 'resumed':
      turn.engine = { ...turn.engine, pausedBy: null, isKeyProven: true, keyRound: turn.engine.keyRound + 1 }
      return
    case 'stopped':
      turn.engine = { ...turn.engine, isStopped: true }
      return
    default:
      return takeAnswer(turn, event)
  }
}

function start(turn: Turn, ops: Engine['ops']): void {
  const { at, elapsedMs } = turn.moment
  const gates = ops.map((op) => (op.failure?.kind === 'throttled' ? waitLeftMs(op, at) : 0))
  const isKeyProven = !ops.some((op) => op.failure?.kind === 'unauthorized')
  turn.engine = { ...turn.engine, isKeyProven, gateMs: elapsedMs + Math.max(0, ...gates), startedMs: elapsedMs }
  takeRows(turn, ops, true)
  // How long the network was away says nothing of now: a person who starts the app again does not wait for minutes.
  hurry(turn)
}

/** What waits for a server that did not answer is tried now. A wait that the server asked for stays. */
function hurry(turn: Turn): void {
  const { elapsedMs } = turn.moment
  const sights = new Map(turn.engine.sights)
  for (const op of turn.engine.ops) {
    const sight = sights.get(op.id)
    const isWaiting = op.state === 'queued' || op.state === 'uncertain'
    if (sight === undefined || !isWaiting || op.failure === null || op.failure.kind === 'throttled') continue
    sights.set(op.id, { ...sight, dueMs: Math.min(sight.dueMs, elapsedMs) })
  }
  turn.engine = { ...turn.engine, sights, misses: 0 }
}

/** What a lane waited for has come. */
function takeAnswer(turn: Turn, event: LaneEvent): void {
  if ('ops' in event) takeConversation(turn, event.conversationId, event.ops)
  const lane = turn.lanes.get(event.conversationId)
  invariant(lane !== undefined && lane.op.id === event.opId, 'an answer comes to the lane that waits for it')
  switch (event.kind) {
    case 'broken':
      return takeBroken(turn, lane)
    case 'found':
      return takeFound(turn, lane, event)
    case 'read':
      return takeReading(turn, lane, event)
    case 'wrote':
      return takeWritten(turn, lane, event)
    case 'answered':
      return event.result.ok ? settle(turn, lane, event.result.value) : endAttempt(turn, lane, event.result.failure)
    default:
      assertNever(event)
  }
}

/** A store that failed is asked again after this, ms: a full disk does not heal in less. */
const REDO_MS = 5_000

/** What was decided is written again later; what was only about to be decided is decided anew, for time goes on. */
function takeBroken(turn: Turn, lane: Lane): void {
  const { op, pending } = lane
  const redoMs = turn.moment.elapsedMs + REDO_MS
  const sight = turn.engine.sights.get(op.id)
  if ((pending.kind !== 'look-up' && pending.kind !== 'claim') || sight === undefined) {
    turn.lanes.set(op.conversationId, { ...lane, redoMs })
    return
  }
  leaveLane(turn, op.conversationId)
  turn.engine = { ...turn.engine, sights: new Map(turn.engine.sights).set(op.id, { ...sight, dueMs: redoMs }) }
}

function takeFound(turn: Turn, lane: Lane, { found, conversationId }: Extract<LaneEvent, { kind: 'found' }>): void {
  if (found === null || found.op.revision !== lane.op.revision) return leaveLane(turn, conversationId)
  const next: Lane = { ...lane, op: found.op, found }
  if (!turn.policy.isOwn(found.op, turn.engine.workspaceId))
    return write(turn, next, { state: 'asking', question: { why: 'other-account' } })
  if (lane.purpose === 'attempt') return prepare(turn, next, found)
  if (isShut(turn)) return leaveLane(turn, conversationId)
  read(turn, next, found)
}

function takeReading(turn: Turn, lane: Lane, { result }: Extract<LaneEvent, { kind: 'read' }>): void {
  if (!result.ok) return readFailed(turn, lane, result.failure)
  const reading = result.value
  heardFrom(turn, reading.kind === 'thread' ? reading.detail.serverAt : reading.serverAt)
  const { found } = lane
  invariant(found !== null, 'a reading is asked for only when the facts are known')
  if (lane.purpose === 'attempt') prepareFrom(turn, lane, found, reading)
  else judge(turn, lane, found, reading)
}

function takeWritten(turn: Turn, lane: Lane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const { pending } = lane
  leaveLane(turn, event.conversationId)
  if (pending.kind === 'settle') return afterSettling(turn, event.conversationId)
  if (!event.isKept) return
  if (pending.kind === 'claim') afterClaim(turn, lane, event)
  else if (pending.kind === 'write' && pending.change.state === 'uncertain') beginDoubt(turn, lane)
}

function afterClaim(turn: Turn, lane: Lane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const op = event.ops.find((one) => one.id === event.opId)
  const { found } = lane
  if (op === undefined || found === null) return
  const next = { ...lane, op }
  if (!isShut(turn) && !lane.isOvertaken) {
    const serverId = op.intent.kind === 'create' ? null : turn.policy.wireId(found.serverId, op.conversationId)
    return goOn(turn, next, { kind: 'call', op, serverId })
  }
  // Meanwhile the key was refused, the server asked for quiet, or the machine slept: nothing left, so nothing was tried.
  goOn(turn, next, { kind: 'write', op, change: { state: 'queued', attempts: op.attempts.slice(0, -1) } })
}

function afterSettling(turn: Turn, conversationId: string): void {
  const settledMs = new Map(turn.engine.settledMs).set(conversationId, turn.moment.elapsedMs)
  turn.engine = { ...turn.engine, settledMs }
  turn.effects.push({ kind: 'tell-settled', conversationId })
}

function beginDoubt(turn: Turn, lane: Lane): void {
  const sight = turn.engine.sights.get(lane.op.id)
  if (sight === undefined) return
  const doubt = { sinceMs: turn.moment.elapsedMs }
  turn.engine = { ...turn.engine, sights: new Map(turn.engine.sights).set(lane.op.id, { ...sight, doubt }) }
}
