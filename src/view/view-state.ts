import { type Listing, NOTHING_LISTED } from '../catalogue/listing.ts'
import type { Opening } from '../db/open-database.ts'
import { NONE_PICKED, type Picked } from '../catalogue/picked.ts'
import type { Space } from '../db/space.ts'
import type { ViewName } from '../db/views.ts'
import { FIRST_LAYOUT, type Layout, type Pane } from './layout.ts'
import type { Reachability } from './reachability.ts'
import type { Toast } from './toast-order.ts'

/** What the user is looking at. Of the server it holds only whether it can be reached. */
export type View = {
  /** The list with its thread, or the outbox. */
  readonly screen: 'inbox' | 'outbox'
  readonly name: ViewName
  /** null for all channels. */
  readonly channel: string | null
  /** null for all tags. */
  readonly tag: string | null
  /**
   * In All inboxes, the workspace that commands and the thread belong to: that of the selected row. Null while one workspace is shown. In All
   * inboxes, the ids in `listed`, `picked`, `anchorId`, `run` and `leaving` are row keys, which name the workspace too (catalogue/row-key.ts).
   */
  readonly acting: string | null
  /** A conversation's id, because indexes change with the list. Null when nothing is selected. */
  readonly selectedId: string | null
  /** The conversations picked for the next command. */
  readonly picked: Picked
  /** The row where a picked range starts; null for none. */
  readonly anchorId: string | null
  /** The list on screen, along which next and previous move. */
  readonly listed: Listing
  /** The index of the selected conversation before it left the list, from which next continues. Null otherwise. */
  readonly lostPlace: number | null
  /** Focus mode: the list as it was when the mode began; null outside the mode. */
  readonly run: Listing | null
  /** Conversations that the user's commands take out of the view: hidden at once, before the database has the change. */
  readonly leaving: ReadonlySet<string>
  /** New conversations that the list doesn't show yet, because the user is using it. */
  readonly newCount: number
  /** A counter: each increase shows the new conversations. */
  readonly intake: number
  /** A counter: each increase starts the key drill. */
  readonly drillRound: number
  /** The search text; empty while nothing is typed, null when the search is closed. */
  readonly search: string | null
  /** The text that the listed results belong to; `search` may be newer. Null while none are listed. */
  readonly foundBy: string | null
  /** Enter was pressed before the results arrived. It applies once they match the text. */
  readonly isEnterPending: boolean
  /** The message of the selected conversation that a search found; null for none. */
  readonly sought: { readonly conversationId: string; readonly messageKey: string } | null
  /** A text field that a command will focus once it is drawn. Until then no key runs a command. Null for none. */
  readonly fieldRequest: FieldRequest | null
  /** Another view was requested, and its list isn't drawn yet. */
  readonly isViewChanging: boolean
  /** The recipient for the new-conversation dialog; null when the user enters it there. */
  readonly recipient: Recipient | null
  /** A message that moves from the outbox back into its conversation's composer; null for none. */
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
    | 'link'
    | 'back-up'
    | 'restore'
    | BulkDialog
  /** The command and conversations of a bulk dialog; null for none. */
  readonly bulk: Bulk | null
  /** The progress of a bulk change; null for none. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What the export dialog exports; null before the first one. */
  readonly toExport: ToExport | null
  /** The running export, or why the last one failed; null for neither. */
  readonly exporting: Exporting | null
  /** The conversations that the last bulk change couldn't change. */
  readonly problems: readonly Problem[]
  /** The number of conversations that were changed beside `problems`. */
  readonly changedBeside: number
  /** The message about the last action; null for none. */
  readonly toast: Toast | null
  /** A message that waits until the problem in `toast` was on screen long enough; null for none. */
  readonly nextToast: Toast | null
  /** The id of the section that Settings shows; an unknown id is the first one. */
  readonly settingsSection: string
  /** How the window is divided at its current width. */
  readonly layout: Layout
  /** The pane that a narrow window shows. Kept in a wide one, which shows several. */
  readonly pane: Pane
  /** The user has opened the customer panel. `isCustomerOpen` says whether it is open. */
  readonly isCustomerShown: boolean
  /** The user has closed the customer panel in this window. */
  readonly isCustomerClosed: boolean
  /** A setting: wide windows open the customer panel. */
  readonly opensCustomer: boolean
  readonly reachability: Reachability
  /** The state of the database. Everything else on screen waits for it. */
  readonly database: 'opening' | 'open' | Halt
  /** Disk space on this device. */
  readonly storage: Space
  /** Data of an earlier version could not be taken over and is still on the disk. */
  readonly isDataLeft: boolean
  /** False after a write was late or failed: the app must not claim that anything is saved. */
  readonly isSaving: boolean
  /** Typed text that couldn't be saved, by conversation. Shown where the composer is gone. */
  readonly unsaved: Readonly<Record<string, string>>
}

