import type { Workspace } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { agoWords } from '../ui/time-words.ts'
import { failureSentence, hasNoNetwork, needsPerson } from '../words/failure.ts'
import type { Reachability } from '../view-state.ts'

export type SyncStatus = {
  /** `danger` only when something needs a person. */
  readonly tone: 'good' | 'quiet' | 'warning' | 'danger'
  /** How well the server can be reached. */
  readonly reach: string
  /** False while the words tick or count: a live region around them would be read out for ever. */
  readonly isSteady: boolean
  /** Why, where that is not plain from the words before; null when it is. */
  readonly cause: string | null
  /** What only a person can settle; null when there is nothing. */
  readonly asks: string | null
  /** What goes out by itself; null when there is nothing. */
  readonly waiting: string | null
  readonly coverage: string | null
}

export type SyncStatusInput = {
  readonly reachability: Reachability
  readonly isOffline: boolean
  readonly outbox: { readonly waiting: number; readonly asking: number; readonly failed: number }
  /** Null until the database was read. */
  readonly onDevice: { readonly threads: number; readonly conversations: number } | null
  readonly key: Workspace['key']
  /** Epoch ms. */
  readonly now: number
}

/** The truth line: how fresh, how complete, how much is still to go out. */
export function syncStatusText(input: SyncStatusInput): SyncStatus {
  const { outbox, isOffline, reachability } = input
  const failure = input.key === 'missing' ? null : reachability.failure
  return {
    tone: toneOf(input, failure),
    reach: reachWords(input),
    isSteady: input.key === 'missing' || isOffline || failure !== null,
    cause: causeWords(input, failure),
    asks: askWords(outbox),
    waiting: outbox.waiting > 0 ? `${writeNumber(outbox.waiting)} to send` : null,
    coverage: coverageWords(input),
  }
}

function causeWords(
  { isOffline, key, onDevice, reachability }: SyncStatusInput,
  failure: Failure | null,
): string | null {
  if (isOffline) return failure !== null && !hasNoNetwork(failure) ? failureSentence(failure) : null
  // What is listed can be opened, read and answered before the rest is here.
  const isReading = reachability.isFirstSync && failure === null && key !== 'missing'
  return isReading && (onDevice?.conversations ?? 0) > 0 ? 'What is listed can be used already' : null
}

function toneOf(
  { outbox, isOffline, key, reachability }: SyncStatusInput,
  failure: Failure | null,
): SyncStatus['tone'] {
  if (key === 'missing' || outbox.asking + outbox.failed > 0) return 'danger'
  if (failure !== null && needsPerson(failure)) return 'danger'
  if (isOffline) return 'quiet'
  if (failure !== null) return 'warning'
  return reachability.checkedAt === null ? 'quiet' : 'good'
}

function reachWords({ reachability, isOffline, key, onDevice, now }: SyncStatusInput): string {
  if (key === 'missing') return 'Waiting for an API key'
  const { failure, checkedAt, isFirstSync } = reachability
  if (isOffline) return (onDevice?.conversations ?? 0) > 0 ? 'Offline · showing what is on this device' : 'Offline'
  if (failure?.kind === 'unauthorized') return 'Waiting for a new API key'
  if (failure !== null) return failureSentence(failure)
  if (isFirstSync || checkedAt === null) return readingWords(reachability, onDevice)
  const checked = `Checked ${agoWords(now - checkedAt)}`
  return reachability.isCatchingUp === true ? `${checked} · catching up` : checked
}

/** How many so far and how fast; the database may be a page behind, or far ahead of a reading that begins anew. */
function readingWords({ progress }: Reachability, onDevice: SyncStatusInput['onDevice']): string {
  const count = Math.max(progress?.conversations ?? 0, onDevice?.conversations ?? 0)
  if (count === 0) return 'Reading your conversations…'
  const rate = progress?.perMinute ?? 0
  const speed = rate > 0 ? ` · ${writeNumber(rate)} a minute` : ''
  return `Reading your conversations: ${writeNumber(count)} so far${speed}`
}

function askWords({ asking, failed }: SyncStatusInput['outbox']): string | null {
  const parts = [
    failed > 0 && `${writeNumber(failed)} not sent`,
    asking > 0 && `${writeNumber(asking)} to decide`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.join(' · ')
}

function coverageWords({ onDevice }: SyncStatusInput): string | null {
  if (onDevice === null || onDevice.conversations === 0) return null
  const { threads, conversations } = onDevice
  if (threads >= conversations) return 'All threads on this device'
  return `${writeNumber(threads)} of ${writeNumber(conversations)} threads on this device`
}
