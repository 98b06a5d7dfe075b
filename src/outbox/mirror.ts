import Dexie from 'dexie'
import type { Database } from '../db/database.ts'
import type { After } from '../db/commit-watch.ts'
import { readOpsOf } from '../db/ops-of.ts'
import { type OutboxFeed, union, type ConversationSet } from '../db/outbox-feed.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { RememberedOp } from '../shared/op-backup.ts'
import { type Remembered, toPayload } from './remembered.ts'

/** What main has of an op: whose it is, and a mark of what was given; neither is known of what it has from an earlier run. */
export type MirroredOps = { readonly conversationId: string | null; readonly mark: string }

/** What waits in some conversations, or in all. */
export type MirrorRead = { readonly conversationIds: ConversationSet; readonly remembered: readonly Remembered[] }

export type Difference = {
  readonly remember: readonly (RememberedOp & { readonly given: MirroredOps })[]
  readonly forget: readonly string[]
}

/** What main must be told so that of these conversations it has what the outbox has, and no more; `given` is what it has, by op. */
export function differenceOf(
  given: ReadonlyMap<string, MirroredOps>,
  { conversationIds, remembered }: MirrorRead,
): Difference {
  const opIds = new Set(remembered.map(({ op }) => op.id))
  const isGone = ([opId, { conversationId }]: readonly [string, MirroredOps]): boolean =>
    !opIds.has(opId) && (conversationIds === 'all' || (conversationId !== null && conversationIds.has(conversationId)))
  return {
    remember: remembered.flatMap((one) => {
      const mark = markOf(one)
      if (given.get(one.op.id)?.mark === mark) return []
      const { id: opId, conversationId } = one.op
      return [{ opId, payload: toPayload(one), given: { conversationId, mark } }]
    }),
    forget: [...given].filter(isGone).map(([opId]) => opId),
  }
}

/** After main could not keep something, ms. */
const RETRY_MS = 30_000
/** Ops in one call. */
const BATCH = 100

/**
 * Keeps main's journal a copy of the outbox, a moment behind: no command waits for it. Only what was touched is read, together with its
 * conversation, as of one moment. `rememberedIds` is what main has from an earlier run.
 */
export function startMirror(options: {
  readonly db: Database
  readonly feed: Pick<OutboxFeed, 'subscribe'>
  readonly bridge: Pick<Bridge, 'rememberOps' | 'forgetOps'>
  readonly workspaceId: string
  readonly rememberedIds: readonly string[]
  readonly after: After
}): { readonly stop: () => Promise<void> } {
  const { db, feed, bridge, workspaceId, after } = options
  const given = new Map<string, MirroredOps>(options.rememberedIds.map((opId) => [opId, NOT_KNOWN]))
  /** Where main may have another state than the outbox. */
  let stale: ConversationSet = 'all'
  let running: Promise<void> | null = null
  let callOff = (): void => {}

  const unsubscribe = feed.subscribe((conversationIds) => {
    stale = union(stale, conversationIds)
    tell()
  })

  function tell(): void {
    callOff()
    running ??= run().finally(() => {
      running = null
    })
  }

  async function run(): Promise<void> {
    while (stale === 'all' || stale.size > 0) {
      const conversationIds = stale
      stale = NONE
      if (await pass(conversationIds)) continue
      stale = union(stale, conversationIds)
      callOff = after(RETRY_MS, tell)
      return
    }
  }

  async function pass(conversationIds: ConversationSet): Promise<boolean> {
    const reading = await readRemembered(db, conversationIds)
    if (reading === null) return false
    const { remember, forget } = differenceOf(given, reading)
    for (let from = 0; from < remember.length; from += BATCH) {
      const batch = remember.slice(from, from + BATCH)
      // Whatever main answers, it may have them from here on, and must be told when they go.
      for (const one of batch) given.set(one.opId, { ...one.given, mark: '' })
      const ops = batch.map(({ opId, payload }) => ({ opId, payload }))
      const kept = await bridge.rememberOps({ workspaceId, ops })
      if (!kept.ok) return false
      for (const one of batch) given.set(one.opId, one.given)
    }
    for (let from = 0; from < forget.length; from += BATCH) {
      const opIds = forget.slice(from, from + BATCH)
      const forgotten = await bridge.forgetOps({ workspaceId, opIds })
      if (!forgotten.ok) return false
      for (const opId of opIds) given.delete(opId)
    }
    return true
  }

  tell()
  return {
    async stop() {
      unsubscribe()
      callOff()
      await running
      callOff()
    },
  }
}

const NOT_KNOWN: MirroredOps = { conversationId: null, mark: '' }
const NONE: ReadonlySet<string> = new Set()

/** Null when it could not be read now. */
async function readRemembered(db: Database, conversationIds: ConversationSet): Promise<MirrorRead | null> {
  try {
    const remembered = await db.transaction('r', [db.outbox, db.conversations], async () => {
      const ops = await (conversationIds === 'all'
        ? db.outbox.orderBy('seq').toArray()
        : readOpsOf(db, [...conversationIds]))
      const rows = await db.conversations.bulkGet(ops.map((op) => op.conversationId))
      return ops.map((op, index) => ({ op, conversation: rows[index] ?? null }))
    })
    return { conversationIds, remembered }
  } catch (error) {
    if (error instanceof Dexie.DexieError) return null
    throw error
  }
}

/** Of the conversation only what the server calls it: its words and times change with every read, and an op means the same. */
function markOf({ op, conversation }: Remembered): string {
  return JSON.stringify([op, conversation?.serverId ?? null, conversation === null])
}
