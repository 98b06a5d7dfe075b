import type { After } from './commit-watch.ts'

/** The free space that the browser grants the database. */
export type Space = 'plenty' | 'low' | 'full'

/** Below this, bytes, the user is warned. */
const LOW_BYTES = 200_000_000
/** Below this, bytes, nothing is prefetched: the rest is reserved for what the user writes. */
const FULL_BYTES = 50_000_000
/** Time between checks, ms: a disk fills in minutes, not in seconds. */
const CHECK_INTERVAL_MS = 180_000

type Estimate = { readonly quota?: number | undefined; readonly usage?: number | undefined }

/** An estimate without numbers counts as plenty, so that the user gets no false warning. */
export function spaceOf({ quota, usage }: Estimate): Space {
  if (quota === undefined || usage === undefined) return 'plenty'
  const freeBytes = quota - usage
  if (freeBytes < FULL_BYTES) return 'full'
  return freeBytes < LOW_BYTES ? 'low' : 'plenty'
}

/** Checks every CHECK_INTERVAL_MS; returns the function that stops it. Keeps checking if the browser does not respond. */
export function watchSpace(options: {
  readonly estimate: () => Promise<Estimate>
  readonly after: After
  readonly report: (space: Space) => void
}): () => void {
  const { estimate, after, report } = options
  let cancelCheck = (): void => {}
  let isStopped = false
  const onEstimate = (result: Estimate): void => {
    if (!isStopped) report(spaceOf(result))
  }
  const check = (): void => {
    cancelCheck = after(CHECK_INTERVAL_MS, check)
    // A failed estimate counts as unknown.
    const onFailure = (): void => onEstimate({})
    void estimate().then(onEstimate, onFailure)
  }
  check()
  return () => {
    isStopped = true
    cancelCheck()
  }
}
