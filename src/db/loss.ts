import type { Database } from './database.ts'

/** A database that the browser threw away, and what came back of what waited in it. Persisted in `meta` until the person has read it. */
export type Loss = {
  /** Epoch ms when it was noticed. */
  readonly noticedAt: number
  readonly opsBack: number
  /** Waited too, and cannot be read now: the system's keyring is locked or gone. */
  readonly opsUnreadable: number
  /** The database is still there, as it was a while before: its last writes are gone. */
  readonly isPart?: boolean
  /** The copy of what waited was lost, too: how much that was is not known. */
  readonly isCopyLost?: boolean
}

export async function readLoss(db: Database): Promise<Loss | null> {
  const row = await db.meta.get('loss')
  return row === undefined ? null : (row.value as Loss)
}

/** The person has read it. */
export async function dismissLoss(db: Database): Promise<void> {
  await db.meta.delete('loss')
}