/** The part of the view that a workspace finds again when it is shown again. */
export type KeptView = Pick<
  View,
  'screen' | 'name' | 'channel' | 'tag' | 'acting' | 'selectedId' | 'search' | 'unsaved'
>

/** `preview` confirms a bulk change, `problems` lists its failures, and `undo-some` undoes part of a change. */
export type BulkDialog = 'preview' | 'problems' | 'undo-some' | 'tags' | 'snooze'

export type FieldRequest = {
  /**
   * The text goes only into this conversation: the request ends when another one is selected. Null when a command asked for a field without
   * a conversation.
   */
  readonly conversationId: string | null
  /** The element's id. `undecided`: not known yet. */
  readonly field: 'reply' | 'tags' | 'first-message' | 'undecided'
  /** The text that was typed for it so far. */
  readonly text: string
  /** Why the field can't be used, as shown to the user; null while it may still be drawn. */
  readonly missing: string | null
}

/** An unknown address is empty. */
export type Recipient = {
  readonly channel: 'sms' | 'whatsapp' | 'email'
  readonly phone: string
  readonly email: string
  readonly name: string
  /** The first message; none by default. */
  readonly message?: string
  /** A link to the app has filled in the dialog, so a stranger may have. */
  readonly isFromLink?: boolean
}

export type ToExport = {
  readonly title: string
  /** In the order of the list. */
  readonly conversationIds: readonly string[]
  /** They are search results, and the search was incomplete. */
  readonly isCut: boolean
}

export type Exporting =
  | { readonly kind: 'running'; readonly exportId: string; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly words: string }

/** `keys`: the conversations' ids; in All inboxes, row keys. */
export type Bulk = { readonly commandId: string; readonly keys: readonly string[] }

/** A conversation that couldn't be changed. The name is null when the conversation couldn't be read. */
export type Problem = {
  readonly conversationId: string
  readonly name: string | null
  readonly why: string
  /** Only in All inboxes. */
  readonly workspace?: { readonly id: string; readonly name: string }
}

/** Why the database can't be used. */
export type Halt = Exclude<Opening, 'open'> | 'superseded' | 'closed'

export type TakingBack = { readonly opId: string; readonly conversationId: string }

/** The view before a workspace is opened. */
export const INITIAL_VIEW: View = {
  screen: 'inbox',
  name: 'inbox',
  channel: null,
  tag: null,
  acting: null,
  selectedId: null,
  picked: NONE_PICKED,
  anchorId: null,
  listed: NOTHING_LISTED,
  lostPlace: null,
  run: null,
  leaving: new Set(),
  newCount: 0,
  intake: 0,
  drillRound: 0,
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
  changedBeside: 0,
  toast: null,
  nextToast: null,
  settingsSection: '',
  layout: FIRST_LAYOUT,
  pane: 'list',
  isCustomerShown: false,
  isCustomerClosed: false,
  opensCustomer: true,
  reachability: { checkedAt: null, failure: null, isFirstSync: true },
  database: 'opening',
  storage: 'plenty',
  isDataLeft: false,
  isSaving: true,
  unsaved: {},
}
