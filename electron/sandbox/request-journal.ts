import type { Channel, Status } from '../../src/shared/model.ts'
import type { MessageSender } from './conversation.ts'

/** The number of requests and of changes in memory. A demo that runs for weeks must not grow without limit. */
const MAX_ENTRIES = 20_000

/** A request that reached the server, whether or not it had an effect. */
export type RequestEntry = {
  /** 1 for the first request after the start. */
  readonly number: number
  /** Epoch ms. */
  readonly at: number
  readonly method: string
  /** Encoded as sent, without the query. */
  readonly path: string
  /** With its question mark; empty when there is no query. */
  readonly query: string
  readonly idempotencyKey: string | null
  /** The parsed JSON, or the text when it is not JSON; null without a body. */
  body: unknown
  /** Null until the server responds. A fault may still prevent that the response arrives. */
  status: number | null
}

/** The journal number of the request that caused a change; null for a customer's own message. */
export type Cause = number | null

/** A change on the server. A create with a message is a `create` followed by a `send`. */
export type Mutation = { readonly at: number; readonly by: Cause; readonly conversationId: string } & (
  | {
      readonly kind: 'create'
      readonly channel: Channel
      readonly phone?: string
      readonly email?: string
      readonly name?: string
    }
  | { readonly kind: 'send'; readonly messageId: string; readonly sender: MessageSender; readonly content: string }
  | { readonly kind: 'update'; readonly status?: Status; readonly name?: string; readonly tags?: readonly string[] }
  | { readonly kind: 'close' }
)

/** All requests and changes of the server, in order. End-to-end tests check these instead of the screen. */
export class RequestJournal {
  readonly #requests: RequestEntry[] = []
  readonly #mutations: Mutation[] = []
  readonly #waiting = new Set<() => void>()
  #count = 0

  requests(): readonly RequestEntry[] {
    return this.#requests
  }

  mutations(): readonly Mutation[] {
    return this.#mutations
  }

  /** Resolves when the condition is true. It is checked after each entry. */
  until(condition: (journal: RequestJournal) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!condition(this)) return
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
      check()
    })
  }

  received(request: Omit<RequestEntry, 'number' | 'body' | 'status'>): RequestEntry {
    const entry: RequestEntry = { number: ++this.#count, ...request, body: null, status: null }
    addTo(this.#requests, entry)
    this.#checkWaiting()
    return entry
  }

  answered(entry: RequestEntry, status: number): void {
    entry.status = status
    this.#checkWaiting()
  }

  changed(mutation: Mutation): void {
    addTo(this.#mutations, mutation)
    this.#checkWaiting()
  }

  #checkWaiting(): void {
    for (const check of this.#waiting) check()
  }
}

function addTo<T>(list: T[], entry: T): void {
  list.push(entry)
  if (list.length > MAX_ENTRIES) list.shift()
}
