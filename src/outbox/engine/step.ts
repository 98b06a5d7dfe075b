import { assertNever, invariant } from '../../shared/failure.ts'
import { endAttempt, prepare, prepareFrom, read, settle } from './attempt.ts'
import type { Engine, Event, SendLane, LaneEvent, Moment, Step } from './state.ts'
import { type Policy, POLICY } from './policy.ts'
import { pump } from './pump.ts'
import { agedBySleep, waitLeftMs } from './confirmations.ts'
import {
  draftStep,
  awaitEffect,
  noteAnswer,
  isBlocked,
  leaveLane,
  takeConversation,
  takeRows,
  type StepDraft,
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
  const draft = draftStep(engine, moment, policy)
  take(draft, event)
  pump(draft)
  return { engine: draft.engine, effects: draft.effects }
}

function take(draft: StepDraft, event: Event): void {
  switch (event.kind) {
    case 'started':
      return start(draft, event.ops)
    case 'rows':
      return takeRows(draft, event.ops)
    case 'ticked':
      // Late or early: the timer is set anew from what is due.
      draft.engine = { ...draft.engine, timerMs: null }
      return
    case 'nudged':
      return hurry(draft)
    case 'woke': {
      const sights = [...draft.engine.sights].map(([id, sight]) => [id, agedBySleep(sight, draft.moment)] as const)
      draft.engine = { ...draft.engine, sights: new Map(sights) }
      for (const [id, lane] of draft.lanes) draft.lanes.set(id, { ...lane, isOvertaken: true })
      return hurry(draft)
    }
    case 'resumed':
      draft.engine = { ...draft.engine, pausedBy: null, isKeyProven: true, keyRound: draft.engine.keyRound + 1 }
      return
    case 'stopped':
      draft.engine = { ...draft.engine, isStopped: true }
      return
    default:
      return takeAnswer(draft, event)
  }
}

function start(draft: StepDraft, ops: Engine['ops']): void {
  const { at, elapsedMs } = draft.moment
  const gates = ops.map((op) => (op.failure?.kind === 'throttled' ? waitLeftMs(op, at) : 0))
  const isKeyProven = !ops.some((op) => op.failure?.kind === 'unauthorized')
  draft.engine = { ...draft.engine, isKeyProven, gateMs: elapsedMs + Math.max(0, ...gates), startedMs: elapsedMs }
  takeRows(draft, ops, true)
  // How long the network was away says nothing of now: a person who starts the app again does not wait for minutes.
  hurry(draft)
}

/** What waits for a server that did not answer is tried now. A wait that the server asked for stays. */
function hurry(draft: StepDraft): void {
  const { elapsedMs } = draft.moment
  const sights = new Map(draft.engine.sights)
  for (const op of draft.engine.ops) {
    const sight = sights.get(op.id)
    const isWaiting = op.state === 'queued' || op.state === 'uncertain'
    if (sight === undefined || !isWaiting || op.failure === null || op.failure.kind === 'throttled') continue
    sights.set(op.id, { ...sight, dueMs: Math.min(sight.dueMs, elapsedMs) })
  }
  draft.engine = { ...draft.engine, sights, misses: 0 }
}

/** What a lane waited for has come. */
function takeAnswer(draft: StepDraft, event: LaneEvent): void {
  if ('ops' in event) takeConversation(draft, event.conversationId, event.ops)
  const lane = draft.lanes.get(event.conversationId)
  invariant(lane !== undefined && lane.op.id === event.opId, 'an answer comes to the lane that waits for it')
  switch (event.kind) {
    case 'broken':
      return takeBroken(draft, lane)
    case 'found':
      return takeFound(draft, lane, event)
    case 'read':
      return takeReading(draft, lane, event)
    case 'wrote':
      return takeWritten(draft, lane, event)
    case 'answered':
      return event.result.ok ? settle(draft, lane, event.result.value) : endAttempt(draft, lane, event.result.failure)
    default:
      assertNever(event)
  }
}

