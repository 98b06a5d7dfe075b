import type { Listing } from '../catalogue/listing.ts'
import type { ViewName } from '../db/views.ts'
import { useView } from '../view/view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Part } from './parts/parts.ts'

/** The list on screen, along which commands move. */
export function listOnScreen(): Listing {
  return useView.getState().listed
}

/** Which rows of the list on screen are unread, by key. */
export function readUnreadRows({ catalogue, workspaces }: OpenWorkspace): (key: string) => boolean {
  const rows = useView.getState().acting === null ? catalogue : workspaces.merged
  return (key) => rows.isIn('unread', key)
}

/** Not read from the Unread view: selecting a conversation marks it as read and removes its row. */
export function isAnyUnread(parts: readonly Part[]): boolean {
  return isAnyIn(parts, 'unread')
}

export function areStarred(parts: readonly Part[]): boolean {
  return (
    parts.length > 0 &&
    parts.every(({ open, conversationIds }) =>
      conversationIds.every((id) => open?.catalogue.isIn('starred', id) === true),
    )
  )
}

export function isAnySnoozed(parts: readonly Part[]): boolean {
  return isAnyIn(parts, 'snoozed')
}

function isAnyIn(parts: readonly Part[], name: ViewName): boolean {
  return parts.some(({ open, conversationIds }) =>
    conversationIds.some((id) => open?.catalogue.isIn(name, id) === true),
  )
}
