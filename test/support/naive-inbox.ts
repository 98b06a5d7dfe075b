import type { Totals } from '../../src/catalogue/catalogue.ts'
import type { Database } from '../../src/db/database.ts'
import { type ListedConversation, readListRows } from '../../src/db/list-rows.ts'
import { isInView, type ViewName, VIEWS } from '../../src/db/views.ts'

/** A reference implementation of the catalogue that recomputes everything from all rows each time. */

export function listNaively(
  all: readonly ListedConversation[],
  view: { readonly name: ViewName; readonly channel: string | null; readonly tag?: string | null },
): readonly ListedConversation[] {
  const byWaiting = view.name === 'waiting'
  const age = (row: ListedConversation): number =>
    byWaiting ? (row.waitingSince ?? 0) : -Math.max(row.activityAt, row.back?.at ?? 0)
  return all
    .filter(
      (row) =>
        isInView(row, view.name) &&
        (view.channel === null || view.channel === row.channel) &&
        (view.tag == null || row.tags.includes(view.tag)),
    )
    .toSorted((a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1))
}

export function totalNaively(all: readonly ListedConversation[]): Totals {
  const counts = Object.fromEntries(VIEWS.map((name) => [name, listNaively(all, { name, channel: null }).length]))
  const channels = [...new Set(all.map((row) => row.channel))]
  return {
    counts: counts as Totals['counts'],
    channelCounts: Object.fromEntries(
      channels.map((channel) => [channel, listNaively(all, { name: 'inbox', channel }).length]),
    ),
    tagCounts: Object.fromEntries(
      [...new Set(all.flatMap((row) => row.tags))].map((tag) => [
        tag,
        listNaively(all, { name: 'inbox', channel: null, tag }).length,
      ]),
    ),
    threadsOnDevice: all.filter((row) => row.isThreadOnDevice).length,
    conversations: all.length,
  }
}

export async function readAll(db: Database): Promise<readonly ListedConversation[]> {
  const ids = new Set<string>(await db.conversations.toCollection().primaryKeys())
  for (const op of await db.outbox.toArray()) ids.add(op.conversationId)
  const changes = await readListRows(db, [...ids])
  return changes.flatMap(({ shown }) => (shown === null ? [] : [shown]))
}

/** A view's rows and the number of all conversations, read from the database. */
export async function listInbox(
  db: Database,
  view: { readonly name: ViewName; readonly channel: string | null },
): Promise<{ readonly rows: readonly ListedConversation[]; readonly conversations: number }> {
  const all = await readAll(db)
  return { rows: listNaively(all, view), conversations: all.length }
}
