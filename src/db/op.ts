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
  /** The conversation's local, stable id. Never sent to the server. */
  readonly conversationId: string
  readonly intent: Intent
  readonly state: OpState
  readonly attempts: readonly Attempt[]
  /** Epoch ms before which nothing is tried; 0 for at once. */
  readonly notBefore: number
  /** Set while `uncertain`: how far the reading back has come. */
  readonly verify: Verify | null
  /** Why it waits, asks or failed; null while nothing went wrong. */
  readonly failure: Failure | null
  /** Epoch ms. */
  readonly createdAt: number
}

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
    }
  /** Intents per field; `tags` is the complete wanted list. `closed` is never here: that is `close`. */
  | {
      readonly kind: 'patch'
      readonly status?: Exclude<Status, 'closed'>
      readonly customerName?: string
      readonly tags?: readonly string[]
    }
  | { readonly kind: 'close' }

/**
 * Persisted.
 * - `held`: in its undo window; ends by time, by "send now" or by undo.
 * - `queued`: durable and waiting for its turn, the network or a moment; ends by a claim.
 * - `sending`: written before the first byte leaves; ends by the answer, or, found at start, as `uncertain`.
 * - `uncertain`: the server may or may not have it; ends by reading back.
 * - `asking`: only a person can say.
 * - `failed`: the server refused it; kept, with its words, until a person retries, edits or discards it.
 * There is no `done`: a done op's row is gone, and its claim written, in one transaction.
 */
export type OpState = 'held' | 'queued' | 'sending' | 'uncertain' | 'asking' | 'failed'

export type Attempt = {
  /** Epoch ms by this device's clock. */
  readonly begunAt: number
  /** null while in flight, or when the process died in between. */
  readonly endedAt: number | null
  /** Ids that the server already had: the thread's messages for a send, the known conversations with the same contact for a create. */
  readonly baselineIds: readonly string[]
  /** Server clock minus device clock at the last read before the attempt, ms; null when unknown. */
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
