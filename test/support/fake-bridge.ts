import type { AppLink } from '../../src/shared/lifecycle/app-link.ts'
import type { Background, BackgroundSettings } from '../../src/shared/lifecycle/background.ts'
import type { Bridge, Session, Workspace, WorkspaceRecord } from '../../src/shared/bridge.ts'
import type { CarriedPart, CarryOver } from '../../src/shared/carry-over.ts'
import type { BegunExport, ExportFormat, SavedExport } from '../../src/shared/export-file.ts'
import type { LostOp, OpenedDatabase, RememberedOp } from '../../src/shared/op-backup.ts'
import type { LoggedRequest } from '../../src/shared/logged-request.ts'
import type { DataKey, Lock, LockSettings } from '../../src/shared/sealing.ts'
import { type Managed, NOT_MANAGED } from '../../src/shared/network/managed.ts'
import type { ProxyQuestion } from '../../src/shared/network/network-trouble.ts'
import type { MainSpeed } from '../../src/shared/speed/main-speed.ts'
import type { Look } from '../../src/shared/look.ts'
import type {
  NotificationAbilities,
  NotificationAnswer,
  NotificationInput,
  TestOutcome,
} from '../../src/shared/notification.ts'
import type { UpdateChannel, Updates } from '../../src/shared/updates.ts'
import { FakeDeviceBackup } from './fake-device-backup.ts'
import { type Failure, failed, type Result, success } from '../../src/shared/failure.ts'
import type {
  Conversation,
  ConversationDetail,
  ConversationPage,
  Message,
  SentMessage,
  Status,
} from '../../src/shared/model.ts'
import { NO_TRAY } from './no-lifecycle.ts'

type Kept = { conversation: Conversation; messages: Message[] }
export type Mutation = {
  readonly method: 'create' | 'send' | 'update' | 'close'
  readonly conversationId: string
  readonly opId: string
  readonly body: unknown
}

/**
 * A fake server behind the bridge. It stores conversations, applies every mutation, and fails on
 * demand: before the effect (the request is lost) or after it (the response is lost).
 */
export class FakeBridge implements Bridge {
  readonly kept = new Map<string, Kept>()
  /** Every mutation that took effect, in order: the ground truth of the tests. */
  readonly applied: Mutation[] = []
  /** The failures of the next mutations, one per call; `isApplied` tells whether the server applied it anyway. */
  readonly faults: { readonly failure: Failure; readonly isApplied: boolean }[] = []
  /** When set, every call fails with it and has no effect. */
  outage: Failure | null = null
  /** Epoch ms: the server's clock. */
  now = (): number => Date.now()
  reads = 0
  #ids = 0

  add(conversation: Conversation, messages: readonly Message[] = []): void {
    this.kept.set(conversation.id, { conversation, messages: [...messages] })
  }

  readSession(): Promise<Result<Session>> {
    return Promise.resolve(success(NO_WORKSPACES))
  }

  describeWorkspace = (): Promise<Result<WorkspaceRecord | null>> => Promise.resolve(success(null))
  adoptDatabases = (): Promise<Result<Session>> => Promise.resolve(success(NO_WORKSPACES))

  connectWorkspace = (): Promise<Result<Workspace>> => this.#noWorkspaces()
  openDemo = (): Promise<Result<Workspace>> => this.#noWorkspaces()
  chooseWorkspace = (): Promise<Result<Workspace>> => this.#noWorkspaces()
  renameWorkspace = (): Promise<Result<Workspace>> => this.#noWorkspaces()
  forgetWorkspace = (): Promise<Result<null>> => Promise.resolve(success(null))
  endForgetting = (): Promise<Result<null>> => Promise.resolve(success(null))
  dataKey: DataKey = { state: 'open', key: 'A'.repeat(43) + '=', protection: 'keychain' }
  lock: Lock = { afterIdleMinutes: null, withSystem: false, isLocked: false, asks: 'nothing' }
  managed: Managed = NOT_MANAGED
  proxyQuestion: ProxyQuestion | null = null
  readonly proxyAnswers: { readonly proxy: string; readonly name: string; readonly password: string }[] = []
  readManaged = (): Promise<Result<Managed>> => Promise.resolve(success(this.managed))
  readProxyQuestion = (): Promise<Result<ProxyQuestion | null>> => Promise.resolve(success(this.proxyQuestion))

  answerProxyQuestion(input: { proxy: string; name: string; password: string }): Promise<Result<null>> {
    this.proxyAnswers.push(input)
    this.proxyQuestion = null
    return Promise.resolve(success(null))
  }

