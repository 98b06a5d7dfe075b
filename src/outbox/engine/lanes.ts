import type { Op } from '../../db/op.ts'
import type { Engine, OpTiming } from './state.ts'
import { nextReadAfterMs, type VerifySchedule } from './verify-schedule.ts'

/** How many conversations are processed at once. */
export const MAX_LANES = 4

/** The first op of each conversation, by `seq`. Only heads are processed, so a head that failed or asks blocks only its own conversation. */
export function headsOf(ops: readonly Op[]): readonly Op[] {
  const seen = new Set<string>()
  return ops.filter((op) => !seen.has(op.conversationId) && seen.add(op.conversationId))
}

/** When the engine must next process a head, on the `elapsedMs` clock; null when only the user can move it. */
export function dueMsOf(op: Op, timing: OpTiming, schedule: VerifySchedule): number | null {
  switch (op.state) {
    case 'held':
    case 'queued':
      return timing.dueMs
    case 'uncertain':
      return Math.max(timing.dueMs, (timing.uncertainSinceMs ?? timing.firstSeenMs) + nextReadAfterMs(schedule, op))
    case 'sending':
      // No lane of this session is sending it: the window that was sending it has ended.
      return timing.firstSeenMs
    default:
      return null
  }
}

export type DueOp = { readonly op: Op; readonly dueMs: number }

/** The heads without a lane, the longest due first. */
export function waitingHeads(
  engine: Pick<Engine, 'ops' | 'lanes' | 'timings'>,
  heads: (ops: readonly Op[]) => readonly Op[],
  schedule: VerifySchedule,
): readonly DueOp[] {
  const waiting: DueOp[] = []
  for (const op of heads(engine.ops)) {
    const timing = engine.timings.get(op.id)
    if (timing === undefined || engine.lanes.has(op.conversationId)) continue
    const dueMs = dueMsOf(op, timing, schedule)
    if (dueMs !== null) waiting.push({ op, dueMs })
  }
  return waiting.toSorted((a, b) => a.dueMs - b.dueMs || a.op.seq - b.op.seq)
}
