import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'

export type OutboxSettings = {
  /** How long a message can be taken back before it leaves, ms, 0–60,000. */
  readonly emailHoldMs: number
  /** The same for SMS and chats. */
  readonly chatHoldMs: number
  /** What is done with a message that the server, read for the settle time, does not have. */
  readonly onUncertain: 'resend' | 'ask'
}

/** An email is read over once more; in a chat somebody waits. */
export const DEFAULT_SETTINGS: OutboxSettings = { emailHoldMs: 10_000, chatHoldMs: 5_000, onUncertain: 'resend' }
/** The longest undo window, ms. */
export const MAX_HOLD_MS = 60_000

export async function readOutboxSettings(db: Database): Promise<OutboxSettings> {
  const row = await db.meta.get('outboxSettings')
  return { ...DEFAULT_SETTINGS, ...(row?.value as Partial<OutboxSettings> | undefined) }
}

/** What is not named stays. The engine reads them with every op, so that a change holds from the next one on. */
export async function saveOutboxSettings(db: Database, change: Partial<OutboxSettings>): Promise<void> {
  await commit(db, [db.meta], async () => {
    const { emailHoldMs, chatHoldMs, onUncertain } = { ...(await readOutboxSettings(db)), ...change }
    const value = { emailHoldMs: clampHold(emailHoldMs), chatHoldMs: clampHold(chatHoldMs), onUncertain }
    await db.meta.put({ name: 'outboxSettings', value })
  })
}

export function holdMsFor(settings: OutboxSettings, channel: string): number {
  return clampHold(channel === 'email' ? settings.emailHoldMs : settings.chatHoldMs)
}

function clampHold(holdMs: number): number {
  return Math.min(Math.max(0, holdMs), MAX_HOLD_MS)
}
