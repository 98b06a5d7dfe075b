import type { FromWorker, ToWorker } from './protocol.ts'
import { serveSearch } from './serve.ts'

/** Runs beside the window, so that neither indexing nor asking holds up a key. Ends when the window ends it. */

/** The world's own types know the window's `postMessage` only. */
type Port = {
  postMessage(words: FromWorker): void
  onmessage: ((event: { readonly data: ToWorker }) => void) | null
}
const port = globalThis as unknown as Port
const channel = new MessageChannel()

/** A turn for the questions that came meanwhile; a timer of 0 ms would wait longer each time. */
function yieldTurn(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })
}

const { hear } = serveSearch((words) => port.postMessage(words), {
  elapsed: () => performance.now(),
  pause: (ms) => (ms === 0 ? yieldTurn() : new Promise((resolve) => void setTimeout(resolve, ms))),
})
port.onmessage = (event) => hear(event.data)
