import { create } from 'zustand'
import { isSamePlace, type Listing, NOTHING_LISTED } from './catalogue/listing.ts'
import { NONE_PICKED } from './catalogue/picked.ts'
import type { ViewName } from './db/views.ts'
import {
  INITIAL_VIEW,
  type Bulk,
  type BulkDialog,
  type FieldRequest,
  type Reachability,
  type Recipient,
  type TakingBack,
  type View,
} from './view-state.ts'

export const useView = create<View>()(() => INITIAL_VIEW)

/** What is picked, what is being taken out, and a run along it are of the list on screen, and go with it. */
const UNPICKED = {
  picked: NONE_PICKED,
  anchorId: null,
  leaving: new Set<string>(),
  newCount: 0,
  run: null,
  lostPlace: null,
} as const

const NOTHING_SELECTED = { selectedId: null, sought: null, takingBack: null } as const

/** Forgets all that was known of the workspace before: another one is being opened. */
export function resetView(): void {
  // How a person has set up their window belongs to the window.
  useView.setState(({ isCustomerShown }) => ({ ...INITIAL_VIEW, isCustomerShown }))
}

export function showView(name: ViewName, channel: string | null, tag: string | null = null): void {
  useView.setState(({ screen, search, listed, selectedId }) => {
    const isShown = screen === 'inbox' && search === null && isSamePlace(listed, { ...listed, name, channel, tag })
    const isLeft = isShown && selectedId !== null && listed.indexOf(selectedId) === -1
    const view = { screen: 'inbox', name, channel, tag, search: null, isViewChanging: !isShown } as const
    return { ...view, ...(isLeft && NOTHING_SELECTED), ...UNPICKED }
  })
}

/** The list on screen as it is from now on. After a change of the view the selection is in it, or there is none. */
export function showListed(listing: Listing): void {
  useView.setState(({ listed, selectedId, lostPlace, isViewChanging, name, channel, tag }) => {
    if (isViewChanging && isSamePlace(listing, { ...listing, name, channel, tag })) {
      const isListed = selectedId === null || listing.indexOf(selectedId) !== -1
      return { listed: listing, lostPlace: null, isViewChanging: false, ...(!isListed && NOTHING_SELECTED) }
    }
    if (selectedId === null || !isSamePlace(listed, listing) || listing.indexOf(selectedId) !== -1)
      return { listed: listing, lostPlace: null }
    const place = listed.indexOf(selectedId)
    return { listed: listing, lostPlace: place === -1 ? lostPlace : place }
  })
}

/** The user has gone back into the thread before the list of another view was there: it stays selected. */
export function keepSelection(): void {
  if (useView.getState().isViewChanging) useView.setState({ isViewChanging: false })
}

/** One conversation a screen, along the list as it is now. */
export function beginRun(listed: Listing): void {
  useView.setState(({ selectedId }) => ({
    ...UNPICKED,
    run: listed,
    selectedId: selectedId !== null && listed.indexOf(selectedId) !== -1 ? selectedId : listed.idAt(0),
  }))
}

export function endRun(): void {
  useView.setState({ run: null })
}

/** Everything that is new, in its place. */
export function takeIn(): void {
  useView.setState(({ intake }) => ({ intake: intake + 1 }))
}

/** No conversation is on screen then, so none is selected: what is selected counts as seen. */
export function showOutbox(): void {
  useView.setState({ screen: 'outbox', selectedId: null, listed: NOTHING_LISTED, takingBack: null, ...UNPICKED })
}

export function select(conversationId: string | null): void {
  useView.setState({ selectedId: conversationId, lostPlace: null, sought: null, takingBack: null })
}

/** Opens a conversation from wherever the person is. */
export function openConversation(conversationId: string): void {
  useView.setState({ ...OPENED, selectedId: conversationId, sought: null, takingBack: null })
}

/** A conversation that is opened from elsewhere stays open, whatever list comes on screen beside it. */
const OPENED = { screen: 'inbox', isViewChanging: false } as const

/** Opens the message's conversation; its composer then takes the message out of the outbox and shows its text. */
export function takeBackMessage({ opId, conversationId }: TakingBack): void {
  useView.setState({
    ...OPENED,
    selectedId: conversationId,
    takingBack: { opId, conversationId },
    fieldRequest: { conversationId, field: 'undecided', text: '', missing: null },
  })
}

/** Opens a conversation and moves the focus to a field of it, once that is drawn. `text`: what was typed for it already. */
export function askForField(conversationId: string, field: FieldRequest['field'], text = ''): void {
  const fieldRequest = { conversationId, field, text, missing: null }
  if (useView.getState().selectedId === conversationId) useView.setState({ ...OPENED, fieldRequest })
  else useView.setState({ ...OPENED, selectedId: conversationId, sought: null, takingBack: null, fieldRequest })
}

/** The user asked for a field that does not exist: letters typed for it must not run commands. `missing`: the reason, as it is shown. */
export function refuseField(missing: string): void {
  useView.setState({ fieldRequest: { conversationId: null, field: 'undecided', text: '', missing } })
}

/** Changes the request for a field of this conversation, if it still stands. */
export function updateFieldRequest(conversationId: string, change: Partial<FieldRequest>): void {
  useView.setState(({ fieldRequest }) =>
    fieldRequest?.conversationId === conversationId ? { fieldRequest: { ...fieldRequest, ...change } } : {},
  )
}

/** Opens the dialog for a new conversation with an address filled in. */
export function writeTo(recipient: Recipient): void {
  useView.setState({ dialog: 'new-conversation', recipient })
}

/** What is typed into the search; null ends it, and the list is there again. */
export function searchFor(text: string | null): void {
  useView.setState((view) => ({
    screen: 'inbox',
    search: text,
    isEnterPending: false,
    ...(text === null ? { listed: NOTHING_LISTED, foundBy: null, isViewChanging: view.search !== null } : {}),
    sought: text === null ? null : view.sought,
    ...UNPICKED,
  }))
}

export function endTakingBack(): void {
  useView.setState({ takingBack: null })
}

export function openDialog(dialog: View['dialog']): void {
  useView.setState({ dialog, ...(dialog === 'new-conversation' && { recipient: null }) })
}

/** For what is over and needs nothing: whatever must be known stands where it belongs. */
export function showToast(words: string, { canUndo = false }: { readonly canUndo?: boolean } = {}): void {
  useView.setState(({ passing }) => ({ passing: { words, round: (passing?.round ?? 0) + 1, canUndo } }))
}

/** Asks about many, or shows what became of them. */
export function openBulk(dialog: BulkDialog, bulk: Bulk): void {
  useView.setState({ dialog, bulk })
}

/** Stops an export, or puts away why there was none: whoever writes it sees to the rest. */
export function stopExport(): void {
  useView.setState({ exporting: null })
}

export function hideToast(): void {
  useView.setState({ passing: null })
}

/** Opens Settings where it was left, or at a section. */
export function openSettings(section?: string): void {
  useView.setState({ dialog: 'settings', ...(section !== undefined && { settingsSection: section }) })
}

export function showCustomer(isCustomerShown: boolean): void {
  useView.setState({ isCustomerShown })
}

export function reportReachability(change: Partial<Reachability>): void {
  useView.setState((view) => ({ reachability: { ...view.reachability, ...change } }))
}

/** Null once they are saved. */
export function reportUnsaved(conversationId: string, words: string | null): void {
  useView.setState(({ unsaved: { [conversationId]: before, ...others } }) =>
    words === null
      ? before === undefined
        ? {}
        : { unsaved: others }
      : { unsaved: { ...others, [conversationId]: words } },
  )
}
