import { type Listing, NOTHING_LISTED } from './catalogue/listing.ts'
import type { Opening } from './db/open-database.ts'
import { NONE_PICKED, type Picked } from './catalogue/picked.ts'
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
  /** null for all tags. */
  readonly tag: string | null
  /** By id, never by index: the list may move under it. Null when nothing is selected. */
  readonly selectedId: string | null
  /** What the next command is about, where more than one is picked for it. */
  readonly picked: Picked
  /** The row from which the picked ones are extended; null for none. */
  readonly anchorId: string | null
  /** The list on screen: what next and previous move along. */
  readonly listed: Listing
  /** Where in it stood what is selected, if that has left it since: the hand goes on from there. Null otherwise. */
  readonly lostPlace: number | null
  /** The list as it was when a run began: one conversation a screen, and no list; null while there is none. */
  readonly run: Listing | null
  /** What this person's own commands are taking out of the view on screen: it is gone at once, before the database knows. */
  readonly leaving: ReadonlySet<string>
  /** What has come in while a hand was in the list, and waits to be taken in. */
  readonly newCount: number
  /** Grows each time it is asked for. */
  readonly intake: number
  /** What is searched for; empty while the search is open and nothing is typed, null while there is none. */
  readonly search: string | null
  /** What the results that are listed are the results of: what is typed may be ahead of them. Null while none are listed. */
  readonly foundBy: string | null
  /** Enter was quicker than the answer: it counts once what is found is what was typed. */
  readonly isEnterPending: boolean
  /** The message that a search found in the conversation that is selected; null when there is none. */
  readonly sought: { readonly conversationId: string; readonly messageKey: string } | null
  /** A text field that a command moves the focus to, until it is drawn: no key is a command meanwhile. Null for none. */
  readonly fieldRequest: FieldRequest | null
  /** Another view was asked for, and its list is not drawn yet. */
  readonly isViewChanging: boolean
  /** Whom the dialog for a new conversation writes to; null where the user says so there. */
  readonly recipient: Recipient | null
  /** A message on its way back from the outbox into its conversation's composer; null when there is none. */
  readonly takingBack: TakingBack | null
  readonly dialog:
    | 'none'
    | 'new-conversation'
    | 'new-key'
    | 'settings'
    | 'palette'
    | 'help'
    | 'save-search'
    | 'export'
    | BulkDialog
  /** What a dialog about many is about; null while there is none. */
  readonly bulk: Bulk | null
  /** Many are being changed, and this is how far that is; null while none are. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What the dialog of that name is about; null before there was one. */
  readonly toExport: ToExport | null
  /** The export that is being written, or why the last one was not; null when neither is so. */
  readonly exporting: Exporting | null
  /** Those of the last change of many that could not be changed. */
  readonly problems: readonly Problem[]
  /** A word in passing, shown and read out for some seconds; the same words said again are another round. Null when there is none. */
  readonly passing: { readonly words: string; readonly round: number; readonly canUndo: boolean } | null
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

/** Asks before many are changed, tells which could not be, undoes for some of them, changes the tags of many, puts them off. */
export type BulkDialog = 'preview' | 'problems' | 'undo-some' | 'tags' | 'snooze'

export type FieldRequest = {
  /**
   * The text goes into this conversation or nowhere: the request ends when another one is selected. Null where the user asked for a field
   * and no conversation was there to have one.
   */
  readonly conversationId: string | null
  /** By its element's id. `undecided`: it is not known yet which one it will be. */
  readonly field: 'reply' | 'tags' | 'first-message' | 'undecided'
  /** What was typed for it so far. */
  readonly text: string
  /** Why it cannot be written in, as it is shown; null while the field may still come. */
  readonly missing: string | null
}

/** Empty where an address is not known. */
export type Recipient = {
  readonly channel: 'sms' | 'email'
  readonly phone: string
  readonly email: string
  readonly name: string
}

export type ToExport = {
  readonly title: string
  /** In the order of the list. */
  readonly conversationIds: readonly string[]
  /** They were searched for, and not everything could be looked through. */
  readonly isCut: boolean
}

export type Exporting =
  | { readonly kind: 'running'; readonly exportId: string; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly words: string }

export type Bulk = { readonly commandId: string; readonly conversationIds: readonly string[] }

/** One that could not be changed; the name is null where nothing is known of it any more. */
export type Problem = { readonly conversationId: string; readonly name: string | null; readonly why: string }

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
  /** True while two readings of the list in a row have not agreed: something may still be missing. */
  readonly isCatchingUp?: boolean
  /** How far the first reading is; null when it is over. */
  readonly progress?: { readonly conversations: number; readonly perMinute: number | null } | null
}

/** Before a workspace's database and server have been asked. */
export const INITIAL_VIEW: View = {
  screen: 'inbox',
  name: 'inbox',
  channel: null,
  tag: null,
  selectedId: null,
  picked: NONE_PICKED,
  anchorId: null,
  listed: NOTHING_LISTED,
  lostPlace: null,
  run: null,
  leaving: new Set(),
  newCount: 0,
  intake: 0,
  search: null,
  foundBy: null,
  isEnterPending: false,
  sought: null,
  fieldRequest: null,
  isViewChanging: false,
  recipient: null,
  takingBack: null,
  dialog: 'none',
  bulk: null,
  progress: null,
  toExport: null,
  exporting: null,
  problems: [],
  passing: null,
  settingsSection: '',
  isCustomerShown: false,
  reachability: { checkedAt: null, failure: null, isFirstSync: true },
  database: 'opening',
  storage: 'plenty',
  isSaving: true,
  unsaved: {},
}
