import { create } from 'zustand'
import { isSamePlace, type Listing, NOTHING_LISTED } from './catalogue/listing.ts'
import { NONE_PICKED } from './catalogue/picked.ts'
import type { ViewName } from './db/views.ts'
import {
  INITIAL_VIEW,
  type Bulk,
  type BulkDialog,
  type FieldRequest,
  type KeptView,
  type Recipient,
  type TakingBack,
  type View,
} from './view-state.ts'

export const useView = create<View>()(() => INITIAL_VIEW)

/** The state that belongs to the list on screen: picks, leaving rows, and focus mode. Reset when the list changes. */
const FRESH_LIST = {
  picked: NONE_PICKED,
  anchorId: null,
  leaving: new Set<string>(),
  newCount: 0,
  run: null,
  lostPlace: null,
} as const

const NOTHING_SELECTED = { selectedId: null, sought: null, takingBack: null } as const

/** Resets the view, because the workspace is closed. */
export function resetView(): void {
  // These belong to the window, not to the workspace.
  useView.setState(({ isCustomerShown, isDataLeft }) => ({ ...INITIAL_VIEW, isCustomerShown, isDataLeft }))
}

/** Shows what another workspace had on screen; null the first time. The first workspace keeps running, and so does its export. */
export function changeView(kept: KeptView | null): void {
  const { exporting, toExport } = useView.getState()
  resetView()
  useView.setState({ ...kept, exporting, toExport })
}

/** What a workspace has on screen. It is kept in memory while another workspace is shown. */
export function viewToKeep(): KeptView {
  const { screen, name, channel, tag, selectedId, search, unsaved } = useView.getState()
  return { screen, name, channel, tag, selectedId, search, unsaved }
}

export function showView(name: ViewName, channel: string | null, tag: string | null = null): void {
  useView.setState(({ screen, search, listed, selectedId }) => {
    const isShown = screen === 'inbox' && search === null && isSamePlace(listed, { ...listed, name, channel, tag })
    const isLeft = isShown && selectedId !== null && listed.indexOf(selectedId) === -1
    const view = { screen: 'inbox', name, channel, tag, search: null, isViewChanging: !isShown } as const
    return { ...view, ...(isLeft && NOTHING_SELECTED), ...FRESH_LIST }
  })
}

/** Sets the list on screen. After a change of view, a selected conversation that isn't in the list is deselected. */
export function showListed(listing: Listing): void {
  useView.setState(({ listed, selectedId, lostPlace, isViewChanging, name, channel, tag }) => {
    if (isViewChanging && isSamePlace(listing, { ...listing, name, channel, tag })) {
      const isListed = selectedId === null || listing.indexOf(selectedId) !== -1
      return { listed: listing, lostPlace: null, isViewChanging: false, ...(!isListed && NOTHING_SELECTED) }
    }
    if (selectedId === null || !isSamePlace(listed, listing) || listing.indexOf(selectedId) !== -1)
      return { listed: listing, lostPlace: null }
    const index = listed.indexOf(selectedId)
    return { listed: listing, lostPlace: index === -1 ? lostPlace : index }
  })
}

/** Keeps the selection: the user focused the thread before the list of another view was drawn. */
export function keepSelection(): void {
  if (useView.getState().isViewChanging) useView.setState({ isViewChanging: false })
}

/** Starts focus mode with the list as it is now. */
export function beginRun(listed: Listing): void {
  useView.setState(({ selectedId }) => ({
    ...FRESH_LIST,
    run: listed,
    selectedId: selectedId !== null && listed.indexOf(selectedId) !== -1 ? selectedId : listed.idAt(0),
  }))
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
  useView.setState({ screen: 'outbox', selectedId: null, listed: NOTHING_LISTED, takingBack: null, ...FRESH_LIST })
}

export function select(conversationId: string | null): void {
  useView.setState({ selectedId: conversationId, lostPlace: null, sought: null, takingBack: null })
}

/** Opens a conversation from any screen. */
export function openConversation(conversationId: string): void {
  useView.setState({ ...OPENED, selectedId: conversationId, sought: null, takingBack: null })
}

/** A conversation that is opened this way stays open when the list changes. */
const OPENED = { screen: 'inbox', isViewChanging: false } as const

/** Opens the message's conversation. Its composer then removes the message from the outbox and shows its text. */
export function takeBackMessage({ opId, conversationId }: TakingBack): void {
  useView.setState({
    ...OPENED,
    selectedId: conversationId,
    takingBack: { opId, conversationId },
    fieldRequest: { conversationId, field: 'undecided', text: '', missing: null },
  })
}

/** Opens a conversation and focuses one of its fields once it is drawn. `text` was typed for it already. */
export function askForField(conversationId: string, field: FieldRequest['field'], text = ''): void {
  const fieldRequest = { conversationId, field, text, missing: null }
  if (useView.getState().selectedId === conversationId) useView.setState({ ...OPENED, fieldRequest })
  else useView.setState({ ...OPENED, selectedId: conversationId, sought: null, takingBack: null, fieldRequest })
}

/** A command asked for a field that doesn't exist: text typed for it must not run commands. `missing` is the reason to show. */
export function refuseField(missing: string): void {
  useView.setState({ fieldRequest: { conversationId: null, field: 'undecided', text: '', missing } })
}

/** Changes the field request of this conversation, if it is still the current one. */
export function updateFieldRequest(conversationId: string, change: Partial<FieldRequest>): void {
  useView.setState(({ fieldRequest }) =>
    fieldRequest?.conversationId === conversationId ? { fieldRequest: { ...fieldRequest, ...change } } : {},
  )
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

export function endTakingBack(): void {
  useView.setState({ takingBack: null })
}

export function openDialog(dialog: View['dialog']): void {
  useView.setState({ dialog, ...(dialog === 'new-conversation' && { recipient: null }) })
}

/** For results that need no action. Anything important must be shown elsewhere, because a toast disappears. */
export function showToast(text: string, { canUndo = false }: { readonly canUndo?: boolean } = {}): void {
  useView.setState(({ toast }) => ({ toast: { text, round: (toast?.round ?? 0) + 1, canUndo } }))
}

/** Opens a dialog about several conversations. */
export function openBulk(dialog: BulkDialog, bulk: Bulk): void {
  useView.setState({ dialog, bulk })
}

/** Stops an export, or hides why it failed. The writer notices and cleans up. */
export function stopExport(): void {
  useView.setState({ exporting: null })
}

export function hideToast(): void {
  useView.setState({ toast: null })
}

/** Opens Settings at a section, or at the last one shown. */
export function openSettings(section?: string): void {
  useView.setState({ dialog: 'settings', ...(section !== undefined && { settingsSection: section }) })
}

export function showCustomer(isCustomerShown: boolean): void {
  useView.setState({ isCustomerShown })
}

/** `text` is null once it is saved. */
export function reportUnsaved(conversationId: string, text: string | null): void {
  useView.setState(({ unsaved: { [conversationId]: before, ...rest } }) =>
    text === null ? (before === undefined ? {} : { unsaved: rest }) : { unsaved: { ...rest, [conversationId]: text } },
  )
}
