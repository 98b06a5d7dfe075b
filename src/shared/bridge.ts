import type { BackgroundBridge } from './lifecycle/background.ts'
import type { CarryOverBridge } from './carry-over.ts'
import type { DeviceBackupBridge } from './device-backup.ts'
import type { BegunExport, ExportFormat, SavedExport } from './export-file.ts'
import type { Result } from './failure.ts'
import type { LinkBridge } from './lifecycle/app-link.ts'
import type { LoggedRequest } from './logged-request.ts'
import type { Look, LookChange } from './look.ts'
import type { MenuSection } from './menu.ts'
import type { NetworkBridge } from './network/network-bridge.ts'
import type { Conversation, ConversationDetail, ConversationPage, SentMessage, Status } from './model.ts'
import type { NotificationBridge } from './notification.ts'
import type { LostOp, OpenedDatabase, RememberedOp } from './op-backup.ts'
import type { Unsent } from './pending.ts'
import type { ReportBridge } from './report.ts'
import type { SpeedBridge } from './speed/main-speed.ts'
import type { SealingBridge, WithoutKeychain } from './sealing.ts'
import type { UpdatesBridge } from './updates.ts'
import type { SpellingBridge } from './spelling.ts'
import type { SystemLocale } from './region/regional-formats.ts'

/** A workspace has one API key, one sub-account and one database. */
export type Workspace = {
  readonly id: string
  /** Shown in the rail: the host, "Demo", or the name that the user chose. */
  readonly name: string
  readonly kind: 'api' | 'demo'
  readonly baseUrl: string
  /** The workspace's own IndexedDB database. */
  readonly databaseName: string
  /**
   * `sealed`: encrypted with the system keychain. `unprotected`: stored as it is, as the user chose for a system without a keychain.
   * `session`: in memory until the app quits. `missing`: must be entered again.
   */
  readonly key: 'sealed' | 'unprotected' | 'session' | 'missing'
  /** True for a key that starts with `sk_test_`: the window then shows a permanent "test" mark. */
  readonly isTest: boolean
  /** The key is missing because it cannot be decrypted: the keychain is locked or has changed, or the file is damaged. */
  readonly isKeyUnreadable?: boolean
}

/** The copy of a workspace's data in its own database, from which it is restored when main's list is lost. Persisted. */
export type WorkspaceRecord = Pick<Workspace, 'id' | 'name' | 'baseUrl' | 'isTest'> & {
  /** Hash of server address and key; null while the workspace has no key. */
  readonly keyPrint: string | null
}

/** A database that belongs to no known workspace; `record` is null for one from an early version. */
export type FoundDatabase = { readonly databaseName: string; readonly record: WorkspaceRecord | null }

/** Conversations that a key must be able to read to prove that it belongs to a workspace whose key is missing. */
export type KeyProof = { readonly workspaceId: string; readonly knownConversationIds: readonly string[] }

/** More than one, because the server may have deleted some of them in the meantime. */
export const MAX_KNOWN_CONVERSATIONS = 5

export type Session = {
  readonly workspaces: readonly Workspace[]
  /** The workspace to open; null on first run. */
  readonly currentId: string | null
  /** The state of main's list of workspaces at this start. With `new` and `lost`, databases may exist that it does not know. */
  readonly listHealth: 'new' | 'whole' | 'restored' | 'lost' | 'newer'
  /** Databases of workspaces that the user removed. The window deletes what is left of them and then calls `endForgetting`. */
  readonly forgottenDatabases: readonly string[]
  /** For a system without a keychain. */
  readonly withoutKeychain: WithoutKeychain
  readonly isLocked: boolean
  readonly appVersion: string
  readonly platform: string
  /** The system's formats of dates and numbers. */
  readonly locale: SystemLocale
}

/** Every call names its workspace, so that nothing is sent under another account. */
type InWorkspace = { readonly workspaceId: string }
/** Background reads are sent after all reads that the user waits for. */
type Read = InWorkspace & { readonly isBackground?: boolean }
/** A mutation names its op. The id is sent as `Idempotency-Key`, but nothing relies on the server honouring it. */
type Mutation = InWorkspace & { readonly opId: string }

/**
 * Everything the window may ask of the main process, as intents, never as URLs or headers. It has
 * three implementations: the handlers in main, the preload's proxy, and `FakeBridge` in tests.
 * Expected failures are results; a promise rejects only because of a bug.
 */
