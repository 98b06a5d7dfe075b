import type { FromWorker } from './protocol.ts'
import type { SearchWorker } from './search.ts'
// oxlint-disable-next-line import/default -- the build makes it: the address of the worker's own bundle
import workerUrl from './worker.ts?worker&url'

type Policy = { createScriptURL(url: string): URL }
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

/** The page's policy lets only addresses of trusted types become scripts; this one is written by the build. */
export function startSearchWorker(hear: (words: FromWorker) => void, failed: () => void): SearchWorker {
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('clarion-search', { createScriptURL: () => workerUrl })
  const worker = new Worker(policy?.createScriptURL('') ?? workerUrl, { type: 'module', name: 'search' })
  worker.onmessage = (event: MessageEvent<FromWorker>) => hear(event.data)
  worker.onerror = failed
  return {
    say: (words) => worker.postMessage(words),
    end: () => worker.terminate(),
  }
}
