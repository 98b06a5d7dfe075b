import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Persisted in `meta`: add freely. */
export type WritingSettings = {
  /** Misspelled words are underlined, if the system has dictionaries. */
  readonly checksSpelling: boolean
  /** The price of one SMS segment; null when not set. */
  readonly segmentPrice: SegmentPrice | null
}

/** `currency` is an ISO 4217 code. */
export type SegmentPrice = { readonly amount: number; readonly currency: string }

const NAME = 'writingSettings'
const DEFAULTS: WritingSettings = { checksSpelling: true, segmentPrice: null }

export async function readWritingSettings(db: Database): Promise<WritingSettings> {
  const row = await db.meta.get(NAME)
  return { ...DEFAULTS, ...(row?.value as Partial<WritingSettings> | undefined) }
}

/** Fields missing from `change` keep their values. */
export async function saveWritingSettings(db: Database, change: Partial<WritingSettings>): Promise<void> {
  await commit(db, [db.meta], async () => {
    await db.meta.put({ name: NAME, value: { ...(await readWritingSettings(db)), ...change } })
  })
}
