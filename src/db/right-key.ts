import type { Database } from './database.ts'
import { PLAIN_META } from './sealing/fields.ts'
import { KEY_CHECK, makeKeyCheck, opensKeyCheck } from './sealing/key-check.ts'

/** Tables whose rows are absent when they do not open. */
const TABLES = ['threads', 'drafts', 'outbox', 'notes', 'snippets'] as const
/** Rows tried in each when the check itself is damaged. */
const MAX_ROWS = 20

/**
 * Whether the database was sealed under the sealer's key. When the check is damaged, other rows decide, and it is written again: one damaged
 * row must not lock all others.
 */
export async function hasRightKey(db: Database): Promise<boolean> {
  const check = (await db.meta.get(KEY_CHECK))?.value
  if (opensKeyCheck(db.sealer, check)) return true
  const opened = await Promise.all([
    ...TABLES.map((name) => db.table(name).limit(MAX_ROWS).toArray()),
    db.meta
      .where('name')
      .noneOf([...PLAIN_META].map(String))
      .toArray(),
  ])
  const counts = await Promise.all([...TABLES, 'conversations'].map((name) => db.table(name).count()))
  const isEmpty = counts.every((count) => count === 0)
  if (!isEmpty && opened.every((rows) => rows.length === 0)) return false
  await db.meta.put({ name: KEY_CHECK, value: makeKeyCheck(db.sealer) })
  return true
}
