import { commit } from './commit.ts'
import type { Database } from './database.ts'

/** Name of the `meta` row. Persisted, and sealed as all of `meta`. */
const ROW = 'recentlyOpened'

/** Conversations remembered of each workspace. */
const MAX_OPENED = 12

export type Opened = {
  readonly conversationId: string
  /** Epoch ms. */
  readonly at: number
}

/** The conversations that the user opened last, latest first. Invalid stored values are ignored. */
export async function readRecentlyOpened(db: Database): Promise<readonly Opened[]> {
  const value = (await db.meta.get(ROW))?.value
  return Array.isArray(value) ? value.filter(isOpened).slice(0, MAX_OPENED) : []
}

export function noteOpened(db: Database, conversationId: string, at: number): Promise<unknown> {
  return commit(db, [db.meta], async () => {
    const others = (await readRecentlyOpened(db)).filter((opened) => opened.conversationId !== conversationId)
    await db.meta.put({ name: ROW, value: [{ conversationId, at }, ...others].slice(0, MAX_OPENED) })
  })
}

function isOpened(value: unknown): value is Opened {
  if (typeof value !== 'object' || value === null) return false
  const { conversationId, at } = value as Partial<Opened>
  return typeof conversationId === 'string' && typeof at === 'number'
}
