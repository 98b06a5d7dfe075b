import type { ConversationRow } from '../../db/rows.ts'
import type { Op } from '../../db/op.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import type { Conversation, ConversationDetail, Message, SentMessage } from '../../shared/model.ts'

/**
 * The engine's types: its state, the events it receives and the effects it requests. The engine is `step`, a pure function of these.
 * The loop runs the effects and dispatches their results as events.
 *
 * A field ending in `Ms` that names an instant is on the `elapsedMs` clock. A field ending in `At` is epoch ms.
 */

/** Time and randomness at one event. */
export type Moment = {
  /** Epoch ms by this device's clock: for stored stamps, and for times before this session. The user may change this clock. */
  readonly at: number
  /** Ms since an arbitrary origin, never set back. Every wait within a session is measured by it. */
  readonly elapsedMs: number
  /** In [0, 1). */
  readonly random: number
}

/** In memory only, and may be lost at any moment. Everything that must survive is in the ops. */
export type Engine = {
  readonly workspaceId: string
  /** The rows as last read, in order. They may be out of date: every write is conditional on the stored row. */
  readonly ops: readonly Op[]
  /** By conversation: the op being processed there. */
  readonly lanes: ReadonlyMap<string, SendLane>
  /** By op. */
  readonly timings: ReadonlyMap<string, OpTiming>
  /** Set after a 401: nothing is sent until `resumed`. */
  readonly pausedBy: Failure | null
  /** Counts the API keys of this session. A 401 to a request under an earlier key does not apply to the current one. */
  readonly keyRound: number
  /** False when a session starts after a 401. One read then tests the key before any mutation is sent. */
  readonly isKeyProven: boolean
  /** Nothing is sent before this instant, because the server asked for a pause. */
  readonly throttledUntilMs: number
  /** Requests in a row without an answer. The backoff grows with it. */
  readonly consecutiveFailures: number
  /** The last time that the server reported, and when it was received. */
  readonly serverClock: { readonly serverAt: number; readonly elapsedMs: number } | null
  /** When the session started. */
  readonly startedMs: number
  /** By conversation: when this session last settled an op there. For a while, reads may still show the earlier state. */
  readonly settledMs: ReadonlyMap<string, number>
  readonly timerMs: number | null
  readonly isStopped: boolean
}

export type SendLane = {
  readonly op: Op
  readonly purpose: 'attempt' | 'verify' | 'recover'
  /** The effect whose result the lane waits for. */
  readonly pending: LaneEffect
  /** The `keyRound` in which `pending` was requested. */
  readonly keyRound: number
  readonly facts: OpFacts | null
  /** Set when the store failed: when `pending` is tried again. */
  readonly retryMs: number | null
  /** The machine slept since the lane decided to send. It must decide again before the call. */
  readonly isStale: boolean
}

export type OpTiming = {
  /** When this session first saw the op. */
  readonly firstSeenMs: number
  /** Epoch ms: when the user sent or confirmed the op. */
  readonly acceptedAt: number
  /** The op's age at `firstSeenMs`, ms. */
  readonly initialAgeMs: number
  /** The part of the op's age that was its undo window, ms. */
  readonly holdMs: number
  readonly isHeld: boolean
  readonly notBefore: number
  /** `notBefore` on the `elapsedMs` clock, so that setting the device's clock neither delays nor hurries the op. */
  readonly dueMs: number
  /** Since when this session has known the op to be `uncertain`; null when it is not. */
  readonly uncertainSinceMs: number | null
}

/** What the store knows of an op and its conversation, read in one transaction. */
export type OpFacts = {
  readonly op: Op
  readonly serverId: string | null
  readonly row: ConversationRow | null
  readonly thread: { readonly messages: readonly Message[]; readonly readAt: number } | null
  /** The conversation's messages that are already matched to ops of this device. */
  readonly claimedIds: readonly string[]
  /** For a create: known conversations that may be with the same contact. */
  readonly knownIds: readonly string[]
  readonly onUncertain: 'resend' | 'ask'
  /** The server has been seen to change the text of a message. */
  readonly isRewriting: boolean
}

export type ServerRead =
  | { readonly kind: 'thread'; readonly detail: ConversationDetail }
  /** `isWhole`: the end of the list was reached. */
  | {
      readonly kind: 'sweep'
      readonly rows: readonly Conversation[]
      readonly isWhole: boolean
      readonly serverAt: number | null
    }

export type ServerAnswer =
  | { readonly kind: 'sent'; readonly sent: SentMessage }
  | { readonly kind: 'created'; readonly conversation: Conversation }
  | { readonly kind: 'changed'; readonly conversation: Conversation }

/** The server's copy of what an op asked for. An op with a proof is done. */
export type Proof =
  | { readonly kind: 'send'; readonly message: Message }
  | { readonly kind: 'create'; readonly conversation: Conversation }
  | { readonly kind: 'change'; readonly conversation: Conversation }

export type OpChange = Partial<Omit<Op, 'seq' | 'id' | 'revision' | 'conversationId'>>

export type LaneEffect =
  | { readonly kind: 'read-facts'; readonly op: Op }
  | { readonly kind: 'read-thread'; readonly op: Op; readonly serverId: string }
  | { readonly kind: 'sweep'; readonly op: Op; readonly channel: string }
  /** Conditional on the op's revision. A `claim` also requires that the op is the first of its conversation; the call follows it. */
  | { readonly kind: 'claim' | 'write'; readonly op: Op; readonly change: OpChange }
  | { readonly kind: 'call'; readonly op: Op; readonly serverId: string | null }
  /** Unconditional, because the server has it. One transaction deletes the row, writes the claim and stores the server's copy. */
  | { readonly kind: 'settle'; readonly op: Op; readonly proof: Proof; readonly isRewriting: boolean }

export type Effect =
  | LaneEffect
  /** Replaces the engine's only timer; null clears it. */
  | { readonly kind: 'set-timer'; readonly timerMs: number | null }
  | { readonly kind: 'notify-settled'; readonly conversationId: string }
  | { readonly kind: 'notify-unauthorized'; readonly failure: Failure }

export type Event =
  /** The first rows of a session, read after this window has acquired the lock to send. */
  | { readonly kind: 'started'; readonly ops: readonly Op[] }
  /** The rows changed, in this window or another. */
  | { readonly kind: 'rows'; readonly ops: readonly Op[] }
  | { readonly kind: 'ticked' }
  /** The network may be back, or the user asked to try now. */
  | { readonly kind: 'nudged' }
  /** The machine slept, and `elapsedMs` may not have counted it. */
  | { readonly kind: 'woke' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'stopped' }
  | LaneEvent

export type LaneEvent =
  | {
      readonly kind: 'facts-read'
      readonly opId: string
      readonly conversationId: string
      readonly facts: OpFacts | null
      /** The conversation's ops, in order. The same in `wrote`. */
      readonly ops: readonly Op[]
    }
  | {
      readonly kind: 'server-read'
      readonly opId: string
      readonly conversationId: string
      readonly result: Result<ServerRead>
    }
  /** `isKept` false: the row had changed meanwhile, and nothing was written. */
  | {
      readonly kind: 'wrote'
      readonly opId: string
      readonly conversationId: string
      readonly isKept: boolean
      readonly ops: readonly Op[]
    }
  | {
      readonly kind: 'answered'
      readonly opId: string
      readonly conversationId: string
      readonly result: Result<ServerAnswer>
    }
  /** The store failed. The write may or may not have been stored. */
  | { readonly kind: 'store-failed'; readonly opId: string; readonly conversationId: string }

export type Step = { readonly engine: Engine; readonly effects: readonly Effect[] }
