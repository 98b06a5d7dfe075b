import { findArrival, isContested } from '../../db/arrival.ts'
import type { Op } from '../../db/op.ts'
import type { Failure } from '../../shared/failure.ts'
import { backoffMs, classOf, type FailureClass } from './classify.ts'
import { findCreated, hasWantedValues, reachesBaseline, type EvidenceRules } from './evidence.ts'
import { needsConfirmation, newerMessages, OLD_AFTER_MS, STALE_AFTER_MS } from './guard.ts'
import { headsOf, MAX_LANES } from './lanes.ts'
import { VERIFY_SCHEDULE, type VerifySchedule } from './verify-schedule.ts'

/**
 * The engine's rules, apart from its mechanics. The engine receives them as an argument, so that tests can use faster schedules and
 * replace each rule by a wrong one to prove that the simulation notices.
 */
export type Policy = {
  readonly evidenceRules: EvidenceRules
  readonly schedule: VerifySchedule
  readonly classOf: (failure: Failure) => FailureClass
  /** The wait after a failure without effect, ms. */
  readonly waitMs: (failure: Failure, consecutiveFailures: number, random: number) => number
  readonly heads: (ops: readonly Op[]) => readonly Op[]
  readonly maxLanes: number
  readonly newerMessages: typeof newerMessages
  readonly staleAfterMs: number
  readonly oldAfterMs: number
  /** The new state of an op that is `sending` in no lane. */
  readonly recoveredState: 'uncertain' | 'queued'
  /** Whether a 401 pauses all sending. */
  readonly isPausing: boolean
  readonly isOwn: (op: Op, workspaceId: string) => boolean
  /** Whether the user must confirm the op before it is sent. */
  readonly needsConfirmation: (op: Op) => boolean
  readonly onAbsent: (setting: 'resend' | 'ask') => 'resend' | 'ask'
  /** The conversation's id in requests. It must be the server's id, never the local one. */
  readonly wireId: (serverId: string | null, conversationId: string) => string | null
}

export const POLICY: Policy = {
  evidenceRules: { findArrival, findCreated, hasWantedValues, isContested, reachesBaseline },
  schedule: VERIFY_SCHEDULE,
  classOf,
  waitMs: (failure, consecutiveFailures, random) =>
    failure.kind === 'throttled' && failure.retryAfterMs !== null
      ? failure.retryAfterMs
      : 1_000 + backoffMs(consecutiveFailures, random),
  heads: headsOf,
  maxLanes: MAX_LANES,
  newerMessages,
  staleAfterMs: STALE_AFTER_MS,
  oldAfterMs: OLD_AFTER_MS,
  recoveredState: 'uncertain',
  isPausing: true,
  isOwn: (op, workspaceId) => op.workspaceId === null || op.workspaceId === workspaceId,
  needsConfirmation,
  onAbsent: (setting) => setting,
  wireId: (serverId) => serverId,
}
