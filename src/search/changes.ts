import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'

/** What of a table was written: the keys, or all where only a range is known. */
export type Written = 'all' | readonly string[]

/** By table, and only what the database says of itself. */
export type IndexChanges = Readonly<Record<string, Written>>

/** Tells what was written into a database, in this thread, in another, or in another window. Gives the way to stop. */
export function watchChanges(databaseName: string, tell: (changes: IndexChanges) => void): () => void {
  const heard = (parts: ObservabilitySet): void => {
    const changes = changesOf(databaseName, parts)
    if (Object.keys(changes).length > 0) tell(changes)
  }
  Dexie.on.storagemutated.subscribe(heard)
  return () => Dexie.on.storagemutated.unsubscribe(heard)
}

/** Dexie names what was written `idb://database/table/index`; the primary key's index has no name. */
export function changesOf(databaseName: string, parts: ObservabilitySet): IndexChanges {
  const changes: Record<string, Written> = {}
  const start = `idb://${databaseName}/`
  for (const [part, range] of Object.entries(parts)) {
    if (!part.startsWith(start) || !part.endsWith('/')) continue
    const keys: string[] = []
    let isAll = false
    // What came from another thread lost its methods on the way.
    for (const { from, to } of new RangeSet().add(range)) {
      if (from === to && typeof from === 'string') keys.push(from)
      else isAll = true
    }
    changes[part.slice(start.length, -1)] = isAll ? 'all' : keys
  }
  return changes
}
