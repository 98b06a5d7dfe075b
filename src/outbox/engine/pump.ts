import { waitingHeads } from './lanes.ts'
import { awaitEffect, isBlocked, type StepDraft } from './draft-step.ts'
import { recover } from './verify-step.ts'

/** Starts what is due while lanes are free, and sets the timer for what is due next. */
export function pump(draft: StepDraft): void {
  const { policy, moment } = draft
  const { elapsedMs } = moment
  retryFailedEffects(draft)
  if (!draft.engine.isStopped) {
    for (const { op, dueMs } of waitingHeads(draft.engine, policy.heads, policy.schedule)) {
      if (op.state === 'sending') recover(draft, op)
      else if (dueMs <= elapsedMs && !isBlocked(draft) && draft.lanes.size < laneLimit(draft)) {
        awaitEffect(
          draft,
          { op, purpose: op.state === 'uncertain' ? 'verify' : 'attempt', facts: null },
          { kind: 'read-facts', op },
        )
      }
    }
  }
  const timerMs = nextDueMs(draft)
  if (timerMs === draft.engine.timerMs) return
  draft.engine = { ...draft.engine, timerMs }
  draft.effects.push({ kind: 'set-timer', timerMs })
}

/** After a 401 in an earlier session, one lane tests the key with a read before the others start. */
function laneLimit(draft: StepDraft): number {
  return draft.engine.isKeyProven ? draft.policy.maxLanes : 1
}

function retryFailedEffects(draft: StepDraft): void {
  for (const [conversationId, lane] of draft.lanes) {
    if (lane.retryMs === null || lane.retryMs > draft.moment.elapsedMs) continue
    draft.lanes.set(conversationId, { ...lane, retryMs: null })
    draft.effects.push(lane.pending)
  }
}

function nextDueMs(draft: StepDraft): number | null {
  const { engine, policy, moment } = draft
  const times = [...draft.lanes.values()].flatMap((lane) => lane.retryMs ?? [])
  if (!engine.isStopped && engine.pausedBy === null) {
    for (const { dueMs } of waitingHeads(engine, policy.heads, policy.schedule))
      times.push(Math.max(dueMs, engine.throttledUntilMs))
  }
  const next = Math.min(...times.filter((time) => time > moment.elapsedMs), Infinity)
  return next === Infinity ? null : next
}
