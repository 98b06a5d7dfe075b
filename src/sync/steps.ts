import type { ServerId } from '../db/server-ids.ts'
import { hasMoved, type Merged } from '../db/merge.ts'
import { checksForMissing } from './absent.ts'
import type { Check, Job, SweepKind } from './job.ts'
import { isLearned, learn, noteMoved, notePollStarted } from './order.ts'
import type { Attention } from './plan.ts'
import type { SyncPolicy } from './policy.ts'
import { type SweepProgress, type SyncState, withSweepProgress } from './state.ts'
import { startSweep, type Page, type PassEnd, takePage } from './sweep.ts'

/** The next state after each event. Pure, so that the app and the simulation run the same code. */

/** How many new conversations from polls are remembered. Fewer than this arrive between two passes. */
const MAX_NEW_FROM_POLLS = 2_000

export function afterJobStart(
  state: SyncState,
  job: Job,
  moment: { readonly now: number; readonly chance: number; readonly attention: Attention },
  policy: SyncPolicy,
): SyncState {
  return { ...withDueTimes(state, job, moment, policy), running: [...state.running, job] }
}

export function afterJobEnd(state: SyncState, job: Job): SyncState {
  return { ...state, running: state.running.filter((one) => one !== job) }
}

function withDueTimes(
  state: SyncState,
  job: Job,
  { now, chance, attention }: { readonly now: number; readonly chance: number; readonly attention: Attention },
  policy: SyncPolicy,
): SyncState {
  const paced = { ...state, paceAt: nextPaceAt(state, now, policy) }
  switch (job.kind) {
    case 'open-thread':
      return { ...state, threadAt: now + policy.openThreadMs }
    case 'poll': {
      const everyMs = attention.isFocused ? policy.pollFocusedMs : policy.pollBackgroundMs
      const pollAt = now + everyMs * (1 + policy.jitter * (2 * chance - 1))
      return { ...state, pollAt, order: job.offset === 0 ? notePollStarted(state.order) : state.order }
    }
    case 'sweep':
      return withTrickle(
        withSweepProgress(paced, job.sweep, startedSweep(state.sweeps[job.sweep])),
        job.sweep,
        now,
        policy,
      )
    case 'check':
      return withTrickle(paced, job.check.kind, now, policy)
    case 'hydrate':
      // Removed at the start of the job, so that a newer message shown by a poll meanwhile queues the thread again.
      return { ...paced, queue: state.queue.filter((id) => id !== job.conversationId) }
    case 'fill-queue':
      return state
  }
}

/** A late start is made up for by up to half of the pace, because the page's timers are late whenever it works. */
function nextPaceAt({ isFirstSync, paceAt }: SyncState, now: number, policy: SyncPolicy): number {
  const paceMs = isFirstSync ? policy.firstSyncPaceMs : policy.paceMs
  return Math.max(paceAt, now - paceMs / 2) + paceMs
}

function startedSweep(progress: SweepProgress): SweepProgress {
  return progress.sweep === null ? { ...progress, sweep: startSweep(progress.lastIds) } : progress
}

function withTrickle(state: SyncState, kind: SweepKind, now: number, policy: SyncPolicy): SyncState {
  return kind === 'all' ? { ...state, trickleAt: now + policy.trickleMs } : state
}

/** After a poll of the first page, or of one below it. */
export function afterPoll(
  state: SyncState,
  page: { readonly offset: number; readonly length: number; readonly merged: readonly Merged[] },
  now: number,
  policy: SyncPolicy,
): SyncState {
  const { offset, merged } = page
  const isFull = page.length >= policy.sweep.limit
  const order = offset === 0 ? learn(state.order, merged) : state.order
  const hasLearned = isLearned(order, policy.orderedPolls)
  const overlap = merged.slice(policy.sweep.step)
  const readsNextPage =
    isFull &&
    hasLearned &&
    overlap.length > 0 &&
    overlap.every(({ before, after }) => before !== after) &&
    offset < policy.maxPollPages * policy.sweep.step
  const unknown = merged.flatMap(({ before, after }) => (before === undefined ? [after.serverId ?? after.id] : []))
  const next: SyncState = {
    ...state,
    order,
    newFromPolls:
      unknown.length === 0 ? state.newFromPolls : [...state.newFromPolls, ...unknown].slice(-MAX_NEW_FROM_POLLS),
    pollOffset: readsNextPage ? offset + policy.sweep.step : 0,
    pollAt: readsNextPage ? now : state.pollAt,
  }
  return withQueuedThreads(withSweepsDue(next, isFull && !hasLearned, now), merged)
}

/** Repeats unconfirmed sweeps. `isOrderUnknown`: changes may be on any page, so the open conversations are swept at every poll. */
function withSweepsDue(state: SyncState, isOrderUnknown: boolean, now: number): SyncState {
  // The whole list is being read at full speed already.
  if (state.isFullSpeed) return state
  const { open, all } = state.sweeps
  const isOpenDue = isOrderUnknown || !open.isConfirmed
  const next = isOpenDue ? withSweepProgress(state, 'open', { dueAt: Math.min(open.dueAt, now) }) : state
  return all.isConfirmed ? next : withSweepProgress(next, 'all', { dueAt: Math.min(all.dueAt, now) })
}

