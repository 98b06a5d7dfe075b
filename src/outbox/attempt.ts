import { applyThread } from '../db/cache.ts'
import type { Database } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import { assertNever, type Result } from '../shared/failure.ts'
import { settleChange, settleCreate, settleSend } from './settle.ts'

export type Wire = { readonly bridge: Bridge; readonly workspaceId: string; readonly now: () => number }

/** A thread read within this long of a send is fresh enough to tell old messages from ours, ms. */
const FRESH_MS = 30_000

/**
 * Makes the call for one op and, when the server took it, writes that down. Gives what to do with
 * the op when it did not.
 */
export async function callFor(db: Database, op: Op, serverId: string | null, wire: Wire): Promise<Result<null>> {
  const { bridge, workspaceId, now } = wire
  const { intent } = op
  const head = { workspaceId, opId: op.id }
  if (intent.kind === 'create') {
    const { kind: _, ...fields } = intent
    const result = await bridge.createConversation({ ...head, ...fields })
    return settled(result, (made) => settleCreate(db, op, made, now()))
  }
  if (serverId === null) {
    // Its create was refused or discarded, and the lane went on: there is nobody to say this to.
    return { ok: false, failure: { kind: 'refused', words: 'The conversation was never begun on the server.' } }
  }
  const target = { ...head, conversationId: serverId }
  switch (intent.kind) {
    case 'send': {
      const result = await bridge.sendMessage({ ...target, content: intent.content })
      return settled(result, (sent) =>
        settleSend(
          db,
          op,
          { id: sent.messageId, sender: 'assistant', content: intent.content, sentAt: sent.sentAt ?? now() },
          now(),
        ),
      )
    }
    case 'patch': {
      const { kind: _, ...fields } = intent
      return settled(await bridge.updateConversation({ ...target, ...fields }), (told) =>
        settleChange(db, op, told, now()),
      )
    }
    case 'close':
      return settled(await bridge.closeConversation(target), (told) => settleChange(db, op, told, now()))
    default:
      return assertNever(intent)
  }
}

async function settled<T>(result: Result<T>, settle: (value: T) => Promise<void>): Promise<Result<null>> {
  if (!result.ok) return result
  await settle(result.value)
  return { ok: true, value: null }
}

export type Baseline = { readonly baselineIds: readonly string[]; readonly clockOffsetMs: number | null }

/**
 * What the server held before the attempt, so that what it holds afterwards can be told from it. A
 * send reads its thread first, unless that was just done; a create remembers who is known already.
 */
export async function takeBaseline(
  db: Database,
  op: Op,
  serverId: string | null,
  wire: Wire,
  clockOffsetMs: number | null,
): Promise<Result<Baseline>> {
  if (op.intent.kind === 'create') {
    const rows = await db.conversations.toArray()
    return { ok: true, value: { baselineIds: rows.map((row) => row.serverId ?? row.id), clockOffsetMs } }
  }
  if (op.intent.kind !== 'send' || serverId === null) return { ok: true, value: { baselineIds: [], clockOffsetMs } }
  const cached = await db.threads.get(op.conversationId)
  const idsOf = (messages: readonly { readonly id: string }[]): readonly string[] =>
    messages.map((message) => message.id)
  if (cached !== undefined && clockOffsetMs !== null && wire.now() - cached.readAt < FRESH_MS) {
    return { ok: true, value: { baselineIds: idsOf(cached.messages), clockOffsetMs } }
  }
  const askedAt = wire.now()
  const result = await wire.bridge.readConversation({ workspaceId: wire.workspaceId, conversationId: serverId })
  if (!result.ok) return result
  const { messages, serverAt } = result.value
  await applyThread(db, op.conversationId, result.value, { askedAt, now: wire.now() })
  const offset = serverAt === null ? null : serverAt - wire.now()
  return { ok: true, value: { baselineIds: idsOf(messages ?? cached?.messages ?? []), clockOffsetMs: offset } }
}
