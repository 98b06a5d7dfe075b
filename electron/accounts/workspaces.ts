import { createHmac, randomUUID } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import { failed, invariant, type Result, success } from '../../src/shared/failure.ts'
import { type KeyVault, UNPROTECTED } from './api-key.ts'
import type { ApiAccount } from '../api/client.ts'
import type { StateHealth } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'
import { text } from '../strings/text.ts'
import { type StoredWorkspace, readWorkspaceState, sealedKeyOf, type WorkspaceState } from './workspace-state.ts'

type Identity = Pick<StoredWorkspace, 'id' | 'name' | 'baseUrl' | 'databaseName'>
/** What a found database says about its workspace. */
export type Adopted = Identity & Pick<StoredWorkspace, 'isTest' | 'keyPrint'>
/** A workspace that ends when the app quits: the demo. */
type TemporaryWorkspace = { readonly workspace: Workspace; readonly apiKey: string }

/** The workspaces of this device, their keys, and which one is open. Keys leave this class only in an ApiAccount, for electron/api. */
export class WorkspaceStore {
  /** The state of the stored list when the app started. */
  readonly health: StateHealth
  readonly #file: StateFile
  readonly #vault: KeyVault
  readonly #keys = new Map<string, string>()
  /** Ids of the workspaces whose key is in memory only. */
  readonly #sessionOnly = new Set<string>()
  #state: WorkspaceState
  #temporary: TemporaryWorkspace | null = null
  /** Differs from the stored id only while the demo is open, because the demo does not exist at the next start. */
  #currentId: string | null

  constructor(file: StateFile, vault: KeyVault) {
    this.#file = file
    this.#vault = vault
    this.#state = readWorkspaceState(file)
    this.health = file.health
    this.#currentId = this.#state.currentId
    for (const kept of this.#state.workspaces) {
      const sealed = sealedKeyOf(kept)
      const apiKey = sealed && vault.open(sealed)
      if (apiKey !== null) this.#keys.set(kept.id, apiKey)
    }
    try {
      this.storeKeys()
    } catch {
      // They stay as they are until the next start.
    }
  }

  get currentId(): string | null {
    return this.#currentId
  }

  list(): readonly Workspace[] {
    const kept = this.#state.workspaces.map((stored) => this.#workspaceOf(stored))
    return this.#temporary === null ? kept : [...kept, this.#temporary.workspace]
  }

  find(id: string): Workspace | null {
    return this.list().find((workspace) => workspace.id === id) ?? null
  }

  findByKey(account: ApiAccount): Workspace | null {
    const fingerprint = this.#fingerprintOf(account)
    const kept = this.#state.workspaces.find((workspace) => workspace.fingerprint === fingerprint)
    return kept === undefined ? null : this.#workspaceOf(kept)
  }

  /**
   * The addresses that a key was given for, after the user or the administrator named them. A database that was found names an address
   * that the page may have written, so it does not count before it gets a key.
   */
  confirmedAddresses(): readonly string[] {
    return this.#state.workspaces.filter(({ fingerprint }) => fingerprint !== '').map(({ baseUrl }) => baseUrl)
  }

  /** Null when the workspace is unknown or its key is missing. */
  account(id: string): ApiAccount | null {
    const workspace = this.find(id)
    const apiKey = this.#temporary?.workspace.id === id ? this.#temporary.apiKey : this.#keys.get(id)
    return workspace === null || apiKey === undefined ? null : { baseUrl: workspace.baseUrl, apiKey }
  }

  /** Creates a workspace for the account, opens it and stores its key. */
  add(account: ApiAccount): Workspace {
    const id = randomUUID()
    const name = this.#freeName(new URL(account.baseUrl).host)
    return this.#keep(account, { id, name, baseUrl: account.baseUrl, databaseName: `clarion-${id}` }, null)
  }

  /** Gives a known workspace its key, or another key of the same account, and opens it. */
  giveKey(id: string, account: ApiAccount): Workspace {
    const kept = this.#state.workspaces.find((workspace) => workspace.id === id)
    invariant(kept !== undefined, 'only a stored workspace can get a key')
    // If there is no keyring now, the earlier sealed form of this key may open at a later start.
    const isSameKey = kept.fingerprint === this.#fingerprintOf(account)
    return this.#keep(account, { ...kept, baseUrl: account.baseUrl }, isSameKey ? kept.sealedKey : null)
  }

