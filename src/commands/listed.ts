import { idsBetween, type Listing } from '../db/listing.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'

/** The list on screen: what the commands walk along. */
export function readListed(): Listing {
  return useView.getState().listed
}

/** Which conversations are unread. Not from the view of the unread: what is selected counts as seen, so it loses its rows on the way. */
export function readUnread({ catalogue }: OpenWorkspace): (conversationId: string) => boolean {
  const unread = catalogue.list('unread', null)
  const ids = new Set(unread === null ? [] : idsBetween(unread, 0, unread.count))
  return (conversationId) => ids.has(conversationId)
}
