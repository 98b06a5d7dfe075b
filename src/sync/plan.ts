import type { SyncPolicy } from './policy.ts'
import type { Check, SweepKind, SyncState } from './state.ts'

/** Decides what to read next. Pure. */

export type Attention = {
  /** The conversation whose thread is on screen, if the server has it; null for none. */
  readonly openConversationId: string | null
  readonly isFocused: boolean
  /** False while the disk is nearly full: the remaining space is for messages to be sent, so nothing is fetched ahead. */
  readonly hasSpace: boolean
}

/** What is on screen, and what is fetched ahead. Each lane makes one request at a time, so that neither waits for the other. */
export type SyncLane = 'attention' | 'background'

export type Job =
  | { readonly kind: 'open-thread'; readonly conversationId: string }
  | { readonly kind: 'poll'; readonly offset: number }
  | { readonly kind: 'sweep'; readonly sweep: SweepKind; readonly offset: number }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'hydrate'; readonly conversationId: string }
  /** Makes no request: queues the threads that are missing or out of date on this device. */
  | { readonly kind: 'fill-queue' }

type NextJob = { readonly job: Job | null; readonly at: number }
type Candidate = { readonly job: Job; readonly at: number }

/** `at`: when to call again if no job is due; Infinity when only an outside event can bring one. */
export function nextJob(state: SyncState, attention: Attention, lane: SyncLane, now: number): NextJob {
  if (now < state.waitUntil) return { job: null, at: state.waitUntil }
  const candidates = lane === 'attention' ? attentionJobs(state, attention) : backgroundJobs(state, attention)
  const ready = candidates.find(({ at: dueAt }) => dueAt <= now)
  if (ready !== undefined) return { job: ready.job, at: now }
  return { job: null, at: Math.min(Infinity, ...candidates.map(({ at: dueAt }) => dueAt)) }
}

function attentionJobs(state: SyncState, { openConversationId }: Attention): readonly Candidate[] {
  const poll: Candidate = { job: { kind: 'poll', offset: state.pollOffset }, at: state.pollAt }
  if (openConversationId === null) return [poll]
  return [{ job: { kind: 'open-thread', conversationId: openConversationId }, at: state.threadAt }, poll]
}

/**
 * By priority. The slow sweep of all conversations comes before the threads because it takes only one request in three seconds. Behind
 * 100,000 threads it would not start for hours.
 */
function backgroundJobs(state: SyncState, { hasSpace }: Attention): readonly Candidate[] {
  if (!hasSpace) return []
  const { paceAt, checks, queue } = state
  const check = (kind: SweepKind): Job | null => {
    const first = checks.find((queued) => queued.kind === kind)
    return first === undefined ? null : { kind: 'check', check: first }
  }
  const trickleAt = state.isFullSpeed ? paceAt : Math.max(paceAt, state.trickleAt)
  const isSweepRunning = state.sweeps.all.sweep !== null
  const hydrate: Job | null =
    queue[0] !== undefined
      ? { kind: 'hydrate', conversationId: queue[0] }
      : state.isHydrated || state.isFirstSync
        ? null
        : { kind: 'fill-queue' }
  return [
    candidate(check('open'), paceAt),
    sweepOf(state, 'open', paceAt),
    candidate(isSweepRunning ? null : check('all'), trickleAt),
    sweepOf(state, 'all', trickleAt),
    candidate(hydrate, paceAt),
  ].filter((job) => job !== null)
}

function sweepOf({ sweeps }: SyncState, kind: SweepKind, paceAt: number): Candidate | null {
  const { sweep, dueAt } = sweeps[kind]
  const job: Job = { kind: 'sweep', sweep: kind, offset: sweep?.offset ?? 0 }
  return { job, at: sweep === null ? Math.max(paceAt, dueAt) : paceAt }
}

function candidate(job: Job | null, at: number): Candidate | null {
  return job === null ? null : { job, at }
}

/** Whether a timer was so late that the machine must have slept. Checks both clocks, because one of them may stop during a sleep. */
export function isAfterSleep(lateMs: { readonly wall: number; readonly elapsed: number }, policy: SyncPolicy): boolean {
  return Math.max(lateMs.wall, lateMs.elapsed) > policy.sleepMs
}
