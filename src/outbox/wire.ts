import { applyThread } from '../db/cache.ts'
import type { Database } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import type { Bridge } from '../shared/bridge.ts'
import { assertNever, invariant, type Result, success } from '../shared/failure.ts'
import type { Conversation } from '../shared/model.ts'
import type { ServerAnswer, ServerRead } from './engine/state.ts'

/** What the engine's requests need. */
export type Wire = { readonly bridge: Bridge; readonly workspaceId: string; readonly now: () => number }

/** How many pages of a channel's list are searched for a conversation that a create may have made. */
const MAX_SWEEP_PAGES = 20
const PAGE_ROWS = 100

/** Reads a conversation and stores the result in the cache. */
export async function fetchThread(db: Database, wire: Wire, op: Op, serverId: string): Promise<Result<ServerRead>> {
  const askedAt = wire.now()
  const result = await wire.bridge.readConversation({ workspaceId: wire.workspaceId, conversationId: serverId })
  if (!result.ok) return result
  await applyThread(db, op.conversationId, result.value, { askedAt, now: wire.now() })
  return success({ kind: 'thread', detail: result.value })
}

export async function sweep(wire: Wire, channel: string): Promise<Result<ServerRead>> {
  const rows: Conversation[] = []
  let serverAt: number | null = null
  for (let page = 0; page < MAX_SWEEP_PAGES; page += 1) {
    const request = { workspaceId: wire.workspaceId, limit: PAGE_ROWS, offset: page * PAGE_ROWS, channel }
    const result = await wire.bridge.listConversations(request)
    if (!result.ok) return result
    rows.push(...result.value.conversations)
    serverAt = result.value.serverAt
    if (result.value.conversations.length < PAGE_ROWS) return success({ kind: 'sweep', rows, isWhole: true, serverAt })
  }
  return success({ kind: 'sweep', rows, isWhole: false, serverAt })
}

/** Sends an op to the server. Every mutation of the window passes through here. */
export async function call(wire: Wire, op: Op, serverId: string | null): Promise<Result<ServerAnswer>> {
  const { bridge, workspaceId } = wire
  const { intent } = op
  const head = { workspaceId, opId: op.id }
  if (intent.kind === 'create') {
    const { kind: _, ...fields } = intent
    return mapped(await bridge.createConversation({ ...head, ...fields }), (conversation) => ({
      kind: 'created',
      conversation,
    }))
  }
  invariant(serverId !== null, 'only a create goes out without a conversation')
  const target = { ...head, conversationId: serverId }
  switch (intent.kind) {
    case 'send':
      return mapped(await bridge.sendMessage({ ...target, content: intent.content }), (sent) => ({
        kind: 'sent',
        sent,
      }))
    case 'patch': {
      const { kind: _, base: __, ...fields } = intent
      return mapped(await bridge.updateConversation({ ...target, ...fields }), changed)
    }
    case 'close':
      return mapped(await bridge.closeConversation(target), changed)
    default:
      return assertNever(intent)
  }
}

function changed(conversation: Conversation): ServerAnswer {
  return { kind: 'changed', conversation }
}

function mapped<T>(result: Result<T>, map: (value: T) => ServerAnswer): Result<ServerAnswer> {
  return result.ok ? success(map(result.value)) : result
}
