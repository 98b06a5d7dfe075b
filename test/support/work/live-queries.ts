import type { Observable } from 'dexie'

/** Runs of each live query, by the start of its source. */
const runs = new Map<string, number>()
/** Characters that tell queries apart. */
const NAME_LENGTH = 60

export function countQueryRuns(): ReadonlyMap<string, number> {
  return new Map(runs)
}

export function resetQueryRuns(): void {
  runs.clear()
}

/** The same query, counted each time it runs. */
function counted<T>(query: () => T): () => T {
  const name = query.toString().replaceAll(/\s+/g, ' ').slice(0, NAME_LENGTH)
  return () => {
    runs.set(name, (runs.get(name) ?? 0) + 1)
    return query()
  }
}

type LiveQuery = <T>(query: () => T | Promise<T>) => Observable<T>
type UseLiveQuery = <T, D>(query: () => Promise<T> | T, deps?: unknown[], initial?: D) => T | D

/** For a mock of dexie. */
export function countedLiveQuery(liveQuery: LiveQuery): LiveQuery {
  return (query) => liveQuery(counted(query))
}

/** For a mock of dexie-react-hooks. */
export function countedHook(useLiveQuery: UseLiveQuery): UseLiveQuery {
  return (query, deps, initial) => useLiveQuery(counted(query), deps, initial as never)
}
