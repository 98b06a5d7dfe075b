import { listInbox } from '../db/queries.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Way } from './navigation.ts'

/** The list on screen: the only place where the commands know what it is made of. */
export function readListed(): Way {
  const ids = useView.getState().listedIds
  return { count: ids.length, idAt: (index) => ids[index] ?? null, indexOf: (id) => ids.indexOf(id) }
}

/** Which conversations are unread. Not from the view of the unread: what is selected counts as seen, so it loses its rows on the way. */
export async function readUnread({ db }: OpenWorkspace): Promise<(conversationId: string) => boolean> {
  const { rows } = await listInbox(db, { name: 'unread', channel: null })
  const ids = new Set(rows.map((row) => row.id))
  return (conversationId) => ids.has(conversationId)
}
