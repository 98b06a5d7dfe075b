import { create } from 'zustand'
import { isSamePlace, type Listing, NOTHING_LISTED } from '../catalogue/listing.ts'
import { arePicked, NONE_PICKED } from '../catalogue/picked.ts'
import { rowKey, splitRowKey } from '../catalogue/row-key.ts'
import type { ViewName } from '../db/views.ts'
import { INITIAL_VIEW, type Bulk, type BulkDialog, type Recipient, type View } from './view-state.ts'

export const useView = create<View>()(() => INITIAL_VIEW)

/** The state that belongs to the list on screen: picks, leaving rows, and focus mode. Reset when the list changes, which shows the list. */
const FRESH_LIST = {
  picked: NONE_PICKED,
  anchorId: null,
  leaving: new Set<string>(),
  newCount: 0,
  run: null,
  lostPlace: null,
  pane: 'list',
} as const

export const NOTHING_SELECTED = { selectedId: null, sought: null, takingBack: null, pane: 'list' } as const

type Selected = Pick<View, 'acting' | 'selectedId'>

/** The selected conversation as lists know it; null for none. */
export function selectedKey({ acting, selectedId }: Selected): string | null {
  return selectedId === null ? null : rowKey(acting, selectedId)
}

/** The view with another row selected. Its workspace becomes the acting one. */
export function selectionOf({ acting }: Selected, key: string | null): Selected {
  if (key === null || acting === null) return { acting, selectedId: key }
  const { workspaceId, conversationId } = splitRowKey(key)
  return { acting: workspaceId, selectedId: conversationId }
}

export function showView(name: ViewName, channel: string | null, tag: string | null = null): void {
  useView.setState(({ screen, search, listed, ...selected }) => {
    const isShown = screen === 'inbox' && search === null && isSamePlace(listed, { ...listed, name, channel, tag })
    const key = selectedKey(selected)
    const isLeft = isShown && key !== null && listed.indexOf(key) === -1
    const view = { screen: 'inbox', name, channel, tag, search: null, isViewChanging: !isShown } as const
    return { ...view, ...(isLeft && NOTHING_SELECTED), ...FRESH_LIST }
  })
}

/** Sets the list on screen. After a change of view, a selected conversation that isn't in the list is deselected. */
export function showListed(listing: Listing): void {
  useView.setState(({ listed, lostPlace, isViewChanging, name, channel, tag, ...selected }) => {
    const key = selectedKey(selected)
    if (isViewChanging && isSamePlace(listing, { ...listing, name, channel, tag })) {
      const isListed = key === null || listing.indexOf(key) !== -1
      return { listed: listing, lostPlace: null, isViewChanging: false, ...(!isListed && NOTHING_SELECTED) }
    }
    if (key === null || !isSamePlace(listed, listing) || listing.indexOf(key) !== -1)
      return { listed: listing, lostPlace: null }
    const index = listed.indexOf(key)
    return { listed: listing, lostPlace: index === -1 ? lostPlace : index }
  })
}

/** Keeps the selection: the user focused the thread before the list of another view was drawn. */
export function keepSelection(): void {
  if (useView.getState().isViewChanging) useView.setState({ isViewChanging: false })
}

/** Starts focus mode with the list as it is now. */
export function beginRun(listed: Listing): void {
  useView.setState((view) => {
    const key = selectedKey(view)
    const isListed = key !== null && listed.indexOf(key) !== -1
    return { ...FRESH_LIST, run: listed, ...selectionOf(view, isListed ? key : listed.idAt(0)) }
  })
}

export function endRun(): void {
  useView.setState({ run: null })
}

/** Shows new conversations in the list. */
export function takeIn(): void {
  useView.setState(({ intake }) => ({ intake: intake + 1 }))
}

/** Deselects the conversation, because a selected one counts as seen. */
export function showOutbox(): void {
  useView.setState({
    screen: 'outbox',
    selectedId: null,
    listed: NOTHING_LISTED,
    takingBack: null,
    ...FRESH_LIST,
  })
}

/** Selects a row by its key in the list on screen. */
export function select(key: string | null): void {
  useView.setState((view) => ({
    ...selectionOf(view, key),
    ...{ lostPlace: null, sought: null, takingBack: null },
    ...(key === null && { pane: NOTHING_SELECTED.pane }),
  }))
}

/** Opens a conversation from any screen. */
export function openConversation(conversationId: string): void {
  useView.setState((view) => ({ ...opened(view), selectedId: conversationId, sought: null, takingBack: null }))
}

/** A conversation that is opened this way stays open when the list changes. It takes the place of a selection. */
export function opened({ picked }: Pick<View, 'picked'>): Partial<View> {
  const isSelecting = arePicked(picked)
  return {
    screen: 'inbox',
    isViewChanging: false,
    pane: 'thread',
    ...(isSelecting && { picked: NONE_PICKED, anchorId: null }),
  }
}

/** Opens the dialog for a new conversation with an address filled in. */
export function writeTo(recipient: Recipient): void {
  useView.setState({ dialog: 'new-conversation', recipient })
}

/** Sets the search text; null closes the search. */
export function searchFor(text: string | null): void {
  useView.setState((view) => ({
    screen: 'inbox',
    search: text,
    isEnterPending: false,
    ...(text === null ? { listed: NOTHING_LISTED, foundBy: null, isViewChanging: view.search !== null } : {}),
    sought: text === null ? null : view.sought,
    ...FRESH_LIST,
  }))
}

export function openDialog(dialog: View['dialog']): void {
  useView.setState({ dialog, ...(dialog === 'new-conversation' && { recipient: null }) })
}

/** Starts the key drill from its first step. */
export function startDrill(): void {
  useView.setState(({ drillRound }) => ({ drillRound: drillRound + 1 }))
}

/** Opens a dialog about several conversations. */
export function openBulk(dialog: BulkDialog, bulk: Bulk): void {
  useView.setState({ dialog, bulk })
}

/** Stops an export, or hides why it failed. The writer notices and cleans up. */
export function stopExport(): void {
  useView.setState({ exporting: null })
}

/** Opens Settings at a section, or at the last one shown. */
export function openSettings(section?: string): void {
  useView.setState({ dialog: 'settings', ...(section !== undefined && { settingsSection: section }) })
}

/** Opens or closes the customer panel. Where it covers the thread, it is a pane. */
export function showCustomer(isShown: boolean): void {
  useView.setState(({ layout }) =>
    layout.customer === 'beside'
      ? { isCustomerShown: isShown, isCustomerClosed: !isShown }
      : { pane: isShown ? 'customer' : 'thread' },
  )
}

/** The customer panel over the thread closes when the thread gets the focus, which must not be behind it. */
export function uncoverThread(): void {
  const { layout, pane } = useView.getState()
  if (layout.customer === 'over' && pane === 'customer') useView.setState({ pane: 'thread' })
}

/** A setting. Turning it on opens the panel again that the user has closed. */
export function openCustomerInWideWindows(opensCustomer: boolean): void {
  useView.setState({ opensCustomer, ...(opensCustomer && { isCustomerClosed: false }) })
}

/** `text` is null once it is saved. */
export function reportUnsaved(conversationId: string, text: string | null): void {
  useView.setState(({ unsaved: { [conversationId]: before, ...rest } }) =>
    text === null ? (before === undefined ? {} : { unsaved: rest }) : { unsaved: { ...rest, [conversationId]: text } },
  )
}
