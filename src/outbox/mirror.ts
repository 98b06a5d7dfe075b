import { liveQuery } from 'dexie'
import type { Database } from '../db/database.ts'
import type { After } from '../db/commit-watch.ts'
import type { Bridge, RememberedOp } from '../shared/bridge.ts'
import { type Remembered, toPayload } from './remembered.ts'

/** What main has of each op: a mark of what was given, empty when it has it from an earlier run. */
type Given = ReadonlyMap<string, string>

export type Difference = {
  readonly remember: readonly RememberedOp[]
  readonly forget: readonly string[]
  /** What main has once both are done. */
  readonly given: Given
}

/** What main must be told so that it has what the outbox has, and no more. */
export function differenceOf(given: Given, current: readonly Remembered[]): Difference {
  const next = new Map(current.map((one) => [one.op.id, markOf(one)]))
  const changed = current.filter((one) => given.get(one.op.id) !== next.get(one.op.id))
  return {
    remember: changed.map((one) => ({ opId: one.op.id, payload: toPayload(one) })),
    forget: [...given.keys()].filter((opId) => !next.has(opId)),
    given: next,
  }
}

/** After main could not keep something, ms. */
const RETRY_MS = 30_000
/** Ops in one call. */
const BATCH = 100

/**
 * Keeps main's journal a copy of the outbox, a moment behind: no command waits for it. `rememberedIds` is what main has from an
 * earlier run.
 */
export function startMirror(options: {
  readonly db: Database
  readonly bridge: Bridge
  readonly workspaceId: string
  readonly rememberedIds: readonly string[]
  readonly after: After
}): { readonly stop: () => Promise<void> } {
  const { db, bridge, workspaceId, after } = options
  let given: Given = new Map(options.rememberedIds.map((opId) => [opId, '']))
  /** The newest state that main has not been told; older ones are of no use. */
  let waiting: readonly Remembered[] | null = null
  let running: Promise<void> | null = null
  let callOff = (): void => {}

  const subscription = liveQuery(() => listRemembered(db)).subscribe((current) => {
    waiting = current
    tell()
  })

  function tell(): void {
    callOff()
    running ??= run().finally(() => {
      running = null
    })
  }

  async function run(): Promise<void> {
    while (waiting !== null) {
      const current = waiting
      waiting = null
      if (await pass(current)) continue
      waiting ??= current
      callOff = after(RETRY_MS, tell)
      return
    }
  }

  async function pass(current: readonly Remembered[]): Promise<boolean> {
    const { remember, forget, given: next } = differenceOf(given, current)
    for (let from = 0; from < remember.length; from += BATCH) {
      const kept = await bridge.rememberOps({ workspaceId, ops: remember.slice(from, from + BATCH) })
      if (!kept.ok) return false
    }
    for (let from = 0; from < forget.length; from += BATCH) {
      const forgotten = await bridge.forgetOps({ workspaceId, opIds: forget.slice(from, from + BATCH) })
      if (!forgotten.ok) return false
    }
    given = next
    return true
  }

  return {
    async stop() {
      subscription.unsubscribe()
      callOff()
      await running
      callOff()
    },
  }
}

async function listRemembered(db: Database): Promise<readonly Remembered[]> {
  return db.transaction('r', [db.outbox, db.conversations], async () => {
    const ops = await db.outbox.orderBy('seq').toArray()
    const rows = await db.conversations.bulkGet(ops.map((op) => op.conversationId))
    return ops.map((op, index) => ({ op, conversation: rows[index] ?? null }))
  })
}

/** Of the conversation only what the server calls it: its words and times change with every read, and an op means the same. */
function markOf({ op, conversation }: Remembered): string {
  return JSON.stringify([op, conversation?.serverId ?? null, conversation === null])
}
