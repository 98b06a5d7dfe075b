import { assertNever, invariant } from '../../shared/failure.ts'
import { endAttempt, prepare, prepareAfterRead, read, settle } from './attempt.ts'
import type { Engine, Event, SendLane, LaneEvent, Moment, Step } from './state.ts'
import { type Policy, POLICY } from './policy.ts'
import { pump } from './pump.ts'
import { ageAfterSleep, waitMsOf } from './op-timing.ts'
import {
  draftStep,
  awaitEffect,
  recordServerAnswer,
  isBlocked,
  leaveLane,
  updateConversationOps,
  updateOps,
  type StepDraft,
  write,
} from './draft-step.ts'
import { applyEvidence, handleReadFailure } from './verify-step.ts'

export function newEngine(workspaceId: string): Engine {
  return {
    workspaceId,
    ops: [],
    lanes: new Map(),
    timings: new Map(),
    pausedBy: null,
    keyRound: 0,
    isKeyProven: true,
    throttledUntilMs: 0,
    consecutiveFailures: 0,
    serverClock: null,
    startedMs: 0,
    settledMs: new Map(),
    timerMs: null,
    isStopped: false,
  }
}

/** The whole engine, without side effects: time, randomness, stored rows and server answers arrive in its arguments. */
export function step(engine: Engine, event: Event, moment: Moment, policy: Policy = POLICY): Step {
  const draft = draftStep(engine, moment, policy)
  handleEvent(draft, event)
  pump(draft)
  return { engine: draft.engine, effects: draft.effects }
}

function handleEvent(draft: StepDraft, event: Event): void {
  switch (event.kind) {
    case 'started':
      return start(draft, event.ops)
    case 'rows':
      return updateOps(draft, event.ops)
    case 'ticked':
      // The timer may fire late or early: `pump` sets it again from what is due.
      draft.engine = { ...draft.engine, timerMs: null }
      return
    case 'nudged':
      return retryNow(draft)
    case 'woke': {
      const timings = [...draft.engine.timings].map(
        ([id, timing]) => [id, ageAfterSleep(timing, draft.moment)] as const,
      )
      draft.engine = { ...draft.engine, timings: new Map(timings) }
      for (const [id, lane] of draft.lanes) draft.lanes.set(id, { ...lane, isStale: true })
      return retryNow(draft)
    }
    case 'resumed':
      draft.engine = { ...draft.engine, pausedBy: null, isKeyProven: true, keyRound: draft.engine.keyRound + 1 }
      return
    case 'stopped':
      draft.engine = { ...draft.engine, isStopped: true }
      return
    default:
      return handleLaneEvent(draft, event)
  }
}

function start(draft: StepDraft, ops: Engine['ops']): void {
  const { at, elapsedMs } = draft.moment
  const throttledMs = ops.map((op) => (op.failure?.kind === 'throttled' ? waitMsOf(op, at) : 0))
  const throttledUntilMs = elapsedMs + Math.max(0, ...throttledMs)
  const isKeyProven = !ops.some((op) => op.failure?.kind === 'unauthorized')
  draft.engine = { ...draft.engine, isKeyProven, throttledUntilMs, startedMs: elapsedMs }
  updateOps(draft, ops, true)
  // The backoff of the last session says nothing about the network now. The user must not wait minutes after a restart.
  retryNow(draft)
}

/** Ends the backoff of every op that waits after a failure. A pause that the server asked for stays. */
function retryNow(draft: StepDraft): void {
  const { elapsedMs } = draft.moment
  const timings = new Map(draft.engine.timings)
  for (const op of draft.engine.ops) {
    const timing = timings.get(op.id)
    const isWaiting = op.state === 'queued' || op.state === 'uncertain'
    if (timing === undefined || !isWaiting || op.failure === null || op.failure.kind === 'throttled') continue
    timings.set(op.id, { ...timing, dueMs: Math.min(timing.dueMs, elapsedMs) })
  }
  draft.engine = { ...draft.engine, timings, consecutiveFailures: 0 }
}

function handleLaneEvent(draft: StepDraft, event: LaneEvent): void {
  if ('ops' in event) updateConversationOps(draft, event.conversationId, event.ops)
  const lane = draft.lanes.get(event.conversationId)
  invariant(lane !== undefined && lane.op.id === event.opId, 'a result belongs to the lane that waits for it')
  switch (event.kind) {
    case 'store-failed':
      return handleStoreFailure(draft, lane)
    case 'facts-read':
      return handleFacts(draft, lane, event)
    case 'server-read':
      return handleServerRead(draft, lane, event)
    case 'wrote':
      return handleWritten(draft, lane, event)
    case 'answered':
      return event.result.ok ? settle(draft, lane, event.result.value) : endAttempt(draft, lane, event.result.failure)
    default:
      assertNever(event)
  }
}