/** Puts threads with new activity first in the queue; not in the first sync, where every thread is new. */
function withQueuedThreads(state: SyncState, merged: readonly Merged[]): SyncState {
  if (state.isFirstSync) return state
  const changed = merged.flatMap(({ before, after }) =>
    after.newest === undefined && (before === undefined || hasMoved(before, after)) ? [after.id] : [],
  )
  if (changed.length === 0) return state
  const first = new Set(changed)
  return { ...state, queue: [...first, ...state.queue.filter((id) => !first.has(id))] }
}

/** A page of a sweep is being stored. The next one may be requested, unless a pass ended with it. */
export function afterSweepAnswer(
  state: SyncState,
  page: { readonly kind: SweepKind } & Page,
  policy: SyncPolicy,
): SyncState {
  const { sweep } = state.sweeps[page.kind]
  const taken = sweep === null ? null : takePage(sweep, page, policy.sweep, state.newFromPolls)
  return withSweepProgress(state, page.kind, { ahead: taken?.passEnd === null ? taken.sweep : null })
}

/** A page could not be stored, so it is read again. */
export function withoutSweepAhead(state: SyncState, kind: SweepKind): SyncState {
  return withSweepProgress(state, kind, { ahead: null })
}

/** After a page of a sweep was stored. `passEnd` is set when a pass ended with it: the caller then checks the conversations that it did not show. */
export function afterSweepPage(
  state: SyncState,
  page: { readonly kind: SweepKind; readonly merged: readonly Merged[] } & Page,
  now: number,
  policy: SyncPolicy,
): { readonly state: SyncState; readonly passEnd: PassEnd | null } {
  const { kind, merged } = page
  const progress = state.sweeps[kind]
  const running = progress.sweep ?? startSweep(progress.lastIds)
  const { sweep, passEnd } = takePage(running, page, policy.sweep, state.newFromPolls)
  const noted = withQueuedThreads({ ...state, order: noteMoved(state.order, merged) }, merged)
  if (passEnd === null)
    return { state: withSweepProgress(noted, kind, { sweep: progress.ahead ?? sweep, ahead: null }), passEnd }
  const everyMs = kind === 'open' ? policy.openSweepMs : policy.wholeSweepMs
  const next = withSweepProgress(noted, kind, {
    sweep,
    ahead: null,
    lastIds: passEnd.isWhole ? passEnd.ids : progress.lastIds,
    isConfirmed: sweep === null ? passEnd.isConfirmed : progress.isConfirmed,
    dueAt: now + everyMs,
  })
  return { state: kind === 'all' ? withWholePass(next, sweep === null, now, policy) : next, passEnd }
}

/** The list was read to its end, so new threads may be missing on this device. */
function withWholePass(state: SyncState, isLast: boolean, now: number, policy: SyncPolicy): SyncState {
  const read = { ...state, isHydrated: false, isFullSpeed: state.isFullSpeed && !isLast, isFirstSync: false }
  return state.isFirstSync ? withSweepProgress(read, 'open', { dueAt: now + policy.openSweepMs }) : read
}

/**
 * Queues a check for each known conversation that the pass did not show. A conversation that is queued already keeps its position; an
 * 'open' check stays 'open', and a check that may remove still may.
 */
export function afterPass(state: SyncState, kind: SweepKind, known: readonly ServerId[], passEnd: PassEnd): SyncState {
  const added = checksForMissing(kind, known, passEnd)
  if (added.length === 0) return state
  const checks = new Map(state.checks.map((check) => [check.conversationId, check]))
  for (const check of added) {
    const earlier = checks.get(check.conversationId)
    const mayRemove = check.mayRemove || earlier?.mayRemove === true
    checks.set(check.conversationId, { ...check, kind: earlier?.kind === 'open' ? 'open' : kind, mayRemove })
  }
  return { ...state, checks: [...checks.values()] }
}

export function afterCheck(state: SyncState, check: Check): SyncState {
  return { ...state, checks: state.checks.filter(({ conversationId }) => conversationId !== check.conversationId) }
}

/** `unread`: the threads that are missing on this device, by priority. What polls have queued since they were listed comes first. */
export function withQueue(state: SyncState, unread: readonly string[]): SyncState {
  const queue = [...new Set([...state.queue, ...unread])]
  return { ...state, queue, isHydrated: queue.length === 0 }
}

/** The read failed for a reason that is not specific to this thread, so it stays first in the queue. */
export function requeueThread(state: SyncState, conversationId: string): SyncState {
  return { ...state, queue: [conversationId, ...state.queue.filter((id) => id !== conversationId)] }
}
