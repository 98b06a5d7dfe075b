import type { Listing } from '../catalogue/listing.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'

/** The list on screen, along which commands move. */
export function listOnScreen(): Listing {
  return useView.getState().listed
}

/** Which rows of the list on screen are unread, by key. */
export function readUnreadRows({ catalogue, workspaces }: OpenWorkspace): (key: string) => boolean {
  const rows = useView.getState().acting === null ? catalogue : workspaces.merged
  return (key) => rows.isIn('unread', key)
}

/** Which conversations are unread. Not read from the Unread view: selecting a conversation marks it as read and removes its row. */
export function readUnread({ catalogue }: OpenWorkspace): (conversationId: string) => boolean {
  return (conversationId) => catalogue.isIn('unread', conversationId)
}

export function areStarred({ catalogue }: OpenWorkspace, ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => catalogue.isIn('starred', id))
}

export function isSnoozed({ catalogue }: OpenWorkspace, ids: readonly string[]): boolean {
  return ids.some((id) => catalogue.isIn('snoozed', id))
}
