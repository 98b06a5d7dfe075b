import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Persisted in `meta`: add freely. */
export type WritingSettings = {
  /** Wrong spelling is underlined, where the system brings dictionaries. */
  readonly checksSpelling: boolean
  /** What one segment of an SMS costs; null where nobody said. */
  readonly segmentPrice: SegmentPrice | null
}

/** `currency` is an ISO 4217 code. */
export type SegmentPrice = { readonly amount: number; readonly currency: string }

const NAME = 'writingSettings'
const BEGINNING: WritingSettings = { checksSpelling: true, segmentPrice: null }

export async function readWritingSettings(db: Database): Promise<WritingSettings> {
  const row = await db.meta.get(NAME)
  return { ...BEGINNING, ...(row?.value as Partial<WritingSettings> | undefined) }
}

/** What is not named stays. */
export async function saveWritingSettings(db: Database, change: Partial<WritingSettings>): Promise<void> {
  await commit(db, [db.meta], async () => {
    await db.meta.put({ name: NAME, value: { ...(await readWritingSettings(db)), ...change } })
  })
}
