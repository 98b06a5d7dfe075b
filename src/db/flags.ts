import type { FlagsRow, Snoozed } from './rows.ts'
import type { Database } from './database.ts'

/** Adds or removes stars. Runs in the caller's transaction. */
export async function setStars(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly isStarred: boolean }[],
): Promise<void> {
  const starredAt = Date.now()
  await changeFlags(db, changes, ({ starredAt: _, ...flags }, { isStarred }) =>
    isStarred ? { ...flags, starredAt } : flags,
  )
}

/** Snoozes conversations, or ends their snooze when it is null. Runs in the caller's transaction. */
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

/** Deletes rows that hold no flag any more. */
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
