import { type ViewName, VIEWS } from './db/views.ts'
import type { View } from './view/view-state.ts'

/**
 * What the user looks at, to restore it when the page reloads after its process was lost. Holds ids, view names and numbers, and no text of
 * a customer. Persisted in session storage, which outlives the page's process but not the app, and sealed in the database for the next start.
 */
export type KeptPlace = {
  readonly workspaceId: string
  /** All inboxes is shown, and this workspace acts. */
  readonly isAll: boolean
  readonly screen: View['screen']
  readonly name: ViewName
  readonly channel: string | null
  /** Sealed: its name may be any text. */
  readonly tag: string | null
  readonly selectedId: string | null
  /** How far the list is scrolled, px. */
  readonly listTop: number
  /** The composer had the focus. */
  readonly isWriting: boolean
}

/** A place is restored at most this often: its content may be what crashes the page. */
const MAX_RETURNS = 2

export function writePlace(place: KeptPlace, returns: number): string {
  return JSON.stringify({ ...place, returns })
}

const TOP_OF_LIST = { screen: 'inbox', selectedId: null, listTop: 0, isWriting: false } as const

/**
 * The view of the place in its workspace, at the top of its list: for a start of the app. A conversation that opened by itself would count
 * as seen, and the inbox is what a start is for. Whether a start shows All inboxes is stored for all workspaces (`writeAllPlace`).
 */
export function viewOnly(stored: string | null): string | null {
  const kept = parse(stored)
  if (kept === null) return null
  return JSON.stringify({ ...kept, ...TOP_OF_LIST, isAll: false })
}

/**
 * What the next start shows of All inboxes; null for one workspace. Persisted in local storage, because any workspace may be the first one
 * that opens. The tag is left out: it may be any text, and only its workspace could seal it.
 */
export function writeAllPlace({ isAll, name, channel }: KeptPlace): string | null {
  return isAll ? JSON.stringify({ name, channel }) : null
}

/** What a start shows when it shows All inboxes, as a stored place of the workspace that opens first. Null for one workspace. */
export function allPlaceIn(stored: string | null, workspaceId: string): string | null {
  const kept = parse(stored)
  if (kept === null) return null
  return JSON.stringify({ ...kept, ...TOP_OF_LIST, workspaceId, isAll: true })
}

/**
 * Null when nothing is stored for this workspace, or when the page crashed at that place repeatedly. All inboxes is restored in any
 * workspace, without what only the other one knows.
 */
export function readPlace(
  stored: string | null,
  workspaceId: string,
): { readonly place: KeptPlace; readonly returns: number } | null {
  const found = parse(stored)
  if (found === null) return null
  const isOwn = found['workspaceId'] === workspaceId
  if (!isOwn && found['isAll'] !== true) return null
  const kept = isOwn ? found : { ...found, ...TOP_OF_LIST, tag: null }
  const returns = numberIn(kept['returns'])
  if (returns >= MAX_RETURNS) return null
  const { screen } = kept
  const name = VIEWS.find((view) => view === kept['name'])
  if (name === undefined) return null
  return {
    returns,
    place: {
      workspaceId,
      isAll: kept['isAll'] === true,
      screen: screen === 'outbox' ? 'outbox' : 'inbox',
      name,
      channel: textIn(kept['channel']),
      tag: textIn(kept['tag']),
      selectedId: textIn(kept['selectedId']),
      listTop: numberIn(kept['listTop']),
      isWriting: kept['isWriting'] === true,
    },
  }
}

function parse(stored: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function numberIn(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}
