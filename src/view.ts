import { create } from 'zustand'
import type { Opening } from './db/open-database.ts'
import type { Space } from './db/space.ts'
import type { ViewName } from './db/views.ts'
import type { Failure } from './shared/failure.ts'

/** What the person is looking at. Nothing from the server lives here, but how well it can be reached. */
export type View = {
  /** The list with its thread, or all that waits to go out. */
  readonly screen: 'inbox' | 'outbox'
  readonly name: ViewName
  /** null for all channels. */
  readonly channel: string | null
  /** By id, never by index: the list may move under it. Null when nothing is selected. */
  readonly selectedId: string | null
  /** The ids on screen in their order: what next and previous move along. */
  readonly listedIds: readonly string[]
  /** A message on its way back from the outbox into its conversation's composer; null when there is none. */
  readonly takingBack: TakingBack | null
  readonly dialog: 'none' | 'new-conversation' | 'new-key' | 'settings' | 'palette' | 'help'
  /** A word in passing, shown and read out for some seconds; the same words said again are another round. Null when there is none. */
  readonly passing: { readonly words: string; readonly round: number } | null
  /** The section that Settings shows, by its id; one that is not known is the first. */
  readonly settingsSection: string
  /** The customer's panel beside the thread. */
  readonly isCustomerShown: boolean
  readonly reachability: Reachability
  /** Whether there is a database to show: everything else on screen waits for it. */
  readonly database: 'opening' | 'open' | Halt
  /** Room left on this device. */
  readonly storage: Space
  /** False since a write was overdue or refused: nothing may be said to be kept. */
  readonly isSaving: boolean
  /** Words being written that could not be saved, by conversation: shown where the composer is gone. */
  readonly unsaved: Readonly<Record<string, string>>
}

/** Why there is no database to work with. */
export type Halt = Exclude<Opening, 'open'> | 'superseded' | 'closed'

export type TakingBack = { readonly opId: string; readonly conversationId: string }

export type Reachability = {
  /** Epoch ms of the last good answer; null before the first. */
  readonly checkedAt: number | null
  /** Why the last read failed; null while all is well. */
  readonly failure: Failure | null
  /** True while the first reading of the list has not come to its end. */
  readonly isFirstSync: boolean
}

/** Before a workspace's database and server have been asked. */
const BEGINNING: View = {
  screen: 'inbox',
  name: 'inbox',
  channel: null,
  selectedId: null,
  listedIds: [],
  takingBack: null,
  dialog: 'none',
  passing: null,
  settingsSection: '',
  isCustomerShown: false,
  reachability: { checkedAt: null, failure: null, isFirstSync: true },
  database: 'opening',
  storage: 'plenty',
  isSaving: true,
  unsaved: {},
}

export const useView = create<View>()(() => BEGINNING)

/** Forgets all that was known of the workspace before: another one is being opened. */
export function resetView(): void {
  // How a person has set up their window belongs to the window.
  useView.setState(({ isCustomerShown }) => ({ ...BEGINNING, isCustomerShown }))
}

export function showView(name: ViewName, channel: string | null): void {
  useView.setState({ screen: 'inbox', name, channel })
}

/** No conversation is on screen then, so none is selected: what is selected counts as seen. */
export function showOutbox(): void {
  useView.setState({ screen: 'outbox', selectedId: null, listedIds: [], takingBack: null })
}

export function select(conversationId: string | null): void {
  useView.setState({ selectedId: conversationId, takingBack: null })
}

/** Opens a conversation from wherever the person is. */
export function openConversation(conversationId: string): void {
  useView.setState({ screen: 'inbox', selectedId: conversationId, takingBack: null })
}

/** Opens the message's conversation; its composer then takes the message out of the outbox and its words up. */
export function takeBack({ opId, conversationId }: TakingBack): void {
  useView.setState({ screen: 'inbox', selectedId: conversationId, takingBack: { opId, conversationId } })
}

export function endTakingBack(): void {
  useView.setState({ takingBack: null })
}

export function openDialog(dialog: View['dialog']): void {
  useView.setState({ dialog })
}

/** For what is over and needs nothing: whatever must be known stands where it belongs. */
export function say(words: string): void {
  useView.setState(({ passing }) => ({ passing: { words, round: (passing?.round ?? 0) + 1 } }))
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
