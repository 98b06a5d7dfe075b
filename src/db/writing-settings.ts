import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Persisted in `meta`: add freely. */
export type WritingSettings = {
  /** Misspelled words are underlined. */
  readonly checksSpelling: boolean
  /** By which dictionary. macOS chooses by itself. */
  readonly spellingLanguage: SpellingLanguage
  /** The price of one SMS segment; null when not set. */
  readonly segmentPrice: SegmentPrice | null
}

/** `currency` is an ISO 4217 code. */
export type SegmentPrice = { readonly amount: number; readonly currency: string }

/** `automatic`: by the text, the customer's messages and the language of the app. Persisted: add freely. */
export type SpellingLanguage = 'automatic' | 'en-US' | 'en-GB' | 'es'

const NAME = 'writingSettings'
const DEFAULTS: WritingSettings = { checksSpelling: true, spellingLanguage: 'automatic', segmentPrice: null }

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
