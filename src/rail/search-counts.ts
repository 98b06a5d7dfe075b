import type { OpenWorkspace } from '../workspace.tsx'

/** Between two countings, ms: while much is being read the numbers change all the time, and nobody reads them so fast. */
const REST_MS = 2_000

type Searching = Pick<OpenWorkspace['search'], 'list' | 'progress' | 'onProgress'>

/**
 * Counts what each of these searches finds, one after the other, and again after something was indexed; nothing before all that was there
 * at the start is. Gives the way to stop.
 */
export function followCounts(
  search: Searching,
  texts: readonly string[],
  tell: (counts: ReadonlyMap<string, number>) => void,
): () => void {
  let isStopped = false
  let isCounting = false
  let isStale = true

  async function count(): Promise<void> {
    isCounting = true
    isStale = false
    const counts = new Map<string, number>()
    for (const text of texts) {
      const found = isStopped ? null : await search.list({ text, now: Date.now(), limit: 0 })
      if (found !== null) counts.set(text, found.total)
    }
    if (isStopped) return
    tell(counts)
    setTimeout(() => {
      isCounting = false
      follow()
    }, REST_MS)
  }

  function follow(): void {
    if (!isStopped && !isCounting && isStale && search.progress().state === 'ready') void count()
  }

  const unlisten = search.onProgress(() => {
    isStale = true
    follow()
  })
  if (texts.length > 0) follow()
  return () => {
    isStopped = true
    unlisten()
  }
}
