import type { Failure } from '../shared/failure.ts'
import type { Status } from '../shared/model.ts'

/**
 * An op is one queued intent: the only place where what we said, and the server has not yet
 * confirmed, is kept. Persisted: add freely; rename or remove only with a migration in database.ts.
 */
export type Op = {
  /** Auto-increment: the order in which things were said. Never order by time. */
  readonly seq: number
  /** uuid; also the Idempotency-Key header. */
  readonly id: string
  /** Grows with every write. A write names the revision it was decided on, and one that was overtaken changes nothing. */
  readonly revision: number
  /** The account it was said under; it never goes out under another. Null: said before this database knew its workspace. */
  readonly workspaceId: string | null
  /** The conversation's local, stable id. Never sent to the server. */
  readonly conversationId: string
  readonly intent: Intent
  readonly state: OpState
  readonly attempts: readonly Attempt[]
  /** Epoch ms before which nothing is tried; 0 for at once. For a held op the end of its undo window. */
  readonly notBefore: number
  /** Set while `uncertain`: how far the reading back has come. */
  readonly verify: Verify | null
  /** Why it waits, asks or failed; null while nothing went wrong. */
  readonly failure: Failure | null
  /** Set while `asking`: what only a person can say. */
  readonly question: OpQuestion | null
  /** Epoch ms. */
  readonly createdAt: number
  /** Set when a person said to send it after all: its age counts from `at`, and its resends from the doubtful attempts there were. */
  readonly confirmed: { readonly at: number; readonly doubtful: number } | null
  /** The op it was said with ("send and resolve"): should that one be taken back or discarded, this one goes too. */
  readonly follows?: string
}

/** Persisted. Why an op asks. */
export type OpQuestion =
  /** The thread holds newer words than its author had seen; `newIds` are their messages, oldest first. */
  | { readonly why: 'stale'; readonly newIds: readonly string[] }
  /** It waited longer than a day. */
  | { readonly why: 'old' }
  /** It may have arrived, and reading back cannot tell. */
  | { readonly why: 'cannot-verify'; readonly because: 'short-text' | 'rewritten' | 'uncovered' | 'unreadable' }
  /** It was sent again twice, and each time the answer was lost. */
  | { readonly why: 'too-many-resends' }
  /** It did not arrive, and this person's setting is to be asked before anything is sent again. */
  | { readonly why: 'absent' }
  /** It was said under another account than the one that is open. */
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
      /** The newest message its author had seen; null when the thread was empty or not on this device. */
      readonly seenMessageId: string | null
      /** The server's time on that message, epoch ms: says what is newer where a reading lacks it. Absent: it had none, or was not kept. */
      readonly seenSentAt?: number
      /** Where the caret stood, UTF-16 units: undo puts it back there. Absent: at the end. */
      readonly caret?: number
    }
  /** Intents per field; `tags` is the complete wanted list. `closed` is never here: that is `close`. */
  | {
      readonly kind: 'patch'
      readonly status?: Exclude<Status, 'closed'>
      readonly customerName?: string
      readonly tags?: readonly string[]
      /** The same fields as they stood when the first of this run was asked for: a change back to them cancels out. */
      readonly base?: Base
    }
  | { readonly kind: 'close'; readonly base?: Base }

/** Persisted. A field that was not known is absent. */
export type Base = { readonly status?: string; readonly customerName?: string; readonly tags?: readonly string[] }

/**
 * Persisted.
 * - `held`: in its undo window; ends by time, by "send now" or by undo.
 * - `queued`: durable and waiting for its turn, the network or a moment; ends by a claim.
 * - `sending`: written before the first byte leaves; ends by the answer, or, found at start, as `uncertain`.
 * - `uncertain`: the server may or may not have it; ends by reading back.
 * - `asking`: only a person can say; `question` says what.
 * - `failed`: the server refused it; kept, with its words, until a person retries, edits or discards it.
 * There is no `done`: a done op's row is gone, and its claim written, in one transaction.
 */
export type OpState = 'held' | 'queued' | 'sending' | 'uncertain' | 'asking' | 'failed'

export type Attempt = {
  /** Epoch ms by this device's clock. */
  readonly begunAt: number
  /** null while in flight, or when the process died in between. */
  readonly endedAt: number | null
  /**
   * Ids that the server already had: the thread's messages for a send, the known conversations with the same contact for a create.
   * Null when they could not be read: what the thread holds afterwards then proves nothing.
   */
  readonly baselineIds: readonly string[] | null
  /** A change only: the server showed these values already, or may still show older ones, so seeing them proves nothing before the settle time. */
  readonly isMasked?: boolean
  /** The server's clock minus this device's when the attempt began, ms; null when unknown. */
  readonly clockOffsetMs: number | null
  readonly outcome: 'applied' | 'ambiguous' | 'not-applied' | 'rejected' | 'auth' | null
}

export type Verify = {
  /** Good reads so far in which the effect was absent. */
  readonly absentReads: number
  /** Place in the verify schedule. */
  readonly round: number
  /** Epoch ms of the last good read; null before the first. */
  readonly readAt: number | null
}
