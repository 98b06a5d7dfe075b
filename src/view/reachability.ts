import type { Failure } from '../shared/failure.ts'

/** Whether the server can be reached, and how far its list has been read. */
export type Reachability = {
  /** Epoch ms of the last successful response; null before the first. */
  readonly checkedAt: number | null
  /** Epoch ms of the next check; null before the first. */
  readonly nextCheckAt?: number | null
  /** Why the last request failed; null when it succeeded. */
  readonly failure: Failure | null
  /** True until the first full sync of the list ends. */
  readonly isFirstSync: boolean
  /** True until two list syncs in a row agree: conversations may still be missing. */
  readonly isCatchingUp?: boolean
  /** Every thread was read or refused since the first sync: those that are missing now do not come. */
  readonly areThreadsRead?: boolean
  /** The progress of the first sync; null when it is over, missing until sync has read where it stopped. */
  readonly progress?: { readonly conversations: number; readonly isResumed: boolean } | null
}
