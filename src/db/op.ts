import type { Failure } from '../shared/failure.ts'
import type { Status } from '../shared/model.ts'

/**
 * An op is one queued intent. Nothing else stores what the user did and the server has not confirmed.
 * Persisted: add freely; rename or remove only with a migration in database.ts.
 */
export type Op = {
  /** Auto-increment: the order in which ops were queued. Never order by time. */
  readonly seq: number
  /** uuid; also the Idempotency-Key header. */
  readonly id: string
  /** Incremented by every write. A write names the revision it was based on, and is dropped if that is outdated. */
  readonly revision: number
  /** The account it was queued under; it is never sent under another. Null: queued before this database knew its workspace. */
  readonly workspaceId: string | null
  /** The conversation's local, stable id. Never sent to the server. */
  readonly conversationId: string
  readonly intent: Intent
  readonly state: OpState
  readonly attempts: readonly Attempt[]
  /** Epoch ms before which nothing is tried; 0 for immediately. For a held op, the end of its undo window. */
  readonly notBefore: number
  /** Set while `uncertain`: the progress of verification. */
  readonly verify: Verify | null
  /** Why it waits, asks or failed; null when there was no failure. */
  readonly failure: Failure | null
  /** Set while `asking`: what the user must decide. */
  readonly question: OpQuestion | null
  /** Epoch ms. */
  readonly createdAt: number
  /** Set when the user chose to send it anyway: its age counts from `at`, and its resends from the doubtful attempts so far. */
  readonly confirmed: { readonly at: number; readonly doubtful: number } | null
  /** The op it was queued with ("send and resolve"). Undoing or discarding that op removes this one too. */
  readonly follows?: string
  /**
   * Epoch ms when it came here from a backup of this or another device, which may have sent it since. Until the user confirms it, it is
   * never sent: see docs/decisions/0010-restored-ops-ask.md.
   */
  readonly restoredAt?: number
}

/** Persisted. Why an op asks. */
export type OpQuestion =
  /** The thread has messages that the author had not seen; `newIds` are their ids, oldest first. */
  | { readonly why: 'stale'; readonly newIds: readonly string[] }
  /** It waited for more than a day. */
  | { readonly why: 'old' }
  /** It may have arrived, and reading the thread cannot tell. */
  | { readonly why: 'cannot-verify'; readonly because: 'short-text' | 'rewritten' | 'uncovered' | 'unreadable' }
  /** It was resent twice, and the response was lost each time. */
  | { readonly why: 'too-many-resends' }
  /** It did not arrive, and the user's setting is to be asked before a resend. */
  | { readonly why: 'absent' }
  /** It came from a backup, and the server did not show it. The device that made the backup may still send it. */
  | { readonly why: 'restored' }
  /** It was queued under a different account than the open one. */
  | { readonly why: 'other-account' }

/** Persisted. */
export type Intent =
  | {
      readonly kind: 'create'
      readonly channel: string
      readonly customerPhone?: string
      readonly customerEmail?: string
      readonly customerName?: string
    }
  | {
      readonly kind: 'send'
      readonly content: string
      /** The newest message that the author had seen; null when the thread was empty or not on this device. */
      readonly seenMessageId: string | null
      /** The server's time of that message, epoch ms: tells which messages are newer when a read lacks it. Absent: none or not stored. */
      readonly seenSentAt?: number
      /** Caret position, UTF-16 units: undo restores it. Absent: at the end. */
      readonly caret?: number
    }
  /** Intents per field; `tags` is the complete wanted list. Closing has its own kind, `close`. */
  | {
      readonly kind: 'patch'
      readonly status?: Exclude<Status, 'closed'>
      readonly customerName?: string
      readonly tags?: readonly string[]
      /** The same fields before the first change of this run: a change back to them cancels out. */
      readonly base?: Base
    }
  | { readonly kind: 'close'; readonly base?: Base }

/** Persisted. Unknown fields are absent. */
export type Base = { readonly status?: string; readonly customerName?: string; readonly tags?: readonly string[] }

/**
 * Persisted.
 * - `held`: in its undo window; ends by time, by "send now" or by undo.
 * - `queued`: durable; waits for its turn, the network or a time; ends when it is claimed for sending.
 * - `sending`: written before the first byte is sent; ends with the response, or becomes `uncertain` if found at start.
 * - `uncertain`: the server may or may not have it; ends when verification can tell.
 * - `asking`: the user must decide; `question` says what.
 * - `failed`: the server refused it; kept until the user retries, edits or discards it.
 * There is no `done`: one transaction deletes a finished op's row and writes its claim.
 */
export type OpState = 'held' | 'queued' | 'sending' | 'uncertain' | 'asking' | 'failed'

export type Attempt = {
  /** Epoch ms by this device's clock. */
  readonly begunAt: number
  /** Null while in flight, or when the process died before the response. */
  readonly endedAt: number | null
  /**
   * Ids that the server already had: the thread's messages for a send, known conversations with the same contact for a create.
   * Null when they could not be read; the thread's contents afterwards then prove nothing.
   */
  readonly baselineIds: readonly string[] | null
  /** Changes only: the server already showed these values or may still show older ones, so before the settle time they prove nothing. */
  readonly isMasked?: boolean
  /** The server's clock minus this device's when the attempt began, ms; null when unknown. */
  readonly clockOffsetMs: number | null
  readonly outcome: 'applied' | 'ambiguous' | 'not-applied' | 'rejected' | 'auth' | null
}

export type Verify = {
  /** Successful reads so far that did not show the effect. */
  readonly absentReads: number
  /** Index in the verification schedule. */
  readonly round: number
  /** Epoch ms of the last successful read; null before the first. */
  readonly readAt: number | null
}
