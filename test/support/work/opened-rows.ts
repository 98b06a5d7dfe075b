import { vi } from 'vitest'
import type { Database } from '../../../src/db/database.ts'

/** Counts the sealed parts that a database opens, by table: the place of a sealed part begins with its table. */
export function countOpened(db: Database): Map<string, number> {
  const opened = new Map<string, number>()
  const { open } = db.sealer
  vi.spyOn(db.sealer, 'open').mockImplementation((place, sealed) => {
    const [table = ''] = place.split('\0')
    opened.set(table, (opened.get(table) ?? 0) + 1)
    return open(place, sealed)
  })
  return opened
}
