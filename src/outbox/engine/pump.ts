import { waitingHeads } from './lanes.ts'
import { awaitEffect, isBlocked, type StepDraft } from './draft-step.ts'
import { recover } from './verify-step.ts'

/** Begins what is due, as far as the lanes go, and sets the one timer for what will be. */
export function pump(draft: StepDraft): void {
  const { policy, moment } = draft
  const { elapsedMs } = moment
  redoBroken(draft)
  if (!draft.engine.isStopped) {
    for (const { op, dueMs } of waitingHeads(draft.engine, policy.heads, policy.schedule)) {
      if (op.state === 'sending') recover(draft, op)
      else if (dueMs <= elapsedMs && !isBlocked(draft) && draft.lanes.size < laneLimit(draft)) {
        awaitEffect(
          draft,
          { op, purpose: op.state === 'uncertain' ? 'verify' : 'attempt', found: null },
          { kind: 'look-up', op },
        )
      }
    }
  }
  const timerMs = nextDueMs(draft)
  if (timerMs === draft.engine.timerMs) return
  draft.engine = { ...draft.engine, timerMs }
  draft.effects.push({ kind: 'set-timer', timerMs })
}

/** A key that was refused before this session is tried by one lane, which reads, before any other does anything. */
function laneLimit(draft: StepDraft): number {
  return draft.engine.isKeyProven ? draft.policy.maxLanes : 1
}

function redoBroken(draft: StepDraft): void {
  for (const [conversationId, lane] of draft.lanes) {
    if (lane.redoMs === null || lane.redoMs > draft.moment.elapsedMs) continue
    draft.lanes.set(conversationId, { ...lane, redoMs: null })
    draft.effects.push(lane.pending)
  }
}

function nextDueMs(draft: StepDraft): number | null {
  const { engine, policy, moment } = draft
  const times = [...draft.lanes.values()].flatMap((lane) => lane.redoMs ?? [])
  if (!engine.isStopped && engine.pausedBy === null) {
    for (const { dueMs } of waitingHeads(engine, policy.heads, policy.schedule))
      times.push(Math.max(dueMs, engine.gateMs))
  }
  const next = Math.min(...times.filter((time) => time > moment.elapsedMs), Infinity)
  return next === Infinity ? null : next
}
