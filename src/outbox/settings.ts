import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { type Channel, CHANNELS } from '../shared/model.ts'

/** The channels that can send. Calls are read only. */
export type WrittenChannel = Exclude<Channel, 'voice'>
export const WRITTEN_CHANNELS = CHANNELS.filter((channel): channel is WrittenChannel => channel !== 'voice')

/** The undo window of each channel, ms, 0–60,000. */
export type HoldMs = Readonly<Record<WrittenChannel, number>>

export type OutboxSettings = {
  readonly holdMs: HoldMs
  /** What to do with a message that is still absent on the server after the settle time. */
  readonly onUncertain: 'resend' | 'ask'
}

/** Fields that are not named keep their value, also within `holdMs`. */
export type OutboxSettingsChange = { readonly holdMs?: Partial<HoldMs>; readonly onUncertain?: 'resend' | 'ask' }

/** Persisted: add fields freely. The last two are from an earlier version, which had one undo window for emails and one for other channels. */
type Stored = OutboxSettingsChange & { readonly emailHoldMs?: number; readonly chatHoldMs?: number }

/** Short, because in a chat the customer is waiting. */
const CHAT_HOLD_MS = 5_000
/** Longer, because users read an email once more. */
const EMAIL_HOLD_MS = 10_000
/** The longest undo window, ms. */
export const MAX_HOLD_MS = 60_000

export async function readOutboxSettings(db: Database): Promise<OutboxSettings> {
  const row = await db.meta.get('outboxSettings')
  return settingsIn((row?.value ?? {}) as Stored)
}

/** The engine reads the settings for every op, so a change applies from the next op on. */
export async function saveOutboxSettings(db: Database, change: OutboxSettingsChange): Promise<void> {
  await commit(db, [db.meta], async () => {
    const before = await readOutboxSettings(db)
    const value = settingsIn({ ...before, ...change, holdMs: { ...before.holdMs, ...change.holdMs } })
    await db.meta.put({ name: 'outboxSettings', value })
  })
}

/** An unknown channel gets the undo window of SMS. */
export function holdMsFor({ holdMs }: OutboxSettings, channel: string): number {
  return holdMs[WRITTEN_CHANNELS.find((known) => known === channel) ?? 'sms']
}

function settingsIn({ holdMs, emailHoldMs = EMAIL_HOLD_MS, chatHoldMs = CHAT_HOLD_MS, onUncertain }: Stored) {
  const of = (channel: WrittenChannel): number =>
    clampHold(holdMs?.[channel] ?? (channel === 'email' ? emailHoldMs : chatHoldMs))
  const entries = WRITTEN_CHANNELS.map((channel) => [channel, of(channel)] as const)
  return {
    holdMs: Object.fromEntries(entries) as HoldMs,
    onUncertain: onUncertain ?? 'resend',
  } satisfies OutboxSettings
}

function clampHold(holdMs: number): number {
  return Math.min(Math.max(0, holdMs), MAX_HOLD_MS)
}
