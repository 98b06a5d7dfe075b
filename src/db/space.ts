import type { After } from './commit-watch.ts'

/** How much room this device has left for the database. */
export type Space = 'plenty' | 'low' | 'full'

/** Below this the person is told, bytes. */
const LOW_BYTES = 200_000_000
/** Below this nothing is fetched ahead, bytes: what is left is for what people say. */
const FULL_BYTES = 50_000_000
/** Asked this often, ms: a disk fills in minutes, not in seconds. */
const ASK_MS = 180_000

type Estimate = { readonly quota?: number | undefined; readonly usage?: number | undefined }

/** An answer without numbers says nothing, so nothing is said. */
export function spaceOf({ quota, usage }: Estimate): Space {
  if (quota === undefined || usage === undefined) return 'plenty'
  const freeBytes = quota - usage
  if (freeBytes < FULL_BYTES) return 'full'
  return freeBytes < LOW_BYTES ? 'low' : 'plenty'
}

/** Asks now and then for good; gives the way to stop. A browser that does not answer is asked again. */
export function watchSpace(options: {
  readonly estimate: () => Promise<Estimate>
  readonly after: After
  readonly report: (space: Space) => void
}): () => void {
  const { estimate, after, report } = options
  let callOff = (): void => {}
  let isStopped = false
  const heard = (answer: Estimate): void => {
    if (!isStopped) report(spaceOf(answer))
  }
  const ask = (): void => {
    callOff = after(ASK_MS, ask)
    // Not knowing is not worth a word.
    const unknown = (): void => heard({})
    void estimate().then(heard, unknown)
  }
  ask()
  return () => {
    isStopped = true
    callOff()
  }
}