  /** Adds a workspace for a database that was found. Its key is missing, and it is not opened. */
  adopt(adopted: Adopted): void {
    const name = this.#freeName(
      adopted.name.trim() || (adopted.baseUrl && new URL(adopted.baseUrl).host) || text('account.inbox'),
    )
    const kept = { ...adopted, name, fingerprint: '', sealedKey: null }
    this.#write({ ...this.#state, workspaces: [...this.#state.workspaces, kept] })
  }

  /**
   * Stores each key as well as the vault can now: one that is in memory only gets to the disk, and an unprotected one is sealed. Throws
   * when the list cannot be written.
   */
  storeKeys(): void {
    const known = this.#state.workspaces
    const workspaces = known.map((kept) => this.#withBetterKey(kept))
    const changed = workspaces.filter((kept, index) => kept !== known[index])
    if (changed.length === 0) return
    this.#write({ ...this.#state, workspaces })
    for (const { id } of changed) this.#sessionOnly.delete(id)
  }

  /** Null when the workspace has no print yet. */
  keyPrintOf(id: string): string | null {
    return this.#state.workspaces.find((workspace) => workspace.id === id)?.keyPrint ?? null
  }

  /** Stores a print of the current key and returns it. */
  keepKeyPrint(id: string, keyPrint: string): string {
    const workspaces = this.#state.workspaces.map((workspace) =>
      workspace.id === id ? { ...workspace, keyPrint } : workspace,
    )
    this.#write({ ...this.#state, workspaces })
    return keyPrint
  }

  /** Adds a workspace that ends when the app quits, and opens it. */
  addTemporary(workspace: Workspace, apiKey: string): void {
    this.#temporary = { workspace, apiKey }
    this.#currentId = workspace.id
  }

  choose(id: string): Workspace | null {
    const workspace = this.find(id)
    if (workspace === null) return null
    if (this.#temporary?.workspace.id !== id) this.#write({ ...this.#state, currentId: id })
    this.#currentId = id
    return workspace
  }

  /** Names identify workspaces to the user, so each name is unique. */
  rename(id: string, wanted: string): Result<Workspace> {
    const name = wanted.replace(/\s+/g, ' ').trim()
    const known = this.#state.workspaces
    const kept = known.find((workspace) => workspace.id === id)
    if (kept === undefined) return refuse(text('account.workspaceGone'))
    if (name === '') return refuse(text('account.enterName'))
    if (known.some((workspace) => workspace.id !== id && workspace.name === name))
      return refuse(text('account.nameTaken'))
    const renamed = { ...kept, name }
    this.#write({ ...this.#state, workspaces: known.map((workspace) => (workspace.id === id ? renamed : workspace)) })
    return success(this.#workspaceOf(renamed))
  }

  /** The user signs out: the key is removed from every file, including damaged copies. */
  forget(id: string): void {
    if (this.find(id) !== null) this.drop(id)
    this.#file.forgetDamaged()
  }

  /** Removes the workspace from the list, but not from damaged files that were moved aside. */
  drop(id: string): void {
    const workspaces = this.#state.workspaces.filter((workspace) => workspace.id !== id)
    const currentId = this.#state.currentId === id ? (workspaces[0]?.id ?? null) : this.#state.currentId
    // On the disk first: a key that is still there must not look forgotten.
    this.#write({ ...this.#state, workspaces, currentId })
    this.#keys.delete(id)
    if (this.#temporary?.workspace.id === id) this.#temporary = null
    if (this.#currentId === id) this.#currentId = currentId
  }

  #keep(account: ApiAccount, identity: Identity, previousSealedKey: unknown): Workspace {
    const sealed = this.#vault.seal(account.apiKey)
    const { id, name, baseUrl, databaseName } = identity
    const fingerprint = this.#fingerprintOf(account)
    const known = this.#state.workspaces
    const before = known.find((workspace) => workspace.id === id)
    const kept: StoredWorkspace = {
      ...{ id, name, baseUrl, databaseName, fingerprint },
      isTest: account.apiKey.startsWith('sk_test_'),
      // A print of a previous key would match nothing.
      ...(before?.fingerprint === fingerprint && before.keyPrint !== undefined && { keyPrint: before.keyPrint }),
      sealedKey: sealed ?? previousSealedKey,
    }
    const workspaces = known.some((workspace) => workspace.id === id)
      ? known.map((workspace) => (workspace.id === id ? kept : workspace))
      : [...known, kept]
    this.#write({ ...this.#state, workspaces, currentId: id })
    this.#keys.set(id, account.apiKey)
    if (sealed === null) this.#sessionOnly.add(id)
    else this.#sessionOnly.delete(id)
    this.#currentId = id
    return this.#workspaceOf(kept)
  }

  #withBetterKey(kept: StoredWorkspace): StoredWorkspace {
    const apiKey = this.#keys.get(kept.id)
    const isInMemory = this.#sessionOnly.has(kept.id)
    if (apiKey === undefined || (!isInMemory && !isUnprotected(kept))) return kept
    const sealed = this.#vault.seal(apiKey)
    return sealed === null || (!isInMemory && sealed.backend === UNPROTECTED) ? kept : { ...kept, sealedKey: sealed }
  }

  #write(state: WorkspaceState): void {
    this.#file.write(state)
    this.#state = state
  }

  #workspaceOf(stored: StoredWorkspace): Workspace {
    const { id, name, baseUrl, databaseName, isTest, sealedKey } = stored
    const onDisk = isUnprotected(stored) ? 'unprotected' : 'sealed'
    const key = !this.#keys.has(id) ? 'missing' : this.#sessionOnly.has(id) ? 'session' : onDisk
    const isKeyUnreadable = key === 'missing' && sealedKey != null
    return { id, name, kind: 'api', baseUrl, databaseName, key, isTest, ...(isKeyUnreadable && { isKeyUnreadable }) }
  }

  #fingerprintOf({ baseUrl, apiKey }: ApiAccount): string {
    return createHmac('sha256', this.#state.salt).update(`${baseUrl}\n${apiKey}`).digest('base64')
  }

  #freeName(host: string): string {
    const taken = new Set(this.#state.workspaces.map((workspace) => workspace.name))
    for (let number = 1; ; number++) {
      const name = number === 1 ? host : `${host} (${number})`
      if (!taken.has(name)) return name
    }
  }
}

function isUnprotected(stored: StoredWorkspace): boolean {
  return sealedKeyOf(stored)?.backend === UNPROTECTED
}

function refuse(words: string): Result<Workspace> {
  return failed({ kind: 'refused', words })
}
