import type { ConversationRow } from '../../db/rows.ts'
import type { Op } from '../../db/op.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import type { Conversation, ConversationDetail, Message, SentMessage } from '../../shared/model.ts'

/**
 * The words of the engine: what it knows, what happens to it, what it wants done. The engine itself is `step`, a pure function of
 * these; the loop carries its effects out and feeds back what came of them.
 */

/** Time and chance, as they are at one event. */
export type Moment = {
  /** Epoch ms by this device's clock: for stamps, and for what happened before this session. A person may change it. */
  readonly at: number
  /** Ms since any origin, never set back: all waiting of a session is measured by it. */
  readonly elapsedMs: number
  /** In [0, 1). */
  readonly random: number
}

/** Everything here may be lost at any moment: what must not be is in the ops. */
export type Engine = {
  readonly workspaceId: string
  /** The rows as last seen, in their order. A hint: every write is conditional on what is stored. */
  readonly ops: readonly Op[]
  /** By conversation: what is being done there just now. */
  readonly lanes: ReadonlyMap<string, SendLane>
  /** By op: since when this session has watched it. */
  readonly sights: ReadonlyMap<string, OpTiming>
  /** Set after a 401: nothing goes out until `resumed`. */
  readonly pausedBy: Failure | null
  /** How many keys there were: a refusal that was asked for under an older one says nothing of this one. */
  readonly keyRound: number
  /** False at a start after a 401, until something was read: one read tries the key before any mutation does. */
  readonly isKeyProven: boolean
  /** The server asked to be left alone until then, by `elapsedMs`. */
  readonly gateMs: number
  /** Failures in a row to get an answer: the longer the server is away, the more rarely it is asked. */
  readonly misses: number
  /** What the server's clock said, and when. */
  readonly serverClock: { readonly serverAt: number; readonly elapsedMs: number } | null
  /** When the session began, by `elapsedMs`. */
  readonly startedMs: number
  /** By conversation: when this session last settled an op there, by `elapsedMs`. Reads may show for a while what was before it. */
  readonly settledMs: ReadonlyMap<string, number>
  readonly timerMs: number | null
  readonly isStopped: boolean
}

export type SendLane = {
  readonly op: Op
  readonly purpose: 'attempt' | 'verify' | 'recover'
  /** The effect whose answer is awaited, and the key it went out under. */
  readonly pending: LaneEffect
  readonly keyRound: number
  readonly found: OpFacts | null
  /** Set when the store failed: the effect is tried again then, by `elapsedMs`. */
  readonly redoMs: number | null
  /** The machine slept meanwhile: what was decided before may be overtaken, and nothing leaves on it. */
  readonly isOvertaken: boolean
}

export type OpTiming = {
  readonly seenMs: number
  /** Epoch ms: when it was said, or confirmed. */
  readonly bornAt: number
  /** Its age when first seen, ms. */
  readonly ageMs: number
  /** What of its age was undo window, ms. */
  readonly holdMs: number
  readonly isHeld: boolean
  readonly notBefore: number
  /** `notBefore`, by `elapsedMs`: a clock that is set back makes nothing wait, one that is set forward hurries nothing. */
  readonly dueMs: number
  /** Since when, by `elapsedMs`, this session has known its last attempt to be of unknown fate. */
  readonly doubt: { readonly sinceMs: number } | null
}

/** What the store knows of an op and its conversation, in one consistent read. */
export type OpFacts = {
  readonly op: Op
  readonly serverId: string | null
  readonly row: ConversationRow | null
  readonly thread: { readonly messages: readonly Message[]; readonly readAt: number } | null
  /** The messages of this conversation that answer ops of this device. */
  readonly claimedIds: readonly string[]
  /** For a create: known conversations that may be with the same contact. */
  readonly knownIds: readonly string[]
  readonly onUncertain: 'resend' | 'ask'
  /** The server was seen to change the text of a message. */
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

/** What makes an op done. */
export type Proof =
  | { readonly kind: 'send'; readonly message: Message }
  | { readonly kind: 'create'; readonly conversation: Conversation }
  | { readonly kind: 'change'; readonly conversation: Conversation }

export type OpChange = Partial<Omit<Op, 'seq' | 'id' | 'revision' | 'conversationId'>>

export type LaneEffect =
  | { readonly kind: 'look-up'; readonly op: Op }
  | { readonly kind: 'read-thread'; readonly op: Op; readonly serverId: string }
  | { readonly kind: 'sweep'; readonly op: Op; readonly channel: string }
  /** Conditional on the op's revision. `claim`: also on its being the first of its conversation; the call follows when it is kept. */
  | { readonly kind: 'claim' | 'write'; readonly op: Op; readonly change: OpChange }
  | { readonly kind: 'call'; readonly op: Op; readonly serverId: string | null }
  /** Unconditional: the server has it. One transaction takes the row away, writes the claim and keeps what was told. */
  | { readonly kind: 'settle'; readonly op: Op; readonly proof: Proof; readonly isRewriting: boolean }

export type Effect =
  | LaneEffect
  /** The one timer, by `elapsedMs`; null for none. */
  | { readonly kind: 'set-timer'; readonly timerMs: number | null }
  | { readonly kind: 'tell-settled'; readonly conversationId: string }
  | { readonly kind: 'tell-unauthorized'; readonly failure: Failure }

export type Event =
  /** The first rows of a session, once this window alone may send. */
  | { readonly kind: 'started'; readonly ops: readonly Op[] }
  /** The rows changed, by whoever's hand. */
  | { readonly kind: 'rows'; readonly ops: readonly Op[] }
  | { readonly kind: 'ticked' }
  /** The network may be back, or a person asked. */
  | { readonly kind: 'nudged' }
  /** The machine slept: what this session measured is less than what passed. */
  | { readonly kind: 'woke' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'stopped' }
  | LaneEvent

export type LaneEvent =
  | {
      readonly kind: 'found'
      readonly opId: string
      readonly conversationId: string
      readonly found: OpFacts | null
      /** Those of the conversation, in their order; so in `wrote`. */
      readonly ops: readonly Op[]
    }
  | {
      readonly kind: 'read'
      readonly opId: string
      readonly conversationId: string
      readonly result: Result<ServerRead>
    }
  /** `isKept` false: the row had moved on, and nothing was written. */
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
  /** The store failed; whether the write is there is not known. */
  | { readonly kind: 'broken'; readonly opId: string; readonly conversationId: string }

export type Step = { readonly engine: Engine; readonly effects: readonly Effect[] }