  readDataKey = (): Promise<Result<DataKey>> => Promise.resolve(success(this.dataKey))
  chooseWithoutKeychain = (): Promise<Result<null>> => Promise.resolve(success(null))
  restartApp = (): Promise<Result<null>> => Promise.resolve(success(null))
  discardDataKey = (): Promise<Result<null>> => Promise.resolve(success(null))
  carryOver: CarryOver = { id: 'carry-over-1', databases: [], settings: {}, isUnreadable: false }
  /** The parts of each database. */
  readonly carriedParts = new Map<string, readonly CarriedPart[]>()
  readonly endedCarryOvers: (readonly string[])[] = []
  beginCarryOver = (): Promise<Result<CarryOver>> => Promise.resolve(success(this.carryOver))

  readCarriedPart(input: { databaseName: string; part: number }): Promise<Result<CarriedPart>> {
    const part = this.carriedParts.get(input.databaseName)?.[input.part]
    return Promise.resolve(part === undefined ? failed({ kind: 'refused', words: 'No such part.' }) : success(part))
  }

  endCarryOver(input: { databaseNames: readonly string[] }): Promise<Result<null>> {
    this.endedCarryOvers.push(input.databaseNames)
    return Promise.resolve(success(null))
  }

  readonly deviceBackup = new FakeDeviceBackup()
  beginBackup = this.deviceBackup.bridge.beginBackup
  addToBackup = this.deviceBackup.bridge.addToBackup
  endBackup = this.deviceBackup.bridge.endBackup
  chooseBackup = this.deviceBackup.bridge.chooseBackup
  openBackup = this.deviceBackup.bridge.openBackup
  takeWorkspace = this.deviceBackup.bridge.takeWorkspace
  readBackupPart = this.deviceBackup.bridge.readBackupPart
  takeSettings = this.deviceBackup.bridge.takeSettings
  endRestore = this.deviceBackup.bridge.endRestore

  readLock = (): Promise<Result<Lock>> => Promise.resolve(success(this.lock))
  lockApp = (): Promise<Result<null>> => Promise.resolve(success(null))
  typedSaved = (): Promise<Result<null>> => Promise.resolve(success(null))
  lockedPageDone = (): Promise<Result<null>> => Promise.resolve(success(null))
  unlockApp = (): Promise<Result<boolean>> => Promise.resolve(success(true))

  background: Background = NO_TRAY
  readBackground = (): Promise<Result<Background>> => Promise.resolve(success(this.background))
  setBackground(change: Partial<BackgroundSettings>): Promise<Result<Background>> {
    this.background = { ...this.background, ...change }
    return this.readBackground()
  }
  /** The link that waits in main. */
  link: AppLink | null = null
  readWaitingLink(): Promise<Result<boolean>> {
    return Promise.resolve(success(this.link !== null))
  }
  takeLink(): Promise<Result<AppLink | null>> {
    const { link } = this
    this.link = null
    return Promise.resolve(success(link))
  }

  setLock(change: Partial<LockSettings>): Promise<Result<Lock>> {
    this.lock = { ...this.lock, ...change }
    return this.readLock()
  }

  /** Main's backup of unsent ops; set `opened` to report a lost or different database. */
  readonly remembered = new Map<string, string>()
  opened: OpenedDatabase | null = null

  openedDatabase(input: { installId: string | null }): Promise<Result<OpenedDatabase>> {
    const installId = input.installId ?? 'install-1'
    const rememberedIds = [...this.remembered.keys()]
    return Promise.resolve(
      success(this.opened ?? { installId, isLost: false, lostOps: [], unreadableOps: 0, rememberedIds }),
    )
  }

  recallOps(input: { opIds: readonly string[] }): Promise<Result<readonly LostOp[]>> {
    const ops = input.opIds.flatMap((opId) => {
      const payload = this.remembered.get(opId)
      return payload === undefined ? [] : [{ opId, payload, requestedAt: [] }]
    })
    return Promise.resolve(success(ops))
  }

  rememberOps(input: { ops: readonly RememberedOp[] }): Promise<Result<null>> {
    for (const { opId, payload } of input.ops) this.remembered.set(opId, payload)
    return Promise.resolve(success(null))
  }

  forgetOps(input: { opIds: readonly string[] }): Promise<Result<null>> {
    for (const opId of input.opIds) this.remembered.delete(opId)
    return Promise.resolve(success(null))
  }

