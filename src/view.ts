import { create } from 'zustand'
import { isSamePlace, type Listing, NOTHING_LISTED } from './db/listing.ts'
import { NONE_PICKED } from './db/picked.ts'
import type { ViewName } from './db/views.ts'
import { BEGINNING, type Bulk, type BulkDialog, type Reachability, type TakingBack, type View } from './view-state.ts'

export const useView = create<View>()(() => BEGINNING)

/** What is picked, what is being taken out, and a run along it are of the list on screen, and go with it. */
const UNPICKED = {
  picked: NONE_PICKED,
  anchorId: null,
  leaving: new Set<string>(),
  newCount: 0,
  run: null,
  lostPlace: null,
} as const

/** Forgets all that was known of the workspace before: another one is being opened. */
export function resetView(): void {
  // How a person has set up their window belongs to the window.
  useView.setState(({ isCustomerShown }) => ({ ...BEGINNING, isCustomerShown }))
}

export function showView(name: ViewName, channel: string | null, tag: string | null = null): void {
  useView.setState({ screen: 'inbox', name, channel, tag, search: null, ...UNPICKED })
}

/** The list on screen as it is from now on. */
export function showListed(listing: Listing): void {
  useView.setState(({ listed, selectedId, lostPlace }) => {
    if (selectedId === null || !isSamePlace(listed, listing) || listing.indexOf(selectedId) !== -1)
      return { listed: listing, lostPlace: null }
    const place = listed.indexOf(selectedId)
    return { listed: listing, lostPlace: place === -1 ? lostPlace : place }
  })
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
  useView.setState({ screen: 'inbox', selectedId: conversationId, sought: null, takingBack: null })
}

/** Opens the message's conversation; its composer then takes the message out of the outbox and its words up. */
export function takeBack({ opId, conversationId }: TakingBack): void {
  useView.setState({ screen: 'inbox', selectedId: conversationId, takingBack: { opId, conversationId } })
}

/** What is typed into the search; null ends it, and the list is there again. */
export function searchFor(text: string | null): void {
  useView.setState((view) => ({
    screen: 'inbox',
    search: text,
    isEnterPending: false,
    ...(text === null ? { listed: NOTHING_LISTED, foundBy: null } : {}),
    sought: text === null ? null : view.sought,
    ...UNPICKED,
  }))
}

export function endTakingBack(): void {
  useView.setState({ takingBack: null })
}

export function openDialog(dialog: View['dialog']): void {
  useView.setState({ dialog })
}

/** For what is over and needs nothing: whatever must be known stands where it belongs. */
export function say(words: string, { canUndo = false }: { readonly canUndo?: boolean } = {}): void {
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

export function endPassing(): void {
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
