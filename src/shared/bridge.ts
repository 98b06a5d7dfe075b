import type { Result } from './failure.ts'
import type { LoggedRequest } from './logged-request.ts'
import type { Look } from './look.ts'
import type { MenuSection } from './menu.ts'
import type { Conversation, ConversationDetail, ConversationPage, SentMessage, Status } from './model.ts'
import type { NotificationInput } from './notification.ts'
import type { Unsent } from './pending.ts'
import type { SystemLocale } from './region/regional-formats.ts'

/** One API key, one sub-account, one database. */
export type Workspace = {
  readonly id: string
  /** Shown in the rail: the host, or "Demo", or what a person made of it. */
  readonly name: string
  readonly kind: 'api' | 'demo'
  readonly baseUrl: string
  /** The IndexedDB database that belongs to this workspace and to no other. */
  readonly databaseName: string
  /** `sealed`: kept by the system's keyring. `session`: in memory until the app quits. `missing`: must be entered again. */
  readonly key: 'sealed' | 'session' | 'missing'
  /** True for a key that begins `sk_test_`: the window then shows a standing "test" mark. */
  readonly isTest: boolean
  /** Its key is missing because what is kept of it cannot be opened: the keyring is locked or has changed, or the file is damaged. */
  readonly isKeyUnreadable?: boolean
}

/** What a workspace's database keeps of it, so that it can be found again when main's list is lost. Persisted. */
export type WorkspaceRecord = Pick<Workspace, 'id' | 'name' | 'baseUrl' | 'isTest'> & {
  /** One-way print of address and key; null while no key was at hand. */
  readonly keyPrint: string | null
}

/** A database that no known workspace names; `record` is null for one that an early version made. */
export type FoundDatabase = { readonly databaseName: string; readonly record: WorkspaceRecord | null }

/** By what a key may show that it opens a workspace whose key is missing. */
export type KeyProof = { readonly workspaceId: string; readonly knownConversationIds: readonly string[] }

/** By so many conversations a new key may show whose it is: any of them may have been deleted at the server meanwhile. */
export const MAX_KNOWN_CONVERSATIONS = 5

export type Session = {
  readonly workspaces: readonly Workspace[]
  /** The workspace to open; null on first run. */
  readonly currentId: string | null
  /** How main found its list of workspaces at this start. `new` and `lost`: databases may be here that it does not know. */
  readonly listHealth: 'new' | 'whole' | 'restored' | 'lost' | 'newer'
  readonly appVersion: string
  readonly platform: string
  /** How the system writes dates and numbers. */
  readonly locale: SystemLocale
}

/** Where a call goes: each names its workspace, so that nothing is ever sent under another account. */
type InWorkspace = { readonly workspaceId: string }
/** A read that nobody waits for: it leaves after all that somebody does. */
type Read = InWorkspace & { readonly isBackground?: boolean }
/** A mutation names its op; the id goes out as `Idempotency-Key`, and nothing relies on it. */
type Mutation = InWorkspace & { readonly opId: string }

/** An op as main keeps it beside the database. Main does not read it: it seals it and gives it back. */
export type RememberedOp = {
  readonly opId: string
  /** JSON of the op and what it takes to mean something without the cache. */
  readonly payload: string
}

export type LostOp = RememberedOp & {
  /** Epoch ms of the requests that main has made for it and that may have had an effect: of one it does not know, the op cannot say. */
  readonly requestedAt: readonly number[]
}

/** What main knows of the database that the window has just opened. */
export type OpenedDatabase = {
  /** The id that the database is to bear. One that bears another, or none, takes it on together with `lostOps`. */
  readonly installId: string
  /** True when this is not the database that was here last: the browser has thrown that one away. */
  readonly isLost: boolean
  /** Main's copy of what waited in the lost database is lost, too. */
  readonly isCopyLost?: boolean
  /** What waited in a database that was lost, oldest first. */
  readonly lostOps: readonly LostOp[]
  /** How many more waited that cannot be read now: the keyring that sealed them is locked or gone. */
  readonly unreadableOps: number
  /** The ids of what main keeps for this very database. */
  readonly rememberedIds: readonly string[]
}

