import type { FromWorker } from './protocol.ts'
import type { SpellingWorker } from './spelling.ts'
// oxlint-disable-next-line import/default -- the build provides it: the URL of the worker's bundle
import workerUrl from './worker.ts?worker&url'

type Policy = { createScriptURL(url: string): URL }
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

/** The page's content security policy requires Trusted Types for script URLs. This URL is fixed by the build. */
export function startSpellingWorker(onMessage: (message: FromWorker) => void, onFailure: () => void): SpellingWorker {
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('clarion-spelling', { createScriptURL: () => workerUrl })
  const worker = new Worker(policy?.createScriptURL('') ?? workerUrl, { type: 'module', name: 'spelling' })
  worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data)
  worker.onerror = onFailure
  return {
    send: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  }
}
