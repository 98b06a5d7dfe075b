import Dexie from 'dexie'
import type { Database } from '../db/database.ts'
import type { After } from '../db/commit-watch.ts'
import { readOpsOf } from '../db/ops-of.ts'
import { type OutboxFeed, union, type ConversationSet } from '../db/outbox-feed.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { RememberedOp } from '../shared/op-backup.ts'
import { type Remembered, toPayload } from './remembered.ts'

/** What the main process has of an op. For an op from an earlier run, the conversation is null and the fingerprint empty. */
export type MirroredOp = { readonly conversationId: string | null; readonly fingerprint: string }

/** The ops of some conversations, or of all. */
export type MirrorRead = { readonly conversationIds: ConversationSet; readonly remembered: readonly Remembered[] }

export type MirrorDiff = {
  readonly remember: readonly (RememberedOp & { readonly mirrored: MirroredOp })[]
  readonly forget: readonly string[]
}

/** The calls that make the main process's copy of these conversations equal to the outbox. `mirrored`: what it has now, by op id. */
export function diffMirror(
  mirrored: ReadonlyMap<string, MirroredOp>,
  { conversationIds, remembered }: MirrorRead,
): MirrorDiff {
  const opIds = new Set(remembered.map(({ op }) => op.id))
  const isGone = ([opId, { conversationId }]: readonly [string, MirroredOp]): boolean =>
    !opIds.has(opId) && (conversationIds === 'all' || (conversationId !== null && conversationIds.has(conversationId)))
  return {
    remember: remembered.flatMap((entry) => {
      const fingerprint = fingerprintOf(entry)
      if (mirrored.get(entry.op.id)?.fingerprint === fingerprint) return []
      const { id: opId, conversationId } = entry.op
      return [{ opId, payload: toPayload(entry), mirrored: { conversationId, fingerprint } }]
    }),
    forget: [...mirrored].filter(isGone).map(([opId]) => opId),
  }
}

/** Wait after a failed pass, ms. */
const RETRY_MS = 30_000
/** Ops in one IPC call. */
const BATCH = 100

/**
 * Keeps the main process's journal a copy of the outbox. It lags a little, because no command waits for it. Each pass reads only the
 * changed conversations, in one transaction. `rememberedIds`: the ops that the main process has from an earlier run.
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
  const mirrored = new Map<string, MirroredOp>(options.rememberedIds.map((opId) => [opId, UNKNOWN]))
  /** The conversations whose ops may differ between the outbox and the main process. */
  let stale: ConversationSet = 'all'
  let running: Promise<void> | null = null
  let cancelRetry = (): void => {}

  const unsubscribe = feed.subscribe((conversationIds) => {
    stale = union(stale, conversationIds)
    start()
  })

  function start(): void {
    cancelRetry()
    running ??= run().finally(() => {
      running = null
    })
  }

  async function run(): Promise<void> {
    while (stale === 'all' || stale.size > 0) {
      const conversationIds = stale
      stale = NONE
      if (await mirrorConversations(conversationIds)) continue
      stale = union(stale, conversationIds)
      cancelRetry = after(RETRY_MS, start)
      return
    }
  }

  /** Returns false when something failed: the conversations then stay stale. */
  async function mirrorConversations(conversationIds: ConversationSet): Promise<boolean> {
    const mirrorRead = await readRemembered(db, conversationIds)
    if (mirrorRead === null) return false
    const { remember, forget } = diffMirror(mirrored, mirrorRead)
    for (let from = 0; from < remember.length; from += BATCH) {
      const batch = remember.slice(from, from + BATCH)
      // Even if the call fails, the main process may have the ops, and must later be told to forget them.
      for (const entry of batch) mirrored.set(entry.opId, { ...entry.mirrored, fingerprint: '' })
      const ops = batch.map(({ opId, payload }) => ({ opId, payload }))
      const result = await bridge.rememberOps({ workspaceId, ops })
      if (!result.ok) return false
      for (const entry of batch) mirrored.set(entry.opId, entry.mirrored)
    }
    for (let from = 0; from < forget.length; from += BATCH) {
      const opIds = forget.slice(from, from + BATCH)
      const result = await bridge.forgetOps({ workspaceId, opIds })
      if (!result.ok) return false
      for (const opId of opIds) mirrored.delete(opId)
    }
    return true
  }

  start()
  return {
    async stop() {
      unsubscribe()
      cancelRetry()
      await running
      // The last pass may have scheduled another retry.
      cancelRetry()
    },
  }
}

const UNKNOWN: MirroredOp = { conversationId: null, fingerprint: '' }
const NONE: ReadonlySet<string> = new Set()

/** Returns null when the database cannot be read. */
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

/** Covers only the server's id of the conversation. Its other fields change with every read, and do not change what the op means. */
function fingerprintOf({ op, conversation }: Remembered): string {
  return JSON.stringify([op, conversation?.serverId ?? null, conversation === null])
}
