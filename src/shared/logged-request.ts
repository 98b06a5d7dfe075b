import type { Failure } from './failure.ts'

/** What a request was for: the method of the bridge that made it. */
export type RequestIntent =
  | 'listConversations'
  | 'readConversation'
  | 'createConversation'
  | 'sendMessage'
  | 'updateConversation'
  | 'closeConversation'

/**
 * A request as the log keeps it, in words of our own: no key, no body, no id, no word of the server's or of a person's.
 * There is no field that one could get into.
 */
export type LoggedRequest = {
  /** Counts up within a workspace. */
  readonly number: number
  /** Epoch ms when it left. */
  readonly at: number
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly intent: RequestIntent
  /** For a page of the list, which one; null for everything else. */
  readonly offset: number | null
  /** From leaving to the end of the answer, ms. */
  readonly ms: number
  /** The HTTP status; null when none came. */
  readonly status: number | null
  /** What was wrong with it; null when all was well. */
  readonly failure: Failure['kind'] | null
  /** The system's or our own word for a lost connection; null where there is none. */
  readonly code: string | null
}
