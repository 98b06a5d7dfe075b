import type { Database } from './database.ts'
import type { MetaRow } from './rows.ts'

/** How far the reading of the whole list has come. Written together with the page that brought it there, so that a crash costs one page. */
export type SyncMemory = {
  /** Where the reading goes on; null between two. */
  readonly offset: number | null
  /** Epoch ms by this device's clock when the list was last read to its end; null before the first time. */
  readonly sweptAt: number | null
  /** Epoch ms by the server's clock when the first reading ended: what is older was there before and is no news. */
  readonly newsSince: number | null
}

const NAME = 'sync'
const NOTHING: SyncMemory = { offset: null, sweptAt: null, newsSince: null }

export async function readSyncMemory(db: Database): Promise<SyncMemory> {
  const row = await db.meta.get(NAME)
  return { ...NOTHING, ...(row?.value as Partial<SyncMemory> | undefined) }
}

export function syncMemoryRow(memory: SyncMemory): MetaRow {
  return { name: NAME, value: memory }
}