/** Wait before a failed store access is repeated, ms. A full disk seldom recovers sooner. */
const STORE_RETRY_MS = 5_000

/** Repeats a failed write later. Before a request, the lane ends instead, so that the decision is made again with current facts. */
function handleStoreFailure(draft: StepDraft, lane: SendLane): void {
  const { op, pending } = lane
  const retryMs = draft.moment.elapsedMs + STORE_RETRY_MS
  const timing = draft.engine.timings.get(op.id)
  if ((pending.kind !== 'read-facts' && pending.kind !== 'claim') || timing === undefined) {
    draft.lanes.set(op.conversationId, { ...lane, retryMs })
    return
  }
  leaveLane(draft, op.conversationId)
  const timings = new Map(draft.engine.timings).set(op.id, { ...timing, dueMs: retryMs })
  draft.engine = { ...draft.engine, timings }
}

function handleFacts(
  draft: StepDraft,
  lane: SendLane,
  { facts, conversationId }: Extract<LaneEvent, { kind: 'facts-read' }>,
): void {
  if (facts === null || facts.op.revision !== lane.op.revision) return leaveLane(draft, conversationId)
  const next: SendLane = { ...lane, op: facts.op, facts }
  if (!draft.policy.isOwn(facts.op, draft.engine.workspaceId))
    return write(draft, next, { state: 'asking', question: { why: 'other-account' } })
  if (lane.purpose === 'attempt') return prepare(draft, next, facts)
  if (isBlocked(draft)) return leaveLane(draft, conversationId)
  read(draft, next, facts)
}

function handleServerRead(
  draft: StepDraft,
  lane: SendLane,
  { result }: Extract<LaneEvent, { kind: 'server-read' }>,
): void {
  if (!result.ok) return handleReadFailure(draft, lane, result.failure)
  const serverRead = result.value
  recordServerAnswer(draft, serverRead.kind === 'thread' ? serverRead.detail.serverAt : serverRead.serverAt)
  const { facts } = lane
  invariant(facts !== null, 'the facts are known before the server is read')
  if (lane.purpose === 'attempt') prepareAfterRead(draft, lane, facts, serverRead)
  else applyEvidence(draft, lane, facts, serverRead)
}

function handleWritten(draft: StepDraft, lane: SendLane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const { pending } = lane
  leaveLane(draft, event.conversationId)
  if (pending.kind === 'settle') return afterSettled(draft, event.conversationId)
  if (!event.isKept) return
  if (pending.kind === 'claim') afterClaim(draft, lane, event)
  else if (pending.kind === 'write' && pending.change.state === 'uncertain') startUncertainty(draft, lane)
}

function afterClaim(draft: StepDraft, lane: SendLane, event: Extract<LaneEvent, { kind: 'wrote' }>): void {
  const op = event.ops.find(({ id }) => id === event.opId)
  const { facts } = lane
  if (op === undefined || facts === null) return
  const next = { ...lane, op }
  if (!isBlocked(draft) && !lane.isStale) {
    const serverId = op.intent.kind === 'create' ? null : draft.policy.wireId(facts.serverId, op.conversationId)
    return awaitEffect(draft, next, { kind: 'call', op, serverId })
  }
  // The key was rejected, the server asked for a pause, or the machine slept. No request was made, so this is no attempt.
  awaitEffect(draft, next, { kind: 'write', op, change: { state: 'queued', attempts: op.attempts.slice(0, -1) } })
}

function afterSettled(draft: StepDraft, conversationId: string): void {
  const settledMs = new Map(draft.engine.settledMs).set(conversationId, draft.moment.elapsedMs)
  draft.engine = { ...draft.engine, settledMs }
  draft.effects.push({ kind: 'notify-settled', conversationId })
}

/** The verify schedule starts when the write is confirmed. The feed may have shown the row earlier. */
function startUncertainty(draft: StepDraft, lane: SendLane): void {
  const timing = draft.engine.timings.get(lane.op.id)
  if (timing === undefined) return
  const timings = new Map(draft.engine.timings)
  timings.set(lane.op.id, { ...timing, uncertainSinceMs: draft.moment.elapsedMs })
  draft.engine = { ...draft.engine, timings }
}
