import type { FromWorker, ToWorker } from './protocol.ts'
import { serveSearch } from './serve.ts'
import { yieldToMessages } from './yield-to-messages.ts'

/** The worker's entry file. Searching in a worker keeps indexing and queries from blocking the window. The window terminates it. */

/** TypeScript's DOM types only know the window's `postMessage`. */
type Port = {
  postMessage(message: FromWorker): void
  onmessage: ((event: { readonly data: ToWorker }) => void) | null
}
const port = globalThis as unknown as Port

const { receive } = serveSearch((message) => port.postMessage(message), {
  elapsed: () => performance.now(),
  pause: (ms) => (ms === 0 ? yieldToMessages() : new Promise((resolve) => void setTimeout(resolve, ms))),
})
port.onmessage = (event) => receive(event.data)
