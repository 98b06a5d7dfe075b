import type { Channel, Status } from '../../src/shared/model.ts'
import type { MessageSender } from './conversation.ts'

/** How many requests and how many changes are kept. A demo left open for weeks must not grow without end. */
const KEPT_ENTRIES = 20_000

/** A request as it reached the server, whether or not anything came of it. */
export type RequestEntry = {
  /** 1 for the first request after the start. */
  readonly number: number
  /** Epoch ms. */
  readonly at: number
  readonly method: string
  /** As sent: encoded, without the query. */
  readonly path: string
  /** With its question mark; empty without one. */
  readonly query: string
  readonly idempotencyKey: string | null
  /** The parsed JSON; the text where it is none; null without a body. */
  body: unknown
  /** null while unanswered. A fault may have kept the answer from arriving. */
  status: number | null
}

/** The request that asked for a change, by its number in the journal; null when a customer did it by themselves. */
export type Cause = number | null

/** A change that was made. A create that carries a message is a `create` followed by a `send`. */
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

/** What truly happened at the server, in order. End-to-end tests believe this and not the screen. */
export class RequestJournal {
  readonly #requests: RequestEntry[] = []
  readonly #mutations: Mutation[] = []
  readonly #waiting = new Set<() => void>()
  #seen = 0

  requests(): readonly RequestEntry[] {
    return this.#requests
  }

  mutations(): readonly Mutation[] {
    return this.#mutations
  }

  /** Resolves once the condition holds; it is asked again after each entry. */
  until(condition: (journal: RequestJournal) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const ask = (): void => {
        if (!condition(this)) return
        this.#waiting.delete(ask)
        resolve()
      }
      this.#waiting.add(ask)
      ask()
    })
  }

  received(request: Omit<RequestEntry, 'number' | 'body' | 'status'>): RequestEntry {
    const entry: RequestEntry = { number: ++this.#seen, ...request, body: null, status: null }
    keep(this.#requests, entry)
    this.#askAgain()
    return entry
  }

  answered(entry: RequestEntry, status: number): void {
    entry.status = status
    this.#askAgain()
  }

  changed(mutation: Mutation): void {
    keep(this.#mutations, mutation)
    this.#askAgain()
  }

  #askAgain(): void {
    for (const ask of this.#waiting) ask()
  }
}

function keep<T>(list: T[], entry: T): void {
  list.push(entry)
  if (list.length > KEPT_ENTRIES) list.shift()
}
