import { waitingHeads } from './lanes.ts'
import { goOn, isShut, type Turn } from './draft-step.ts'
import { recover } from './verify-step.ts'

/** Begins what is due, as far as the lanes go, and sets the one timer for what will be. */
export function pump(turn: Turn): void {
  const { policy, moment } = turn
  const { elapsedMs } = moment
  redoBroken(turn)
  if (!turn.engine.isStopped) {
    for (const { op, dueMs } of waitingHeads(turn.engine, policy.heads, policy.schedule)) {
      if (op.state === 'sending') recover(turn, op)
      else if (dueMs <= elapsedMs && !isShut(turn) && turn.lanes.size < laneLimit(turn)) {
        goOn(
          turn,
          { op, purpose: op.state === 'uncertain' ? 'verify' : 'attempt', found: null },
          { kind: 'look-up', op },
        )
      }
    }
  }
  const timerMs = nextDueMs(turn)
  if (timerMs === turn.engine.timerMs) return
  turn.engine = { ...turn.engine, timerMs }
  turn.effects.push({ kind: 'set-timer', timerMs })
}

/** A key that was refused before this session is tried by one lane, which reads, before any other does anything. */
function laneLimit(turn: Turn): number {
  return turn.engine.isKeyProven ? turn.policy.maxLanes : 1
}

function redoBroken(turn: Turn): void {
  for (const [conversationId, lane] of turn.lanes) {
    if (lane.redoMs === null || lane.redoMs > turn.moment.elapsedMs) continue
    turn.lanes.set(conversationId, { ...lane, redoMs: null })
    turn.effects.push(lane.pending)
  }
}

function nextDueMs(turn: Turn): number | null {
  const { engine, policy, moment } = turn
  const times = [...turn.lanes.values()].flatMap((lane) => lane.redoMs ?? [])
  if (!engine.isStopped && engine.pausedBy === null) {
    for (const { dueMs } of waitingHeads(engine, policy.heads, policy.schedule))
      times.push(Math.max(dueMs, engine.gateMs))
  }
  const next = Math.min(...times.filter((time) => time > moment.elapsedMs), Infinity)
  return next === Infinity ? null : next
}
