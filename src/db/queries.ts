import type { ConversationRow, Database, DraftRow } from './database.ts'
import type { Op } from './op.ts'
import { type ConversationSummary, overlayConversation, overlayThread, type ThreadView, troublesOf } from './overlay.ts'
import { isInView, type ViewName, VIEWS } from './views.ts'

/** `hasDraft` is laid over by whoever shows the list: see listDraftIds. */
export type ListedConversation = ConversationSummary & { readonly hasDraft: boolean }

export type InboxList = {
  /** Newest activity first. */
  readonly rows: readonly ListedConversation[]
  /** Over all channels. */
  readonly counts: Readonly<Record<ViewName, number>>
  /** Open conversations by channel, whatever word the server used for it. */
  readonly channelCounts: Readonly<Record<string, number>>
  readonly threadsOnDevice: number
  readonly conversations: number
}

export async function listInbox(db: Database, view: { name: ViewName; channel: string | null }): Promise<InboxList> {
  const [all, threadsOnDevice] = await Promise.all([listSummaries(db), db.threads.count()])
  const counts = Object.fromEntries(VIEWS.map((name) => [name, 0])) as Record<ViewName, number>
  const channelCounts: Record<string, number> = {}
  const rows: ListedConversation[] = []
  for (const summary of all) {
    for (const name of VIEWS) if (isInView(summary, name)) counts[name] += 1
    channelCounts[summary.channel] = (channelCounts[summary.channel] ?? 0) + (isInView(summary, 'inbox') ? 1 : 0)
    if (isInView(summary, view.name) && (view.channel === null || view.channel === summary.channel))
      rows.push({ ...summary, hasDraft: false })
  }
  rows.sort((one, other) => other.activityAt - one.activityAt || (one.id < other.id ? -1 : 1))
  return { rows, counts, channelCounts, threadsOnDevice, conversations: all.length }
}

/** Null when neither the cache nor the outbox knows the conversation. */
export async function readThread(db: Database, conversationId: string): Promise<ThreadView | null> {
  return db.transaction('r', [db.conversations, db.threads, db.outbox, db.claims, db.seen], async () => {
    const [row, thread, ops, seen, claims] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.outbox.where('conversationId').equals(conversationId).sortBy('seq'),
      db.seen.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
    ])
    if (row === undefined && ops.length === 0) return null
    const messages = thread?.messages ?? []
    return {
      conversation: overlayConversation({ id: conversationId, row, ops, seen }),
      items: overlayThread({ messages, ops, claimedIds: new Set(claims.map((claim) => claim.messageId)) }),
      isOnDevice: thread !== undefined || row === undefined,
      troubles: troublesOf(ops),
    }
  })
}

export async function readDraft(db: Database, conversationId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(conversationId)
}

/** Apart from the list: it changes at every keystroke, and the list must not be read again for that. */
export async function listDraftIds(db: Database): Promise<readonly string[]> {
  return db.drafts.toCollection().primaryKeys()
}

export async function readOutboxCounts(db: Database): Promise<{ waiting: number; asking: number; failed: number }> {
  const counts = { waiting: 0, asking: 0, failed: 0 }
  await db.outbox.each((op) => {
    counts[op.state === 'asking' || op.state === 'failed' ? op.state : 'waiting'] += 1
  })
  return counts
}

/** How much of everything is on this device. Walks all threads: for a person who asks, not for a live query. */
export async function readHoldings(db: Database): Promise<{
  readonly conversations: number
  readonly threads: number
  readonly messages: number
  readonly drafts: number
}> {
  let messages = 0
  const [conversations, threads, drafts] = await Promise.all([
    db.conversations.count(),
    db.threads.count(),
    db.drafts.count(),
    db.threads.each((thread) => {
      messages += thread.messages.length
    }),
  ])
  return { conversations, threads, messages, drafts }
}

export async function listKnownTags(db: Database): Promise<readonly string[]> {
  const tags = new Set<string>()
  for (const summary of await listSummaries(db)) for (const tag of summary.tags) tags.add(tag)
  return [...tags].toSorted((one, other) => one.localeCompare(other))
}

/** An open conversation with the same person over the same channel, so that a second one need not be begun. */
export async function findOpenConversation(
  db: Database,
  contact: { readonly channel: string; readonly phone?: string; readonly email?: string },
): Promise<ConversationSummary | null> {
  const phone = digitsOf(contact.phone)
  const email = contact.email?.trim().toLowerCase()
  const matches = (await listSummaries(db)).filter(
    (summary) =>
      summary.channel === contact.channel &&
      isInView(summary, 'inbox') &&
      ((phone !== '' && digitsOf(summary.customerPhone) === phone) ||
        (email !== undefined && email !== '' && summary.customerEmail?.toLowerCase() === email)),
  )
  return matches[0] ?? null
}

function digitsOf(phone: string | null | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '')
}

async function listSummaries(db: Database): Promise<readonly ConversationSummary[]> {
  return db.transaction('r', [db.conversations, db.outbox, db.seen], async () => {
    const [rows, ops, seenRows] = await Promise.all([
      db.conversations.toArray(),
      db.outbox.orderBy('seq').toArray(),
      db.seen.toArray(),
    ])
    const opsOf = groupOps(ops)
    const seen = new Map(seenRows.map((row) => [row.conversationId, row]))
    const known = new Map<string, ConversationRow | undefined>(rows.map((row) => [row.id, row]))
    // A conversation begun here and not yet on the server lives in its create op alone.
    for (const op of ops)
      if (op.intent.kind === 'create' && !known.has(op.conversationId)) known.set(op.conversationId, undefined)
    return [...known].map(([id, row]) => overlayConversation({ id, row, ops: opsOf.get(id) ?? [], seen: seen.get(id) }))
  })
}

function groupOps(ops: readonly Op[]): ReadonlyMap<string, Op[]> {
  const groups = new Map<string, Op[]>()
  for (const op of ops) {
    const group = groups.get(op.conversationId)
    if (group === undefined) groups.set(op.conversationId, [op])
    else group.push(op)
  }
  return groups
}
