import type { PromiseExtended } from 'dexie'
import { addressKeys, customerKeysOf, idKey } from './customer-key.ts'
import type { Database } from './database.ts'
import type { ConversationRow } from './rows.ts'
import type { Op } from './op.ts'
import { type ConversationSummary, overlayConversation, shownTimeOf } from './overlay.ts'

/** A customer as the panel shows them: all data on this device, with the outbox applied. */
export type Customer = {
  /** The requested conversation. */
  readonly conversation: ConversationSummary
  /** On all channels, newest activity first. */
  readonly conversations: readonly ConversationSummary[]
  /** Keys that find the customer's note. A new note is stored under the first. */
  readonly keys: readonly string[]
  /** Epoch ms; null when no time is known. */
  readonly firstSeenAt: number | null
  /** Number of messages on this device. */
  readonly messages: number
}

/** Null when neither the cache nor the outbox knows the conversation. */
export async function readCustomer(db: Database, conversationId: string): Promise<Customer | null> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen, db.threads], async () => {
    const ops = await db.outbox.orderBy('seq').toArray()
    const [conversation] = await summarise(db, [conversationId], ops)
    if (conversation === undefined) return null
    const others = await summarise(db, await idsOfCustomer(db, conversation, ops), ops)
    const conversations = [conversation, ...others.filter(({ id }) => id !== conversationId)].toSorted(
      (a, b) => b.activityAt - a.activityAt,
    )
    const threads = await db.threads.bulkGet(conversations.map(({ id }) => id))
    const starts = threads.flatMap((thread) => thread?.messages.find(({ sentAt }) => sentAt !== null)?.sentAt ?? [])
    const times = [...starts, ...conversations.flatMap((summary) => shownTimeOf(summary) ?? [])].filter((at) => at > 0)
    return {
      conversation,
      conversations,
      keys: customerKeysOf(conversations),
      firstSeenAt: times.length === 0 ? null : Math.min(...times),
      messages: threads.reduce((sum, thread) => sum + (thread?.messages.length ?? 0), 0),
    }
  })
}

/** Limit of conversations read per address. Servers write placeholders for unknown numbers, and many conversations share one. */
const MAX_AT_ADDRESS = 500

/** Uses the server's customer id; without one, the phone number or e-mail address. */
async function idsOfCustomer(
  db: Database,
  conversation: ConversationSummary,
  ops: readonly Op[],
): Promise<readonly string[]> {
  const { customerId } = conversation
  const addresses = addressKeys(conversation)
  const begunHere = idsBegunHere(ops, addresses)
  const same =
    customerId === null
      ? await db.conversations.where('customerKeys').anyOf(addresses.map(db.sealer.hash)).primaryKeys()
      : await idsOfKnownCustomer(db, new Set([customerId]))
  return [...new Set([...same, ...begunHere])]
}

function idsBegunHere(ops: readonly Op[], keys: readonly string[]): readonly string[] {
  return ops.flatMap(({ intent, conversationId }) =>
    intent.kind === 'create' && addressKeys(intent).some((key) => keys.includes(key)) ? [conversationId] : [],
  )
}

/**
 * A server that compares numbers as strings creates two customers for one number in two spellings. Their ids count as one customer. Two
 * ids with an identical address stay separate, because the server keeps them apart knowingly. Every conversation of the customer leads
 * to the same set, so that a note written in one is found in all.
 */
function idsOfKnownCustomer(db: Database, customerIds: ReadonlySet<string>): PromiseExtended<readonly string[]> {
  const table = db.conversations
  const { hash } = db.sealer
  const idKeys = [...customerIds].map((id) => hash(idKey(id)))
  // Chained instead of awaited: in Chromium 114, Dexie loses its transaction three native awaits deep.
  return table
    .where('customerKeys')
    .anyOf(idKeys)
    .toArray()
    .then((own) => {
      const keys = [...new Set(own.flatMap(addressKeys))]
      return table
        .where('customerKeys')
        .anyOf(keys.map(hash))
        .limit(MAX_AT_ADDRESS)
        .toArray()
        .then((others) => {
          const all = new Set([...customerIds, ...idsSpelledOtherwise(own, others)])
          if (all.size > customerIds.size) return idsOfKnownCustomer(db, all)
          const withoutId = others.filter((row) => row.customerId === undefined)
          return [...own, ...withoutId].map(({ id }) => id)
        })
    })
}

function idsSpelledOtherwise(own: readonly ConversationRow[], others: readonly ConversationRow[]): readonly string[] {
  const known = spellingsByKey(own)
  return others.flatMap((other) =>
    other.customerId !== undefined && isSpelledOtherwise(other, known) ? [other.customerId] : [],
  )
}

type Spellings = ReadonlyMap<string, ReadonlySet<string>>

function spellingsByKey(rows: readonly ConversationRow[]): Spellings {
  const spellings = new Map<string, Set<string>>()
  for (const row of rows)
    for (const [key, written] of writtenAddresses(row))
      spellings.set(key, (spellings.get(key) ?? new Set()).add(written))
  return spellings
}

function isSpelledOtherwise(row: ConversationRow, known: Spellings): boolean {
  return writtenAddresses(row).some(([key, written]) =>
    [...(known.get(key) ?? [])].some((spelling) => spelling !== written),
  )
}

function writtenAddresses({ customerPhone, customerEmail }: ConversationRow): readonly (readonly [string, string])[] {
  const phones = addressKeys({ customerPhone: customerPhone ?? null }).map((key) => [key, customerPhone ?? ''] as const)
  const emails = addressKeys({ customerEmail: customerEmail ?? null }).map((key) => [key, customerEmail ?? ''] as const)
  return [...phones, ...emails]
}

async function summarise(
  db: Database,
  ids: readonly string[],
  ops: readonly Op[],
): Promise<readonly ConversationSummary[]> {
  const [rows, seen] = await Promise.all([db.conversations.bulkGet([...ids]), db.seen.bulkGet([...ids])])
  return ids.flatMap((id, index) => {
    const own = ops.filter((op) => op.conversationId === id)
    const row = rows[index]
    return row === undefined && own.length === 0 ? [] : [overlayConversation({ id, row, ops: own, seen: seen[index] })]
  })
}

/** Conversations with this phone number or e-mail address, also those that exist only in the outbox. */
export async function listIdsByContact(
  db: Database,
  { phone, email }: { readonly phone?: string; readonly email?: string },
): Promise<readonly string[]> {
  const keys = addressKeys({ customerPhone: phone ?? null, customerEmail: email ?? null })
  if (keys.length === 0) return []
  return db.transaction('r', [db.conversations, db.outbox], async () => {
    const [known, ops] = await Promise.all([
      db.conversations.where('customerKeys').anyOf(keys.map(db.sealer.hash)).primaryKeys(),
      db.outbox.orderBy('seq').toArray(),
    ])
    return [...new Set([...known, ...idsBegunHere(ops, keys)])]
  })
}

/** The note about a customer; null when there is none. Notes of customers that are now merged are joined. */
export async function readNote(db: Database, keys: readonly string[]): Promise<string | null> {
  const notes = await db.notes.bulkGet(keys.map(db.sealer.hash))
  const texts = new Set(notes.flatMap((note) => note?.text ?? []))
  return texts.size === 0 ? null : [...texts].join('\n\n')
}
