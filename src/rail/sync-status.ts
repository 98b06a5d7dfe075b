import type { Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { agoWords } from '../ui/time-words.ts'
import { failureSentence, hasNoNetwork, needsUser } from '../words/failure.ts'
import type { Reachability } from '../view-state.ts'

export type SyncStatus = {
  /** `danger` only when something needs the user. */
  readonly tone: 'good' | 'quiet' | 'warning' | 'danger'
  /** Whether the server can be reached, and when it was last checked. */
  readonly reach: string
  /** False while `reach` counts up: a live region would announce every step. */
  readonly isSteady: boolean
  /** More about `reach`; null when there is nothing to add. */
  readonly cause: string | null
  /** What needs the user's attention; null for nothing. */
  readonly attention: string | null
  /** What is still to be sent; null for nothing. */
  readonly waiting: string | null
  readonly coverage: string | null
}

export type SyncStatusInput = {
  readonly reachability: Reachability
  readonly isOffline: boolean
  readonly outbox: { readonly waiting: number; readonly asking: number; readonly failed: number }
  /** Null until the database is read. */
  readonly onDevice: { readonly threads: number; readonly conversations: number } | null
  readonly key: Workspace['key']
  /** Epoch ms. */
  readonly now: number
}

/** The status line: how fresh and how complete the data is, and what is still to be sent. */
export function syncStatusText(input: SyncStatusInput): SyncStatus {
  const { outbox, isOffline, reachability } = input
  const failure = input.key === 'missing' ? null : reachability.failure
  return {
    tone: toneOf(input, failure),
    reach: reachText(input),
    isSteady: input.key === 'missing' || isOffline || failure !== null,
    cause: causeText(input, failure),
    attention: attentionText(outbox),
    waiting: outbox.waiting > 0 ? text('rail.status.toSend', { count: outbox.waiting }) : null,
    coverage: coverageText(input),
  }
}

function causeText(
  { isOffline, key, onDevice, reachability }: SyncStatusInput,
  failure: Failure | null,
): string | null {
  if (isOffline) return failure !== null && !hasNoNetwork(failure) ? failureSentence(failure) : null
  // Listed conversations can be opened and answered before the first sync ends.
  const isReading = reachability.isFirstSync && failure === null && key !== 'missing'
  return isReading && (onDevice?.conversations ?? 0) > 0 ? text('rail.status.listReady') : null
}

function toneOf(
  { outbox, isOffline, key, reachability }: SyncStatusInput,
  failure: Failure | null,
): SyncStatus['tone'] {
  if (key === 'missing' || outbox.asking + outbox.failed > 0) return 'danger'
  if (failure !== null && needsUser(failure)) return 'danger'
  if (isOffline) return 'quiet'
  if (failure !== null) return 'warning'
  return reachability.checkedAt === null ? 'quiet' : 'good'
}

function reachText({ reachability, isOffline, key, onDevice, now }: SyncStatusInput): string {
  if (key === 'missing') return text('rail.status.keyNeeded')
  const { failure, checkedAt, isFirstSync } = reachability
  if (isOffline) return text((onDevice?.conversations ?? 0) > 0 ? 'rail.status.offlineWithData' : 'rail.status.offline')
  if (failure?.kind === 'unauthorized') return text('rail.status.newKeyNeeded')
  if (failure !== null) return failureSentence(failure)
  if (isFirstSync || checkedAt === null) return syncingText(reachability, onDevice)
  const id = reachability.isCatchingUp === true ? 'rail.status.catchingUp' : 'rail.status.checked'
  return text(id, { ago: agoWords(now - checkedAt) })
}

/** How many conversations so far and how fast. Sync and the database may differ: after a restart of the first sync the database has more. */
function syncingText({ progress }: Reachability, onDevice: SyncStatusInput['onDevice']): string {
  const count = Math.max(progress?.conversations ?? 0, onDevice?.conversations ?? 0)
  if (count === 0) return text('rail.status.loading')
  const rate = progress?.perMinute ?? 0
  return rate > 0 ? text('rail.status.loadedAtRate', { count, rate }) : text('rail.status.loaded', { count })
}

function attentionText({ asking, failed }: SyncStatusInput['outbox']): string | null {
  const parts = [
    failed > 0 && text('rail.status.notSent', { count: failed }),
    asking > 0 && text('rail.attention', { count: asking }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.join(' · ')
}

function coverageText({ onDevice }: SyncStatusInput): string | null {
  if (onDevice === null || onDevice.conversations === 0) return null
  const { threads, conversations } = onDevice
  if (threads >= conversations) return text('rail.status.allThreads')
  return text('rail.status.someThreads', { threads, conversations })
}