/** Null when the person chose not to save after all. */
export type SavedExport = { readonly fileName: string | null }
/** A file that is being written; null when the person chose not to save after all. */
export type BegunExport = { readonly exportId: string; readonly fileName: string } | null

export type ExportFormat = 'markdown' | 'json' | 'csv'

/**
 * Everything the window may ask of the main process, in intents, never in URLs or headers. Three
 * implement it: the handlers in main, the preload's proxy, and `FakeBridge` in tests. Nothing
 * expected ever rejects.
 */
export interface Bridge {
  readSession(input: Record<string, never>): Promise<Result<Session>>
  /**
   * Checks the key with one read and only then keeps it. With `workspaceId` the key is given to that workspace, and only if it
   * opens the same account (the very key it had, or one that can read one of `knownConversationIds`). Without it, a key that fits one
   * of the `proofs` opens that workspace again, and no second one is made.
   */
  connectWorkspace(input: {
    readonly apiKey: string
    readonly baseUrl: string
    readonly workspaceId?: string
    readonly knownConversationIds?: readonly string[]
    readonly proofs?: readonly KeyProof[]
  }): Promise<Result<Workspace>>
  /** What the database of a workspace is to keep of it; null for the demo. */
  describeWorkspace(input: InWorkspace): Promise<Result<WorkspaceRecord | null>>
  /** Takes in databases that no workspace names. `missing`: names that a workspace names and that are not there. Gives what there is then. */
  adoptDatabases(input: {
    readonly found: readonly FoundDatabase[]
    readonly missing: readonly string[]
  }): Promise<Result<Session>>
  /** Starts the API server inside the app, if it is not running, and makes its workspace the current one. */
  openDemo(input: Record<string, never>): Promise<Result<Workspace>>
  /** Makes a known workspace the current one. */
  chooseWorkspace(input: InWorkspace): Promise<Result<Workspace>>
  /** What it is called on this device; the server never hears of it. */
  renameWorkspace(input: InWorkspace & { readonly name: string }): Promise<Result<Workspace>>
  /** Forgets the workspace and its key. The window deletes the database. */
  forgetWorkspace(input: InWorkspace): Promise<Result<null>>

  listConversations(
    input: Read & {
      /** 1–100 */
      readonly limit: number
      readonly offset: number
      readonly channel?: string
      readonly status?: Status
      readonly customerId?: string
    },
  ): Promise<Result<ConversationPage>>
  readConversation(input: Read & { readonly conversationId: string }): Promise<Result<ConversationDetail>>
  /** Never carries a message: an accidental duplicate is then an empty conversation, not a second SMS. */
  createConversation(
    input: Mutation & {
      readonly channel: string
      readonly customerPhone?: string
      readonly customerEmail?: string
      readonly customerName?: string
    },
  ): Promise<Result<Conversation>>
  sendMessage(
    input: Mutation & { readonly conversationId: string; readonly content: string },
  ): Promise<Result<SentMessage>>
  updateConversation(
    input: Mutation & {
      readonly conversationId: string
      readonly status?: Status
      readonly customerName?: string
      readonly tags?: readonly string[]
    },
  ): Promise<Result<Conversation>>
  closeConversation(input: Mutation & { readonly conversationId: string }): Promise<Result<Conversation>>

  /** Tells main which database was opened; null for one that bears no id. Said again once it has taken on the id that main gave. */
  openedDatabase(input: InWorkspace & { readonly installId: string | null }): Promise<Result<OpenedDatabase>>
  /** What main keeps of these ops; those that cannot be read now are left out. */
  recallOps(input: InWorkspace & { readonly opIds: readonly string[] }): Promise<Result<readonly LostOp[]>>
  /** Keeps unsent ops beside the database, each in place of what was kept of it; they are on the disk when this resolves. */
  rememberOps(input: InWorkspace & { readonly ops: readonly RememberedOp[] }): Promise<Result<null>>
  /** Done, or discarded: what was kept of them goes. */
  forgetOps(input: InWorkspace & { readonly opIds: readonly string[] }): Promise<Result<null>>

