import { loadDictionary } from './load-dictionary.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { serveSpelling } from './serve.ts'

/** The worker's entry file: reading a dictionary and searching for suggestions take too long for the window. */

/** TypeScript's DOM types only know the window's `postMessage`. */
type Port = {
  postMessage(message: FromWorker): void
  onmessage: ((event: { readonly data: ToWorker }) => void) | null
}
const port = globalThis as unknown as Port

const receive = serveSpelling({
  load: loadDictionary,
  post: (message) => port.postMessage(message),
  after(ms, then) {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
})
port.onmessage = (event) => receive(event.data)
