import { type Job, laneOf, type SweepKind, type SyncLane } from './job.ts'
import type { SyncPolicy } from './policy.ts'
import { nextSweep, type SyncState } from './state.ts'

/** Decides what to read next. Pure. */

export type Attention = {
  /** The conversation whose thread is on screen, if the server has it; null for none. */
  readonly openConversationId: string | null
  readonly isFocused: boolean
  /** False while the disk is nearly full: the remaining space is for messages to be sent, so nothing is fetched ahead. */
  readonly hasSpace: boolean
}

type NextJob = { readonly job: Job | null; readonly at: number }
type Candidate = { readonly job: Job; readonly at: number }

/** `at`: when to call again if no job is due; Infinity when only the end of a job or an outside event can bring one. */
export function nextJob(
  state: SyncState,
  attention: Attention,
  { lane, now }: { readonly lane: SyncLane; readonly now: number },
  policy: SyncPolicy,
): NextJob {
  if (now < state.waitUntil) return { job: null, at: state.waitUntil }
  const candidates = lane === 'attention' ? attentionJobs(state, attention) : backgroundJobs(state, attention)
  const ready = candidates.find(({ at: dueAt }) => dueAt <= now)
  if (ready === undefined) return { job: null, at: Math.min(Infinity, ...candidates.map(({ at: dueAt }) => dueAt)) }
  const running = state.running.filter((job) => laneOf(job) === lane)
  return mayJoin(ready.job, running, state, policy) ? { job: ready.job, at: now } : { job: null, at: Infinity }
}

/**
 * Whether a job may start beside the running jobs of its lane. Only threads run side by side: they are of different conversations, so
 * that they share no row. Any other job runs alone. While it is due it lets no thread start, so that it never waits for more than the
 * threads that are being read. One exception: the next page of a sweep is requested while the page before it is being stored.
 */
function mayJoin(
  job: Job,
  running: readonly Job[],
  { sweeps }: SyncState,
  { threadsAtOnce }: Pick<SyncPolicy, 'threadsAtOnce'>,
): boolean {
  const [first, second] = running
  if (first === undefined) return true
  if (job.kind === 'sweep' && first.kind === 'sweep')
    return second === undefined && job.sweep === first.sweep && sweeps[job.sweep].ahead !== null
  const areThreads = [job, ...running].every(({ kind }) => kind === 'hydrate')
  return areThreads && running.length < threadsAtOnce
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
  const { paceAt, checks } = state
  const check = (kind: SweepKind): Job | null => {
    const first = checks.find((queued) => queued.kind === kind)
    return first === undefined ? null : { kind: 'check', check: first }
  }
  const trickleAt = state.isFullSpeed ? paceAt : Math.max(paceAt, state.trickleAt)
  const isSweepRunning = state.sweeps.all.sweep !== null
  return [
    candidate(check('open'), paceAt),
    sweepOf(state, 'open', paceAt),
    candidate(isSweepRunning ? null : check('all'), trickleAt),
    sweepOf(state, 'all', trickleAt),
    candidate(threadJob(state), paceAt),
  ].filter((job) => job !== null)
}

/** A thread that is being read is not read again before that read has ended: its answer could be the older one, and arrive last. */
function threadJob({ queue, running, isHydrated, isFirstSync }: SyncState): Job | null {
  if (queue.length === 0) return isHydrated || isFirstSync ? null : { kind: 'fill-queue' }
  const reading = new Set(running.flatMap((job) => (job.kind === 'hydrate' ? [job.conversationId] : [])))
  const conversationId = queue.find((id) => !reading.has(id))
  return conversationId === undefined ? null : { kind: 'hydrate', conversationId }
}

function sweepOf({ sweeps }: SyncState, kind: SweepKind, paceAt: number): Candidate | null {
  const { sweep, dueAt } = sweeps[kind]
  const job: Job = { kind: 'sweep', sweep: kind, offset: nextSweep(sweeps[kind])?.offset ?? 0 }
  return { job, at: sweep === null ? Math.max(paceAt, dueAt) : paceAt }
}

function candidate(job: Job | null, at: number): Candidate | null {
  return job === null ? null : { job, at }
}

/** Whether a timer was so late that the machine must have slept. Checks both clocks, because one of them may stop during a sleep. */
export function isAfterSleep(lateMs: { readonly wall: number; readonly elapsed: number }, policy: SyncPolicy): boolean {
  return Math.max(lateMs.wall, lateMs.elapsed) > policy.sleepMs
}
