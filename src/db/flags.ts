import type { FlagsRow, Snoozed } from './rows.ts'
import type { Database } from './database.ts'

/** Puts stars on, or takes them off; inside the transaction of the caller. */
export async function setStars(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly isStarred: boolean }[],
): Promise<void> {
  const starredAt = Date.now()
  await changeFlags(db, changes, ({ starredAt: _, ...flags }, { isStarred }) =>
    isStarred ? { ...flags, starredAt } : flags,
  )
}

/** Puts conversations off, or, with null, wakes them; inside the transaction of the caller. */
export async function setSnoozes(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly snooze: Snoozed | null }[],
): Promise<void> {
  const ids = changes.map(({ conversationId }) => conversationId)
  const rows = new Map((await db.conversations.bulkGet(ids)).map((row) => [row?.id, row]))
  const setAt = Date.now()
  await changeFlags(db, changes, ({ snooze: _, back: __, ...flags }, { conversationId, snooze }) => {
    if (snooze === null) return flags
    const row = rows.get(conversationId)
    const knownId = row?.newest === undefined ? {} : { knownId: row.newest?.messageId ?? null }
    return { ...flags, snooze: { ...snooze, setAt, ...knownId, knownWords: row?.lastMessage ?? '' } }
  })
}

/** A row that says nothing any more goes. */
async function changeFlags<C extends { readonly conversationId: string }>(
  db: Database,
  changes: readonly C[],
  change: (flags: FlagsRow, wanted: C) => FlagsRow,
): Promise<void> {
  const before = await db.flags.bulkGet(changes.map(({ conversationId }) => conversationId))
  const after = changes.map((wanted, index) =>
    change(before[index] ?? { conversationId: wanted.conversationId }, wanted),
  )
  const isEmpty = (flags: FlagsRow): boolean => Object.keys(flags).length === 1
  await db.flags.bulkPut(after.filter((flags) => !isEmpty(flags)))
  await db.flags.bulkDelete(after.filter(isEmpty).map(({ conversationId }) => conversationId))
}