  reportUnsent = (): Promise<Result<null>> => Promise.resolve(success(null))
  look: Look = { theme: 'system', language: 'system', textLanguage: 'en', zoomLevel: 0 }
  readLook = (): Promise<Result<Look>> => Promise.resolve(success(this.look))

  setLook(change: Partial<Look>): Promise<Result<Look>> {
    this.look = { ...this.look, ...change }
    return this.readLook()
  }

  listRequests = (): Promise<Result<readonly LoggedRequest[]>> => Promise.resolve(success([]))
  exportRequests = (): Promise<Result<boolean>> => Promise.resolve(success(true))
  /** The notifications shown, by conversation; the summary has the empty id. */
  readonly notifications = new Map<string, NotificationInput>()
  /** Number of `showNotification` calls. */
  notified = 0
  badge = 0

  showNotification(input: NotificationInput): Promise<Result<boolean>> {
    this.notified += 1
    this.notifications.set(input.conversationId ?? '', input)
    return Promise.resolve(success(true))
  }

  withdrawNotification(input: { conversationId: string | null }): Promise<Result<null>> {
    this.notifications.delete(input.conversationId ?? '')
    return Promise.resolve(success(null))
  }

  answerSpelling = (): Promise<Result<null>> => Promise.resolve(success(null))
  testOutcome: TestOutcome = 'shown'

  async testNotification(input: NotificationInput) {
    await this.showNotification(input)
    return success(this.testOutcome)
  }

  abilities: NotificationAbilities = { system: 'linux', isSupported: true, isRefused: false, canAnswer: true }
  readNotificationAbilities = () => Promise.resolve(success(this.abilities))
  /** Answers that were given in notifications and not ended yet. */
  answers: readonly NotificationAnswer[] = []
  takeNotificationAnswers = () => Promise.resolve(success(this.answers))

  endNotificationAnswer({ answerId }: { answerId: string }): Promise<Result<null>> {
    this.answers = this.answers.filter((answer) => answer.answerId !== answerId)
    return Promise.resolve(success(null))
  }

  showBadge(input: { count: number }): Promise<Result<null>> {
    this.badge = input.count
    return Promise.resolve(success(null))
  }

  /** Parts of the screen that failed to render. */
  readonly brokenParts: string[] = []

  updates: Updates = { state: { phase: 'off', why: 'development' }, channel: 'stable', version: '0' }
  readUpdates = (): Promise<Result<Updates>> => Promise.resolve(success(this.updates))
  checkForUpdates = (): Promise<Result<Updates>> => Promise.resolve(success(this.updates))
  setUpdateChannel = (input: { channel: UpdateChannel }): Promise<Result<Updates>> => {
    this.updates = { ...this.updates, channel: input.channel }
    return Promise.resolve(success(this.updates))
  }
  restartToUpdate = (): Promise<Result<null>> => Promise.resolve(success(null))
  speed: MainSpeed = { startedAt: 0, windowAt: null, processes: [] }
  readSpeed = (): Promise<Result<MainSpeed>> => Promise.resolve(success(this.speed))
  reports = 0
  reportProblem = (): Promise<Result<null>> => {
    this.reports += 1
    return Promise.resolve(success(null))
  }

  reportBrokenPart({ part }: { part: string }): Promise<Result<null>> {
    this.brokenParts.push(part)
    return Promise.resolve(success(null))
  }

  openLink = (): Promise<Result<null>> => Promise.resolve(success(null))
  saveExport = (): Promise<Result<SavedExport>> => Promise.resolve(success({ fileName: null }))
  /** The pieces of the export in progress, and whether it was finished; null when there is none. */
  exported: { readonly pieces: string[]; isKept: boolean | null } | null = null

  beginExport(_input: { name: string; format: ExportFormat }): Promise<Result<BegunExport>> {
    this.exported = { pieces: [], isKept: null }
    return Promise.resolve(success({ exportId: 'export-1', fileName: 'chosen.csv' }))
  }

  appendExport({ content }: { content: string }): Promise<Result<null>> {
    this.exported?.pieces.push(content)
    return Promise.resolve(success(null))
  }

  endExport({ isWhole }: { isWhole: boolean }): Promise<Result<null>> {
    if (this.exported !== null) this.exported.isKept = isWhole
    return Promise.resolve(success(null))
  }

  showMenu = (): Promise<Result<null>> => Promise.resolve(success(null))

