import { findArrival, isContested } from '../../db/arrival.ts'
import type { Op } from '../../db/op.ts'
import type { Failure } from '../../shared/failure.ts'
import { backoffMs, classOf, type FailureClass } from './classify.ts'
import { findCreated, isAsWanted, isCovered, type Judges } from './evidence.ts'
import { newerMessages, OLD_AFTER_MS, STALE_AFTER_MS } from './guard.ts'
import { headsOf, MAX_LANES } from './lanes.ts'
import { VERIFY_SCHEDULE, type VerifySchedule } from './verify-schedule.ts'

/**
 * Every decision of the engine that is a rule and not mechanics, in one record that is handed in: the tests run time-lapse schedules
 * through it, and put a wrong rule in each place to see that it is noticed.
 */
export type Policy = {
  readonly judges: Judges
  readonly schedule: VerifySchedule
  readonly classOf: (failure: Failure) => FailureClass
  /** How long after a failure that changed nothing, ms; `misses` counts those in a row. */
  readonly waitMs: (failure: Failure, misses: number, random: number) => number
  readonly heads: (ops: readonly Op[]) => readonly Op[]
  readonly maxLanes: number
  readonly newerMessages: typeof newerMessages
  readonly staleAfterMs: number
  readonly oldAfterMs: number
  /** What becomes of an op found `sending` in no lane. */
  readonly recoveredState: 'uncertain' | 'queued'
  /** Whether a refused key stops everything. */
  readonly isPausing: boolean
  readonly isOwn: (op: Op, workspaceId: string) => boolean
  readonly onAbsent: (setting: 'resend' | 'ask') => 'resend' | 'ask'
  /** What names the conversation on the wire: its server id, and nothing else. */
  readonly wireId: (serverId: string | null, conversationId: string) => string | null
}

export const POLICY: Policy = {
  judges: { findArrival, findCreated, isAsWanted, isContested, isCovered },
  schedule: VERIFY_SCHEDULE,
  classOf,
  waitMs: (failure, misses, random) =>
    failure.kind === 'throttled' && failure.retryAfterMs !== null
      ? failure.retryAfterMs
      : 1_000 + backoffMs(misses, random),
  heads: headsOf,
  maxLanes: MAX_LANES,
  newerMessages,
  staleAfterMs: STALE_AFTER_MS,
  oldAfterMs: OLD_AFTER_MS,
  recoveredState: 'uncertain',
  isPausing: true,
  isOwn: (op, workspaceId) => op.workspaceId === null || op.workspaceId === workspaceId,
  onAbsent: (setting) => setting,
  wireId: (serverId) => serverId,
}
