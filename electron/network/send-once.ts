import type { Dispatcher } from 'undici'
import AnyDispatcher from 'undici/lib/dispatcher/dispatcher.js'
import undici from 'undici/lib/web/fetch/index.js'

/**
 * Lets one request through. `fetch` itself repeats a request, for example after a 421, as its standard asks. A message must never be sent
 * twice, so the second attempt fails instead, as a request without an answer.
 */
class OneRequest extends AnyDispatcher {
  readonly #pool: Dispatcher
  #isSent = false

  constructor(pool: Dispatcher) {
    super()
    this.#pool = pool
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    if (this.#isSent) {
      handler.onError?.(Object.assign(new Error('a second attempt'), { code: 'REPEATED' }))
      return true
    }
    this.#isSent = true
    return this.#pool.dispatch(options, handler)
  }
}

/** A `fetch` that takes its connections from the pool for the address and writes each request at most once. */
export function makeFetch(poolFor: (url: URL) => Promise<Dispatcher>): typeof globalThis.fetch {
  const send = undici.fetch as unknown as (url: URL, init: object) => Promise<Response>
  return async function fetchOnce(input, init) {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url)
    const pool = await poolFor(url)
    init?.signal?.throwIfAborted()
    return await send(url, { ...init, dispatcher: new OneRequest(pool) })
  }
}