  /** What has not gone out, each time that it changes: quitting names it. */
  reportUnsent(input: InWorkspace & Unsent): Promise<Result<null>>

  /** A part of the screen could not be drawn. For the log: `where` is places in our code, never the error's message. */
  reportBrokenPart(input: {
    readonly part: string
    readonly name: string
    readonly where: string
  }): Promise<Result<null>>

  readLook(input: Record<string, never>): Promise<Result<Look>>
  /** What is not named stays. Gives the look as it then is. */
  setLook(input: Partial<Look>): Promise<Result<Look>>
  /** The last requests of a workspace, newest first. */
  listRequests(input: InWorkspace): Promise<Result<readonly LoggedRequest[]>>
  /** Gives the request log out as JSON, to the clipboard or to a file that the person names. False when the person thought better of it. */
  exportRequests(input: InWorkspace & { readonly to: 'clipboard' | 'file' }): Promise<Result<boolean>>

  /** False when this system shows none. */
  showNotification(input: NotificationInput): Promise<Result<boolean>>
  /** Takes it away again, if it is still there. */
  withdrawNotification(input: InWorkspace & { readonly conversationId: string | null }): Promise<Result<null>>
  /** How many wait, on the app's icon where the system has a place for it; 0 for nothing. */
  showBadge(input: { readonly count: number }): Promise<Result<null>>

  /** Opens a link from a message in the system's browser, after asking the person with the host in plain sight. */
  openLink(input: { readonly url: string }): Promise<Result<null>>

  /** Asks the person where, in the system's dialog, and writes the file there. `name` has no extension: `format` says it. */
  saveExport(input: {
    readonly name: string
    readonly format: ExportFormat
    readonly content: string
  }): Promise<Result<SavedExport>>
  /** The same for what is too long for one call: asks where, and then takes it piece by piece. One at a time: another one ends it. */
  beginExport(input: { readonly name: string; readonly format: ExportFormat }): Promise<Result<BegunExport>>
  appendExport(input: { readonly exportId: string; readonly content: string }): Promise<Result<null>>
  /** It has its name only now, or nothing of it stays. A piece that could not be written has ended it already. */
  endExport(input: { readonly exportId: string; readonly isWhole: boolean }): Promise<Result<null>>
  /** Draws the application menu. What is chosen there comes back as `onCommand`. */
  showMenu(input: { readonly sections: readonly MenuSection[] }): Promise<Result<null>>
}

/** The method list at run time. A method left out does not compile. */
export const BRIDGE_METHODS: Record<keyof Bridge, true> = {
  readSession: true,
  connectWorkspace: true,
  describeWorkspace: true,
  adoptDatabases: true,
  openDemo: true,
  chooseWorkspace: true,
  renameWorkspace: true,
  forgetWorkspace: true,
  listConversations: true,
  readConversation: true,
  createConversation: true,
  sendMessage: true,
  updateConversation: true,
  closeConversation: true,
  openedDatabase: true,
  recallOps: true,
  rememberOps: true,
  forgetOps: true,
  reportUnsent: true,
  reportBrokenPart: true,
  readLook: true,
  setLook: true,
  listRequests: true,
  exportRequests: true,
  showNotification: true,
  withdrawNotification: true,
  showBadge: true,
  openLink: true,
  saveExport: true,
  beginExport: true,
  appendExport: true,
  endExport: true,
  showMenu: true,
}

export type OpenedConversation = { readonly workspaceId: string; readonly conversationId: string | null }

/** What main tells the window. Each takes a listener and gives back the way to stop listening. */
export interface BridgeEvents {
  /** The machine woke from sleep, or the network came back: read again now. */
  onWake(listener: () => void): () => void
  /** A notification was clicked, and the window is in front; `conversationId` is null for a summary. */
  onOpenConversation(listener: (opened: OpenedConversation) => void): () => void
  /** A command was chosen in the application menu. */
  onCommand(listener: (commandId: string) => void): () => void
}
