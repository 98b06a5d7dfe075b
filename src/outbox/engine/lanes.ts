import type { Op } from '../../db/op.ts'
import type { Engine, OpTiming } from './state.ts'
import { lookAfterMs, type VerifySchedule } from './verify-schedule.ts'

/** How many conversations are served at once. */
export const MAX_LANES = 4

/** The first op of each conversation, in the order they were said: only it moves, so one that failed or asks holds its own lane and no other. */
export function headsOf(ops: readonly Op[]): readonly Op[] {
  const seen = new Set<string>()
  return ops.filter((op) => !seen.has(op.conversationId) && seen.add(op.conversationId))
}

/** When something is to be done about a head, by `elapsedMs`; null when only a person can move it. */
export function dueMsOf(op: Op, sight: OpTiming, schedule: VerifySchedule): number | null {
  switch (op.state) {
    case 'held':
    case 'queued':
      return sight.dueMs
    case 'uncertain':
      return Math.max(sight.dueMs, (sight.doubt?.sinceMs ?? sight.seenMs) + lookAfterMs(schedule, op))
    case 'sending':
      // In no lane of this session: whoever sent it is dead.
      return sight.seenMs
    default:
      return null
  }
}

export type Due = { readonly op: Op; readonly dueMs: number }

/** The heads that no lane is busy with, the longest due first. */
export function waitingHeads(
  engine: Pick<Engine, 'ops' | 'lanes' | 'sights'>,
  heads: (ops: readonly Op[]) => readonly Op[],
  schedule: VerifySchedule,
): readonly Due[] {
  const waiting: Due[] = []
  for (const op of heads(engine.ops)) {
    const sight = engine.sights.get(op.id)
    if (sight === undefined || engine.lanes.has(op.conversationId)) continue
    const dueMs = dueMsOf(op, sight, schedule)
    if (dueMs !== null) waiting.push({ op, dueMs })
  }
  return waiting.toSorted((one, other) => one.dueMs - other.dueMs || one.op.seq - other.op.seq)
}