export interface Bridge
  extends
    SealingBridge,
    CarryOverBridge,
    DeviceBackupBridge,
    NetworkBridge,
    NotificationBridge,
    ReportBridge,
    SpeedBridge,
    BackgroundBridge,
    LinkBridge,
    SpellingBridge,
    UpdatesBridge {
  /** The answer to `onSaveTyped`: what was typed is stored, as far as it could be. */
  typedSaved(input: Record<string, never>): Promise<Result<null>>
  readSession(input: Record<string, never>): Promise<Result<Session>>
  /**
   * Checks the key with one read before storing it. With `workspaceId`, the key is stored for that workspace, and only if it opens the
   * same account: it is the workspace's last key, or it can read one of `knownConversationIds`. Without it, a key that matches one of
   * the `proofs` reopens that workspace instead of creating a second one.
   */
  connectWorkspace(input: {
    readonly apiKey: string
    readonly baseUrl: string
    readonly workspaceId?: string
    readonly knownConversationIds?: readonly string[]
    readonly proofs?: readonly KeyProof[]
  }): Promise<Result<Workspace>>
  /** The record to store in the workspace's database; null for the demo. */
  describeWorkspace(input: InWorkspace): Promise<Result<WorkspaceRecord | null>>
  /** Creates workspaces for databases that belong to none. `missing`: databases that a workspace names but that do not exist. */
  adoptDatabases(input: {
    readonly found: readonly FoundDatabase[]
    readonly missing: readonly string[]
  }): Promise<Result<Session>>
  /** Starts the API server inside the app, if it is not running, and makes its workspace the current one. */
  openDemo(input: Record<string, never>): Promise<Result<Workspace>>
  /** Makes a known workspace the current one. */
  chooseWorkspace(input: InWorkspace): Promise<Result<Workspace>>
  /** The name is only on this device; it is not sent to the server. */
  renameWorkspace(input: InWorkspace & { readonly name: string }): Promise<Result<Workspace>>
  /** Removes the workspace and its key. The window deletes the database and then calls `endForgetting`. */
  forgetWorkspace(input: InWorkspace): Promise<Result<null>>
  /** These databases are deleted. Until this call, each start names them in `forgottenDatabases`. */
  endForgetting(input: { readonly databaseNames: readonly string[] }): Promise<Result<null>>

  listConversations(
    input: Read & {
      /** 1–100. */
      readonly limit: number
      readonly offset: number
      readonly channel?: string
      readonly status?: Status
      readonly customerId?: string
    },
  ): Promise<Result<ConversationPage>>
  readConversation(input: Read & { readonly conversationId: string }): Promise<Result<ConversationDetail>>
  /** Never includes a message, so that an accidental duplicate is an empty conversation instead of a second SMS. */
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

  /** Reports the opened database; `installId` is null when it has no id yet. Called again after it has adopted main's id. */
  openedDatabase(input: InWorkspace & { readonly installId: string | null }): Promise<Result<OpenedDatabase>>
  /** Reads ops from main's backup. Ops that cannot be decrypted now are left out. */
  recallOps(input: InWorkspace & { readonly opIds: readonly string[] }): Promise<Result<readonly LostOp[]>>
  /** Writes or replaces unsent ops in main's backup. They are on the disk when this resolves. */
  rememberOps(input: InWorkspace & { readonly ops: readonly RememberedOp[] }): Promise<Result<null>>
  /** Removes finished or discarded ops from main's backup. */
  forgetOps(input: InWorkspace & { readonly opIds: readonly string[] }): Promise<Result<null>>

  /** Called at each change of the unsent ops, so that the quit dialog can name them. */
  reportUnsent(input: InWorkspace & Unsent): Promise<Result<null>>

  /** Logs that a part of the screen failed to render. `where` holds positions in our code, never the error's message. */
  reportBrokenPart(input: {
    readonly part: string
    readonly name: string
    readonly where: string
  }): Promise<Result<null>>

  readLook(input: Record<string, never>): Promise<Result<Look>>
  /** Returns the resulting look. */
  setLook(input: LookChange): Promise<Result<Look>>
  /** The last requests of a workspace, newest first. */
  listRequests(input: InWorkspace): Promise<Result<readonly LoggedRequest[]>>
  /** Exports the request log as JSON to the clipboard or to a file that the user chooses. False when the user cancelled. */
  exportRequests(input: InWorkspace & { readonly to: 'clipboard' | 'file' }): Promise<Result<boolean>>

  /** Shows a count on the app's icon if the system supports it; 0 removes it. */
  showBadge(input: { readonly count: number }): Promise<Result<null>>

  /** Opens a link from a message in the system's browser, after a confirmation that shows the host. */
  openLink(input: { readonly url: string }): Promise<Result<null>>

  /** Asks the user for a location and writes the file. `name` has no extension; `format` determines it. */
  saveExport(input: {
    readonly name: string
    readonly format: ExportFormat
    readonly content: string
  }): Promise<Result<SavedExport>>
  /** The same for content too long for one call: asks for a location, then `appendExport` adds pieces. A second export ends the first. */
  beginExport(input: { readonly name: string; readonly format: ExportFormat }): Promise<Result<BegunExport>>
  appendExport(input: { readonly exportId: string; readonly content: string }): Promise<Result<null>>
  /** Renames the finished file to its final name, or deletes it. After a failed `appendExport` the export has already ended. */
  endExport(input: { readonly exportId: string; readonly isWhole: boolean }): Promise<Result<null>>
  /** Sets the application menu. A chosen entry is reported by `onCommand`. */
  showMenu(input: { readonly sections: readonly MenuSection[] }): Promise<Result<null>>
}
