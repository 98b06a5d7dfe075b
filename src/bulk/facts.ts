import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import { idsBetween } from '../catalogue/listing.ts'
import type { ViewName } from '../db/views.ts'
import { writeNumber } from '../shared/region/locale.ts'

export type Facts = { readonly waiting: number; readonly drafts: number; readonly already: number }

/** The view of what a command makes of a conversation. */
const TARGETS: Readonly<Record<string, ViewName>> = { resolve: 'resolved', close: 'closed', reopen: 'inbox' }

/** What a person would want to know of many before they are changed. */
export function bulkFactsOf(
  { list }: Pick<LiveCatalogue, 'list'>,
  { commandId, conversationIds }: { readonly commandId: string; readonly conversationIds: readonly string[] },
): Facts {
  const ids = new Set(conversationIds)
  const countIn = (name: ViewName): number => {
    const listing = list(name, null)
    return listing === null ? 0 : idsBetween(listing, 0, listing.count).filter((id) => ids.has(id)).length
  }
  const target = TARGETS[commandId]
  return {
    waiting: commandId === 'reopen' ? 0 : countIn('waiting'),
    drafts: commandId === 'reopen' ? 0 : countIn('drafts'),
    already: target === undefined ? 0 : countIn(target),
  }
}

/** A sentence for each, the most pressing first; none for what is not so. */
export function factSentences({ waiting, drafts, already }: Facts): readonly string[] {
  return [
    waiting > 0 && `${waiting === 1 ? '1 is' : `${writeNumber(waiting)} are`} waiting for a reply.`,
    drafts > 0 && `${drafts === 1 ? '1 has' : `${writeNumber(drafts)} have`} a draft that was not sent.`,
    already === 1 && '1 is so already, and stays as it is.',
    already > 1 && `${writeNumber(already)} are so already, and stay as they are.`,
  ].filter((sentence) => sentence !== false)
}
