import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'

/** The written keys of a table, or 'all' when only a range is known. */
export type Written = 'all' | readonly string[]

/** Written keys by table. */
export type IndexChanges = Readonly<Record<string, Written>>

/** Reports writes to a database from this thread, other threads and other windows. Returns the function that stops it. */
export function watchChanges(databaseName: string, report: (changes: IndexChanges) => void): () => void {
  const onMutation = (parts: ObservabilitySet): void => {
    const changes = changesOf(databaseName, parts)
    if (Object.keys(changes).length > 0) report(changes)
  }
  Dexie.on.storagemutated.subscribe(onMutation)
  return () => Dexie.on.storagemutated.unsubscribe(onMutation)
}

/** Dexie names the parts of a write `idb://database/table/index`; the primary key's index has an empty name. */
export function changesOf(databaseName: string, parts: ObservabilitySet): IndexChanges {
  const changes: Record<string, Written> = {}
  const start = `idb://${databaseName}/`
  for (const [part, range] of Object.entries(parts)) {
    if (!part.startsWith(start) || !part.endsWith('/')) continue
    const keys: string[] = []
    let isAll = false
    // A RangeSet from another thread has lost its methods in the structured clone.
    for (const { from, to } of new RangeSet().add(range)) {
      if (from === to && typeof from === 'string') keys.push(from)
      else isAll = true
    }
    changes[part.slice(start.length, -1)] = isAll ? 'all' : keys
  }
  return changes
}