/** A store that failed is asked again after this, ms: a full disk does not heal in less. */
const REDO_MS = 5_000

/** What was decided is written again later; what was only about to be decided is decided anew, for time goes on. */
function takeBroken(draft: StepDraft, lane: SendLane): void {
  const { op, pending } = lane
  const redoMs = draft.moment.elapsedMs + REDO_MS
  const sight = draft.engine.sights.get(op.id)
  if ((pending.kind !== 'look-up' && pending.kind !== 'claim') || sight === undefined) {
    draft.lanes.set(op.conversationId, { ...lane, redoMs })
    return
  }
  leaveLane(draft, op.conversationId)
  draft.engine = { ...draft.engine, sights: new Map(draft.engine.sights).set(op.id, { ...sight, dueMs: redoMs }) }
}

function takeFound(
  draft: StepDraft,
  lane: SendLane,
  { found, conversationId }: Extract<LaneEvent, { kind: 'found' }>,
): void {
  if (found === null || found.op.revision !== lane.op.revision) return leaveLane(draft, conversationId)
  const next: SendLane = { ...lane, op: found.op, found }
  if (!draft.policy.isOwn(found.op, draft.engine.workspaceId))
    return write(draft, next, { state: 'asking', question: { why: 'other-account' } })
  if (lane.purpose === 'attempt') return prepare(draft, next, found)
  if (isBlocked(draft)) return leaveLane(draft, conversationId)
  read(draft, next, found)
}

function takeReading(draft: StepDraft, lane: SendLane, { result }: Extract<LaneEvent, { kind: 'read' }>): void {
  if (!result.ok) return readFailed(draft, lane, result.failure)
  const reading = result.value
  noteAnswer(draft, reading.kind === 'thread' ? reading.detail.serverAt : reading.serverAt)
  const { found } = lane
  invariant(found !== null, 'a reading is asked for only when the facts are known')
  if (lane.purpose === 'attempt') prepareFrom(draft, lane, found, reading)
  else judge(draft, lane, found, reading)
}

function takeWritten(draft: StepDraft, lane: SendLane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const { pending } = lane
  leaveLane(draft, event.conversationId)
  if (pending.kind === 'settle') return afterSettling(draft, event.conversationId)
  if (!event.isKept) return
  if (pending.kind === 'claim') afterClaim(draft, lane, event)
  else if (pending.kind === 'write' && pending.change.state === 'uncertain') beginDoubt(draft, lane)
}

function afterClaim(draft: StepDraft, lane: SendLane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const op = event.ops.find((one) => one.id === event.opId)
  const { found } = lane
  if (op === undefined || found === null) return
  const next = { ...lane, op }
  if (!isBlocked(draft) && !lane.isOvertaken) {
    const serverId = op.intent.kind === 'create' ? null : draft.policy.wireId(found.serverId, op.conversationId)
    return awaitEffect(draft, next, { kind: 'call', op, serverId })
  }
  // Meanwhile the key was refused, the server asked for quiet, or the machine slept: nothing left, so nothing was tried.
  awaitEffect(draft, next, { kind: 'write', op, change: { state: 'queued', attempts: op.attempts.slice(0, -1) } })
}

function afterSettling(draft: StepDraft, conversationId: string): void {
  const settledMs = new Map(draft.engine.settledMs).set(conversationId, draft.moment.elapsedMs)
  draft.engine = { ...draft.engine, settledMs }
  draft.effects.push({ kind: 'tell-settled', conversationId })
}

function beginDoubt(draft: StepDraft, lane: SendLane): void {
  const sight = draft.engine.sights.get(lane.op.id)
  if (sight === undefined) return
  const doubt = { sinceMs: draft.moment.elapsedMs }
  draft.engine = { ...draft.engine, sights: new Map(draft.engine.sights).set(lane.op.id, { ...sight, doubt }) }
}
