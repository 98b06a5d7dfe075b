import type { Database } from './database.ts'

/** The browser deleted the database; these ops were restored. Persisted in `meta` until the user dismisses the notice. */
export type Loss = {
  /** Epoch ms. */
  readonly noticedAt: number
  readonly opsBack: number
  /** Ops in the backup that cannot be decrypted, because the system keychain is locked or missing. */
  readonly opsUnreadable: number
  /** The database still exists but was rolled back: its last writes are missing. */
  readonly isPart?: boolean
  /** The backup of unsent ops was lost too, so the number of lost ops is unknown. */
  readonly isCopyLost?: boolean
}

export async function readLoss(db: Database): Promise<Loss | null> {
  const row = await db.meta.get('loss')
  return row === undefined ? null : (row.value as Loss)
}

/** Called when the user has read the notice. */
export async function dismissLoss(db: Database): Promise<void> {
  await db.meta.delete('loss')
}
