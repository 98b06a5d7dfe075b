import type { ListCatalogue } from '../catalogue/live-catalogue.ts'
import { idsBetween } from '../catalogue/listing.ts'
import type { ViewName } from '../db/views.ts'
import { text } from '../strings/text.ts'
import type { Bulk } from '../view/view-state.ts'

export type Facts = { readonly waiting: number; readonly drafts: number; readonly already: number }

/** The view that holds the conversations after the command. */
const TARGET_VIEWS: Readonly<Record<string, ViewName>> = { resolve: 'resolved', close: 'closed', reopen: 'inbox' }

/** Facts to show before a bulk change. */
export function bulkFactsOf({ list }: Pick<ListCatalogue, 'list'>, { commandId, keys }: Bulk): Facts {
  const wanted = new Set(keys)
  const countIn = (name: ViewName): number => {
    const listing = list(name, null)
    return listing === null ? 0 : idsBetween(listing, 0, listing.count).filter((key) => wanted.has(key)).length
  }
  const target = TARGET_VIEWS[commandId]
  return {
    waiting: commandId === 'reopen' ? 0 : countIn('waiting'),
    drafts: commandId === 'reopen' ? 0 : countIn('drafts'),
    already: target === undefined ? 0 : countIn(target),
  }
}

/** A sentence for each fact that applies, the most urgent first. */
export function factSentences({ waiting, drafts, already }: Facts): readonly string[] {
  return [
    waiting > 0 && text('bulk.preview.waiting', { count: waiting }),
    drafts > 0 && text('bulk.preview.drafts', { count: drafts }),
    already > 0 && text('bulk.preview.already', { count: already }),
  ].filter((sentence) => sentence !== false)
}
