import type { Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { agoWords, durationWords } from '../ui/time-words.ts'
import { failureCause, failureSentence, hasNoNetwork, needsUser } from '../words/failure.ts'
import type { Reachability } from '../view/reachability.ts'

export type SyncStatus = {
  /** `danger` only when something needs the user. */
  readonly tone: 'good' | 'quiet' | 'warning' | 'danger'
  /** Whether the server can be reached, and when it was last checked: a few words. */
  readonly reach: string
  /** False while `reach` counts up: a live region would announce every step. */
  readonly isSteady: boolean
  /** False while the line says something more important: the details then have `reach`. */
  readonly isReachShown: boolean
  /** What needs the user's attention; null for nothing. */
  readonly attention: string | null
  /** What is still to be sent; null for nothing. */
  readonly waiting: string | null
  /** More about the line, one sentence each. */
  readonly details: readonly string[]
}

export type SyncStatusInput = {
  readonly reachability: Reachability
  readonly isOffline: boolean
  readonly outbox: { readonly waiting: number; readonly asking: number; readonly failed: number }
  /** Null until the database is read. */
  readonly onDevice: { readonly threads: number; readonly conversations: number } | null
  readonly key: Workspace['key']
  /** How long the first download takes, ms, in whole steps; null while that is unknown. */
  readonly leftMs?: number | null
  /** Epoch ms. */
  readonly now: number
}

/** The status line: how fresh and how complete the data is, and what is still to be sent. */
export function syncStatusText(input: SyncStatusInput): SyncStatus {
  const { outbox, isOffline, reachability } = input
  const failure = input.key === 'missing' ? null : reachability.failure
  const isSteady = input.key === 'missing' || isOffline || failure !== null
  return {
    tone: toneOf(input, failure),
    reach: reachText(input),
    isSteady,
    isReachShown: isSteady || outbox.waiting + outbox.asking + outbox.failed === 0,
    attention: attentionText(outbox),
    waiting: outbox.waiting > 0 ? text('rail.status.toSend', { count: outbox.waiting }) : null,
    details: [
      failureText(input, failure),
      ...loadingTexts(input, failure),
      coverageText(input),
      leftText(input) === null || isSteady ? null : checkedText(input),
      nextText(input),
    ].filter((line) => line !== null),
  }
}

function failureText({ isOffline, onDevice }: SyncStatusInput, failure: Failure | null): string | null {
  if (isOffline && (failure === null || hasNoNetwork(failure)))
    return hasData(onDevice) ? text('rail.status.dataOnDevice') : null
  return failure === null ? null : failureSentence(failure)
}

function loadingTexts(
  { key, isOffline, onDevice, reachability }: SyncStatusInput,
  failure: Failure | null,
): readonly (string | null)[] {
  if (key === 'missing' || (failure !== null && needsUser(failure))) return []
  const { isFirstSync, isCatchingUp } = reachability
  if (!isFirstSync)
    return [isCatchingUp === true && !isOffline && failure === null ? text('rail.status.catchingUp') : null]
  if (isOffline) return [text('rail.status.firstOffline')]
  // Listed conversations can be opened and answered before the first sync ends.
  const count = onDevice?.conversations ?? 0
  if (count === 0) return []
  return [failure === null ? text('rail.status.listReady') : text('rail.status.firstPaused', { count })]
}

/** In steps of five seconds, like the age of the last check. */
function nextText({ key, reachability, now }: SyncStatusInput): string | null {
  const { nextCheckAt, isFirstSync } = reachability
  if (key === 'missing' || isFirstSync || nextCheckAt == null) return null
  const seconds = Math.ceil((nextCheckAt - now) / 5_000) * 5
  return seconds > 0 ? text('rail.status.nextCheck', { seconds }) : null
}

function hasData(onDevice: SyncStatusInput['onDevice']): boolean {
  return (onDevice?.conversations ?? 0) > 0
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

function reachText(input: SyncStatusInput): string {
  const { reachability, isOffline, key, onDevice } = input
  if (key === 'missing') return text('rail.status.keyNeeded')
  const { failure, checkedAt, isFirstSync } = reachability
  if (isOffline) return text('rail.status.offline')
  if (failure?.kind === 'unauthorized') return text('rail.status.newKeyNeeded')
  if (failure !== null) return failureCause(failure)
  if (isFirstSync || checkedAt === null) return syncingText(reachability, onDevice)
  return leftText(input) ?? checkedText(input) ?? ''
}

function checkedText({ reachability, now }: SyncStatusInput): string | null {
  const { checkedAt } = reachability
  return checkedAt === null ? null : text('rail.status.checked', { ago: agoWords(now - checkedAt) })
}

/**
 * How many conversations so far. The list has no total, so nothing tells how many are left. After a restart, the database has more than
 * sync has read.
 */
function syncingText({ progress }: Reachability, onDevice: SyncStatusInput['onDevice']): string {
  const count = Math.max(progress?.conversations ?? 0, onDevice?.conversations ?? 0)
  if (count === 0) return text('rail.status.loading')
  return text(progress?.isResumed === true ? 'rail.status.resumed' : 'rail.status.loaded', { count })
}

function attentionText({ asking, failed }: SyncStatusInput['outbox']): string | null {
  const parts = [
    failed > 0 && text('rail.status.notSent', { count: failed }),
    asking > 0 && text('rail.attention', { count: asking }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.join(' · ')
}

function coverageText({ onDevice, reachability }: SyncStatusInput): string | null {
  // The threads are read after the list.
  if (onDevice === null || onDevice.conversations === 0 || reachability.progress != null) return null
  const { threads, conversations } = onDevice
  if (threads >= conversations) return text('rail.status.allThreads')
  return text('rail.status.someThreads', { threads, conversations })
}

/** How long the first download still takes; null while that is unknown. */
function leftText({ leftMs = null }: SyncStatusInput): string | null {
  if (leftMs === null) return null
  return leftMs === 0
    ? text('rail.status.underOneMinute')
    : text('rail.status.timeLeft', { time: durationWords(leftMs) })
}
