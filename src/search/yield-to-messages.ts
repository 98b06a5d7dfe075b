const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

/**
 * Lets queued messages be handled. A 0 ms timer would be throttled to 4 ms when nested. Several callers may wait at once: indexing and
 * answering do, and each must go on.
 */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    channel.port2.postMessage(null)
  })
}