  async listConversations(input: {
    limit: number
    offset: number
    channel?: string
    status?: string
  }): Promise<Result<ConversationPage>> {
    this.reads += 1
    if (this.outage !== null) return failed(this.outage)
    const all = [...this.kept.values()].map((kept) => kept.conversation)
    const rows = all.filter(
      (row) =>
        (input.channel === undefined || row.channel === input.channel) &&
        (input.status === undefined || row.status === input.status),
    )
    const conversations = rows.slice(input.offset, input.offset + input.limit)
    return Promise.resolve(success({ conversations, serverAt: this.now() }))
  }

  async readConversation(input: { conversationId: string }): Promise<Result<ConversationDetail>> {
    this.reads += 1
    if (this.outage !== null) return failed(this.outage)
    const kept = this.kept.get(input.conversationId)
    if (kept === undefined) return failed({ kind: 'rejected', status: 404, words: 'Conversation not found' })
    const { lastMessage: _, ...conversation } = kept.conversation
    return Promise.resolve(success({ conversation, messages: [...kept.messages], serverAt: this.now() }))
  }

  createConversation(input: {
    opId: string
    channel: string
    customerPhone?: string
    customerEmail?: string
  }): Promise<Result<Conversation>> {
    const { opId, ...fields } = input
    return this.#mutate({ method: 'create', conversationId: '', opId, body: fields }, () => {
      const conversation: Conversation = {
        ...contactOf(input),
        channel: input.channel,
        id: this.#nextId('conv'),
        status: 'open',
        timestamp: this.now(),
      }
      this.add(conversation)
      return conversation
    })
  }

  sendMessage(input: { opId: string; conversationId: string; content: string }): Promise<Result<SentMessage>> {
    const { opId, conversationId, content } = input
    return this.#mutate({ method: 'send', conversationId, opId, body: content }, (kept) => {
      const message = { id: this.#nextId('msg'), sender: 'assistant', content, sentAt: this.now() }
      kept.messages.push(message)
      kept.conversation = { ...kept.conversation, lastMessage: content }
      return { messageId: message.id, content, sender: 'assistant', sentAt: message.sentAt }
    })
  }

  updateConversation(input: {
    opId: string
    conversationId: string
    status?: Status
    customerName?: string
    tags?: readonly string[]
  }): Promise<Result<Conversation>> {
    const { opId, conversationId, status, customerName, tags } = input
    const change = {
      ...(status === undefined ? {} : { status }),
      ...(customerName === undefined ? {} : { customerName }),
      ...(tags === undefined ? {} : { tags }),
    }
    return this.#mutate({ method: 'update', conversationId, opId, body: change }, (kept) => {
      kept.conversation = { ...kept.conversation, ...change }
      return { id: conversationId, ...change }
    })
  }

  closeConversation(input: { opId: string; conversationId: string }): Promise<Result<Conversation>> {
    const { opId, conversationId } = input
    return this.#mutate({ method: 'close', conversationId, opId, body: null }, (kept) => {
      kept.conversation = { ...kept.conversation, status: 'closed' }
      return { id: conversationId, status: 'closed' }
    })
  }

  async #mutate<T>(mutation: Mutation, effect: (kept: Kept) => T): Promise<Result<T>> {
    if (this.outage !== null) return failed(this.outage)
    const fault = this.faults.shift()
    if (fault !== undefined && !fault.isApplied) return failed(fault.failure)
    const kept = this.kept.get(mutation.conversationId)
    if (kept === undefined && mutation.method !== 'create') {
      return failed({ kind: 'rejected', status: 404, words: 'Conversation not found' })
    }
    const value = effect(kept ?? { conversation: { id: '' }, messages: [] })
    this.applied.push(mutation)
    return fault === undefined ? success(value) : failed(fault.failure)
  }

  #noWorkspaces(): Promise<Result<Workspace>> {
    return Promise.resolve(failed({ kind: 'refused', words: 'The fake has no workspaces.' }))
  }

  #nextId(prefix: string): string {
    this.#ids += 1
    return `${prefix}_made${this.#ids}`
  }
}

const NO_WORKSPACES: Session = {
  workspaces: [],
  currentId: null,
  listHealth: 'new',
  forgottenDatabases: [],
  withoutKeychain: 'unchosen',
  isLocked: false,
  appVersion: '0',
  platform: 'test',
  locale: { dates: 'en-US', numbers: 'en-US', clock: null },
}

function contactOf(input: { customerPhone?: string; customerEmail?: string }): Partial<Conversation> {
  return {
    ...(input.customerPhone === undefined ? {} : { customerPhone: input.customerPhone }),
    ...(input.customerEmail === undefined ? {} : { customerEmail: input.customerEmail }),
  }
}
