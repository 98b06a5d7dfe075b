import type { Database } from './database.ts'
import type { MetaRow } from './rows.ts'

/** Progress of the sweep. Written in one transaction with each page, so that a crash costs one page at most. */
export type SyncMemory = {
  /** Offset of the next page; null between two sweeps. */
  readonly offset: number | null
  /** Epoch ms by this device's clock when the last sweep ended; null before the first. */
  readonly sweptAt: number | null
  /** Epoch ms by the server's clock when the first sweep ended. Older messages are not announced as new. */
  readonly newsSince: number | null
}

const NAME = 'sync'
const INITIAL: SyncMemory = { offset: null, sweptAt: null, newsSince: null }

export async function readSyncMemory(db: Database): Promise<SyncMemory> {
  const row = await db.meta.get(NAME)
  return { ...INITIAL, ...(row?.value as Partial<SyncMemory> | undefined) }
}

export function syncMemoryRow(memory: SyncMemory): MetaRow {
  return { name: NAME, value: memory }
}
