import type { Channel, Status } from '../../src/shared/model.ts'
import type { Body } from './body.ts'
import type { MessageSender } from './conversation.ts'

/** The number of requests and of changes in memory. A demo that runs for weeks must not grow without limit. */
const MAX_ENTRIES = 20_000
/** Bytes of text in the requests, and as many in the changes. One body may have a megabyte. */
export const MAX_JOURNAL_BYTES = 32_000_000

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
  readonly #requests = new Newest<RequestEntry>()
  readonly #mutations = new Newest<Mutation>()
  readonly #waiting = new Set<() => void>()
  #count = 0

  requests(): readonly RequestEntry[] {
    return this.#requests.entries
  }

  mutations(): readonly Mutation[] {
    return this.#mutations.entries
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
    this.#requests.add(entry, bytesOf(request.path + request.query + (request.idempotencyKey ?? '')))
    this.#checkWaiting()
    return entry
  }

  read(entry: RequestEntry, body: Pick<Body, 'text' | 'readable' | 'value'>): void {
    entry.body = body.readable ? body.value : body.text
    this.#requests.grow(entry, bytesOf(body.text))
  }

  answered(entry: RequestEntry, status: number): void {
    entry.status = status
    this.#checkWaiting()
  }

  changed(mutation: Mutation): void {
    this.#mutations.add(mutation, bytesOf(JSON.stringify(mutation)))
    this.#checkWaiting()
  }

  #checkWaiting(): void {
    for (const check of this.#waiting) check()
  }
}

/** A list that drops its oldest entries when it has too many or too large ones. */
class Newest<T> {
  readonly entries: T[] = []
  readonly #sizes: number[] = []
  #bytes = 0

  add(entry: T, bytes: number): void {
    this.entries.push(entry)
    this.#sizes.push(bytes)
    this.#bytes += bytes
    this.#dropOldest()
  }

  /** Adds to the size of an entry. Does nothing when it was dropped. */
  grow(entry: T, bytes: number): void {
    const at = this.entries.lastIndexOf(entry)
    if (at === -1) return
    this.#sizes[at] = (this.#sizes[at] ?? 0) + bytes
    this.#bytes += bytes
    this.#dropOldest()
  }

  #dropOldest(): void {
    while (this.entries.length > MAX_ENTRIES || this.#bytes > MAX_JOURNAL_BYTES) {
      this.entries.shift()
      this.#bytes -= this.#sizes.shift() ?? 0
    }
  }
}

/** In memory, a character takes up to two bytes. */
function bytesOf(text: string): number {
  return 2 * text.length
}
