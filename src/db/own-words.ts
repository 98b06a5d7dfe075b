import { MAX_WORD_LENGTH } from '../shared/spelling.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Persisted in `meta`, sealed: the words may be customers' names. */
const NAME = 'ownWords'

/** The oldest are dropped beyond this. */
export const MAX_OWN_WORDS = 5_000

/** The words that the user added to the dictionary, the oldest first. */
export async function listOwnWords(db: Database): Promise<readonly string[]> {
  return ((await db.meta.get(NAME))?.value as readonly string[] | undefined) ?? []
}

/** Does nothing for a known word, an empty one and one that no check would ask about. */
export async function addOwnWord(db: Database, word: string): Promise<void> {
  const added = word.normalize('NFC').trim()
  if (added === '' || added.length > MAX_WORD_LENGTH) return
  await change(db, (words) => (words.includes(added) ? words : [...words, added].slice(-MAX_OWN_WORDS)))
}

export async function removeOwnWord(db: Database, word: string): Promise<void> {
  await change(db, (words) => words.filter((one) => one !== word))
}

async function change(db: Database, update: (words: readonly string[]) => readonly string[]): Promise<void> {
  await commit(db, [db.meta], async () => {
    await db.meta.put({ name: NAME, value: update(await listOwnWords(db)) })
  })
}
