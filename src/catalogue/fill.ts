import type { Database } from '../db/database.ts'
import { type RowChange, FROM_THE_START, readNextListRows } from '../db/list-rows.ts'

/** Rows read at once: what they take of the page's thread must not be felt. */
export const FILL_ROWS = 500

type Reading = {
  readonly rows: Promise<readonly RowChange[]>
  /** Written since it began: what was read of them may be old. */
  readonly written: Set<string>
}

/**
 * Reads all conversations, in the order of their ids. The next rows are on their way while those before are put in place: the database
 * and the page then work at the same time. What is written meanwhile is left to whoever reads what was written.
 */
export async function fillCatalogue(options: {
  readonly db: Database
  readonly atOnce: number
  readonly put: (changes: readonly RowChange[]) => void
  /** Between two pieces: whatever else waits has its turn. */
  readonly rest: () => Promise<unknown>
  readonly isStopped: () => boolean
}): Promise<void> {
  const { db, atOnce, put, rest, isStopped } = options
  const begin = (afterId: string): Reading => ({ rows: readNextListRows(db, afterId, atOnce), written: new Set() })
  let reading: Reading | null = begin(FROM_THE_START)
  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) reading?.written.add(id)
  })
  try {
    while (reading !== null && !isStopped()) {
      const { rows, written }: Reading = reading
      const changes: readonly RowChange[] = await rows
      const lastId = changes.length < atOnce ? undefined : changes.at(-1)?.id
      reading = lastId === undefined ? null : begin(lastId)
      put(changes.filter(({ id }) => !written.has(id)))
      await rest()
    }
  } finally {
    unsubscribe()
    // Nothing is read any more when this settles: the database may then be closed.
    await Promise.allSettled([reading?.rows])
  }
}
