import type { OpenWorkspace } from '../workspace.tsx'

/** Pause between two counts, ms: during the first sync the numbers change all the time. */
const PAUSE_MS = 2_000

type CountableSearch = Pick<OpenWorkspace['search'], 'list' | 'progress' | 'onProgress'>

/**
 * Counts the results of each search, one after the other, and again after the index changes. It starts once the initial index is complete.
 * Returns a function that stops it.
 */
export function followCounts(
  search: CountableSearch,
  texts: readonly string[],
  report: (counts: ReadonlyMap<string, number>) => void,
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
    report(counts)
    setTimeout(() => {
      isCounting = false
      follow()
    }, PAUSE_MS)
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
