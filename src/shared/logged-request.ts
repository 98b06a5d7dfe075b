import type { Failure } from './failure.ts'

/** The bridge method that made the request. */
export type RequestIntent =
  | 'listConversations'
  | 'readConversation'
  | 'createConversation'
  | 'sendMessage'
  | 'updateConversation'
  | 'closeConversation'

/**
 * A request in the log. No field can hold a key, a body, an id, or text from the server or the user.
 */
export type LoggedRequest = {
  /** Incremented per workspace. */
  readonly number: number
  /** Epoch ms when the request was sent. */
  readonly at: number
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly intent: RequestIntent
  /** Offset of a page of the list; null for every other request. */
  readonly offset: number | null
  /** From sending to the end of the response, ms. */
  readonly ms: number
  /** The HTTP status; null without a response. */
  readonly status: number | null
  /** Null on success. */
  readonly failure: Failure['kind'] | null
  /** The system's or our own code for a lost connection; null when there is none. */
  readonly code: string | null
}
