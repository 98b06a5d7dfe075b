import { findArrival, firstDoubtful } from '../db/arrival.ts'
import { applyThread } from '../db/cache.ts'
import type { Database } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import { type Result, success } from '../shared/failure.ts'
import type { Conversation } from '../shared/model.ts'
import type { Wire } from './attempt.ts'
import { settleChange, settleCreate, settleSend } from './settle.ts'

/** How many pages of a channel are searched for a conversation that may have been made, 100 rows each. */
const CREATE_PAGES = 10
/** A server's clock may lag behind the stamps it writes by about this much, ms. */
const CLOCK_SLACK_MS = 5_000

/**
 * Reads back what an uncertain op may have done. `true`: it is there, and settled. `false`: a good
 * read shows that it is not there now.
 */
export async function lookFor(db: Database, op: Op, serverId: string | null, wire: Wire): Promise<Result<boolean>> {
  if (op.intent.kind === 'create') return lookForCreated(db, op, wire)
  if (serverId === null) return success(false)
  const askedAt = wire.now()
  const result = await wire.bridge.readConversation({ workspaceId: wire.workspaceId, conversationId: serverId })
  if (!result.ok) return result
  const { conversation, messages } = result.value
  if (op.intent.kind !== 'send') {
    const isDone = isAsWanted(op, conversation)
    if (isDone) await settleChange(db, op, conversation, wire.now())
    return success(isDone)
  }
  const claims = await db.claims.where('conversationId').equals(op.conversationId).toArray()
  const arrival = findArrival(op, messages ?? [], new Set(claims.map((claim) => claim.messageId)))
  await applyThread(db, op.conversationId, result.value, { askedAt, now: wire.now() })
  if (arrival !== null) await settleSend(db, op, arrival, wire.now())
  return success(arrival !== null)
}

/** A field the answer does not hold is not as wanted: asking again is harmless, for a change says the whole of what is wanted. */
function isAsWanted(op: Op, told: Conversation): boolean {
  const { intent } = op
  if (intent.kind === 'close') return told.status === 'closed'
  if (intent.kind !== 'patch') return false
  return (
    (intent.status === undefined || told.status === intent.status) &&
    (intent.customerName === undefined || told.customerName === intent.customerName) &&
    (intent.tags === undefined || JSON.stringify(told.tags?.toSorted()) === JSON.stringify(intent.tags.toSorted()))
  )
}

/** A new conversation of the same person over the same channel, unknown before the attempt and not older than it. */
async function lookForCreated(db: Database, op: Op, wire: Wire): Promise<Result<boolean>> {
  const { intent } = op
  const first = firstDoubtful(op)
  if (intent.kind !== 'create' || first === undefined) return success(false)
  const baseline = new Set(first.baselineIds)
  const since = first.begunAt + (first.clockOffsetMs ?? 0) - CLOCK_SLACK_MS
  for (let page = 0; page < CREATE_PAGES; page += 1) {
    const result = await wire.bridge.listConversations({
      workspaceId: wire.workspaceId,
      limit: 100,
      offset: page * 100,
      channel: intent.channel,
    })
    if (!result.ok) return result
    const rows = result.value.conversations
    const made = rows.find(
      (row) => !baseline.has(row.id) && isSameContact(intent, row) && (row.timestamp ?? since) >= since,
    )
    if (made !== undefined) {
      await settleCreate(db, op, made, wire.now())
      return success(true)
    }
    if (rows.length < 100) break
  }
  return success(false)
}

function isSameContact(
  asked: { readonly customerPhone?: string; readonly customerEmail?: string },
  row: Conversation,
): boolean {
  if (asked.customerPhone !== undefined) return digits(row.customerPhone) === digits(asked.customerPhone)
  return asked.customerEmail !== undefined && row.customerEmail?.toLowerCase() === asked.customerEmail.toLowerCase()
}

function digits(phone: string | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '')
}
