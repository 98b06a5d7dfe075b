/** Persisted: a list of command ids, latest first. */
const NAME = 'recent-commands'

/** How many the palette shows above the other commands. */
const MAX_RECENT = 5

/** The ids of the commands last run from the palette, latest first. Invalid stored values are ignored. */
export function readRecent(storage: Pick<Storage, 'getItem'>): readonly string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(NAME) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MAX_RECENT) : []
  } catch {
    return []
  }
}

export function noteRecent(storage: Pick<Storage, 'getItem' | 'setItem'>, commandId: string): void {
  const others = readRecent(storage).filter((id) => id !== commandId)
  storage.setItem(NAME, JSON.stringify([commandId, ...others].slice(0, MAX_RECENT)))
}
