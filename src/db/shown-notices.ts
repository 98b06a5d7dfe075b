import type { Database } from './database.ts'
import type { Message } from '../shared/model.ts'

/**
 * The notifications that this device has shown, so that an answer can be matched with its conversation, even after a restart, and so that
 * one that the system reports twice has one effect. Persisted: add freely; rename or remove only with a migration.
 */
export type ShownNotice = {
  readonly noticeId: string
  readonly conversationId: string
  /** The newest message when it was shown: a reply that comes after a newer one would answer something else. */
  readonly seenMessageId: string | null
  /** Epoch ms. */
  readonly seenSentAt?: number
  /** Hash of the reply that was handled. Absent while there was none. */
  readonly replied?: string
  readonly isResolved?: boolean
}

const NAME = 'shownNotices'
/** More than a system keeps. */
const MAX_KEPT = 100

async function readAll(db: Database): Promise<readonly ShownNotice[]> {
  return ((await db.meta.get(NAME))?.value as readonly ShownNotice[] | undefined) ?? []
}

/** Undefined for one that this database does not know. */
export async function readShownNotice(db: Database, noticeId: string): Promise<ShownNotice | undefined> {
  return (await readAll(db)).find((notice) => notice.noticeId === noticeId)
}

export async function addShownNotices(db: Database, added: readonly ShownNotice[]): Promise<void> {
  await db.transaction('rw', [db.meta], async () => {
    const value = [...(await readAll(db)), ...added].slice(-MAX_KEPT)
    await db.meta.put({ name: NAME, value })
  })
}

/** Runs inside a transaction of the effect that it notes. */
export async function noteAnswer(
  db: Database,
  noticeId: string,
  answer: Pick<ShownNotice, 'replied' | 'isResolved'>,
): Promise<void> {
  const notices = await readAll(db)
  const value = notices.map((notice) => (notice.noticeId === noticeId ? { ...notice, ...answer } : notice))
  await db.meta.put({ name: NAME, value })
}

/** The messages that came after the notification, ours included. */
export function messagesAfter(
  { seenMessageId, seenSentAt = 0 }: Pick<ShownNotice, 'seenMessageId' | 'seenSentAt'>,
  messages: readonly Message[],
): readonly Message[] {
  const index = messages.findIndex(({ id }) => id === seenMessageId)
  if (index >= 0) return messages.slice(index + 1)
  // The thread was cut or read anew.
  return messages.filter(({ sentAt }) => sentAt !== null && sentAt > seenSentAt)
}
