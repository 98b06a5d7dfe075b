import type { Database } from '../db/database.ts'
import { type StateChange, FROM_THE_START, readNextListRows } from '../db/list-rows.ts'

/** Rows read at once: few enough not to delay the page noticeably. */
export const FILL_ROWS = 500

type ChunkRead = {
  readonly rows: Promise<readonly StateChange[]>
  /** Conversations written since the read began: their rows in it may be outdated. */
  readonly written: Set<string>
}

/**
 * Reads all conversations in id order. The next chunk is read while the current one is applied, so that the database and the page work
 * in parallel. Conversations written during the read are skipped: the caller reads changed conversations anyway.
 */
export async function fillCatalogue(options: {
  readonly db: Database
  readonly chunkSize: number
  readonly apply: (changes: readonly StateChange[]) => void
  /** Called between two chunks. */
  readonly pause: () => Promise<unknown>
  readonly isStopped: () => boolean
}): Promise<void> {
  const { db, chunkSize, apply, pause, isStopped } = options
  const begin = (afterId: string): ChunkRead => ({ rows: readNextListRows(db, afterId, chunkSize), written: new Set() })
  let reading: ChunkRead | null = begin(FROM_THE_START)
  const unsubscribe = db.changes.subscribe((ids) => {
    for (const id of ids) reading?.written.add(id)
  })
  try {
    while (reading !== null && !isStopped()) {
      const { rows, written }: ChunkRead = reading
      const changes: readonly StateChange[] = await rows
      const lastId = changes.length < chunkSize ? undefined : changes.at(-1)?.id
      reading = lastId === undefined ? null : begin(lastId)
      apply(changes.filter(({ id }) => !written.has(id)))
      await pause()
    }
  } finally {
    unsubscribe()
    // No read may be in flight when this function settles, because the caller may then close the database.
    await Promise.allSettled([reading?.rows])
  }
}
