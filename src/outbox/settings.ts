import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { type Channel, CHANNELS } from '../shared/model.ts'

/** The channels over which something can be said: calls are read only. */
export type WrittenChannel = Exclude<Channel, 'voice'>
export const WRITTEN_CHANNELS = CHANNELS.filter((channel): channel is WrittenChannel => channel !== 'voice')

/** How long a message can be taken back before it leaves, by channel, ms, 0–60,000. */
export type HoldMs = Readonly<Record<WrittenChannel, number>>

export type OutboxSettings = {
  readonly holdMs: HoldMs
  /** What is done with a message that the server, read for the settle time, does not have. */
  readonly onUncertain: 'resend' | 'ask'
}

/** What is not named stays, within `holdMs`, too. */
export type OutboxSettingsChange = { readonly holdMs?: Partial<HoldMs>; readonly onUncertain?: 'resend' | 'ask' }

/** As it lies in the database: add freely. The first two are from when there was one window for emails and one for all else. */
type Stored = OutboxSettingsChange & { readonly emailHoldMs?: number; readonly chatHoldMs?: number }

/** In a chat somebody waits. */
const CHAT_HOLD_MS = 5_000
/** An email is read over once more. */
const EMAIL_HOLD_MS = 10_000
/** The longest undo window, ms. */
export const MAX_HOLD_MS = 60_000

export async function readOutboxSettings(db: Database): Promise<OutboxSettings> {
  const row = await db.meta.get('outboxSettings')
  return settingsIn((row?.value ?? {}) as Stored)
}

/** The engine reads them with every op, so that a change holds from the next one on. */
export async function saveOutboxSettings(db: Database, change: OutboxSettingsChange): Promise<void> {
  await commit(db, [db.meta], async () => {
    const before = await readOutboxSettings(db)
    const value = settingsIn({ ...before, ...change, holdMs: { ...before.holdMs, ...change.holdMs } })
    await db.meta.put({ name: 'outboxSettings', value })
  })
}

/** A channel that we do not know is a chat, and held like an SMS. */
export function holdMsFor({ holdMs }: OutboxSettings, channel: string): number {
  return holdMs[WRITTEN_CHANNELS.find((one) => one === channel) ?? 'sms']
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
