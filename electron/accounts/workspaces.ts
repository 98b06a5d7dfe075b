import { createHmac, randomUUID } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import { failed, invariant, type Result, success } from '../../src/shared/failure.ts'
import type { KeyVault } from './api-key.ts'
import type { ApiAccount } from '../api/client.ts'
import type { StateHealth } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'
import { type KeptWorkspace, readWorkspaceState, sealedKeyOf, type WorkspaceState } from './workspace-state.ts'

type Kept = KeptWorkspace
/** What a workspace is whatever its key. */
type Lasting = Pick<Kept, 'id' | 'name' | 'baseUrl' | 'databaseName'>
/** What a database that was found says of its workspace. */
export type Adopted = Lasting & Pick<Kept, 'isTest' | 'keyPrint'>
/** A workspace that ends with this run: the demo. */
type Passing = { readonly workspace: Workspace; readonly apiKey: string }

/** The workspaces of this device, their keys, and which one is open. Keys leave only as an Account, only for electron/api. */
export class WorkspaceStore {
  /** How the list of them was found at this start. */
  readonly health: StateHealth
  readonly #file: StateFile
  readonly #vault: KeyVault
  readonly #keys = new Map<string, string>()
  /** Those whose key in use the keyring does not hold. */
  readonly #sessionOnly = new Set<string>()
  #state: WorkspaceState
  #passing: Passing | null = null
  /** Differs from what is kept only while the demo is open: it would not be there at the next start. */
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
  }

  get currentId(): string | null {
    return this.#currentId
  }

  list(): readonly Workspace[] {
    const kept = this.#state.workspaces.map((one) => this.#workspaceOf(one))
    return this.#passing === null ? kept : [...kept, this.#passing.workspace]
  }

  find(id: string): Workspace | null {
    return this.list().find((workspace) => workspace.id === id) ?? null
  }

  findByKey(account: ApiAccount): Workspace | null {
    const fingerprint = this.#fingerprintOf(account)
    const kept = this.#state.workspaces.find((one) => one.fingerprint === fingerprint)
    return kept === undefined ? null : this.#workspaceOf(kept)
  }

  /** Null when the workspace is unknown or its key is missing. */
  account(id: string): ApiAccount | null {
    const workspace = this.find(id)
    const apiKey = this.#passing?.workspace.id === id ? this.#passing.apiKey : this.#keys.get(id)
    return workspace === null || apiKey === undefined ? null : { baseUrl: workspace.baseUrl, apiKey }
  }

  /** Makes a workspace for the account, opens it and keeps its key. */
  add(account: ApiAccount): Workspace {
    const id = randomUUID()
    const name = this.#freeName(new URL(account.baseUrl).host)
    return this.#keep(account, { id, name, baseUrl: account.baseUrl, databaseName: `clarion-${id}` }, null)
  }

  /** Gives a known workspace its key again, or another key of the same account, and opens it. */
  giveKey(id: string, account: ApiAccount): Workspace {
    const kept = this.#state.workspaces.find((one) => one.id === id)
    invariant(kept !== undefined, 'a key is given only to a workspace that is kept')
    // Without a keyring now, what an earlier one sealed may still open later, if it is this key.
    const isSameKey = kept.fingerprint === this.#fingerprintOf(account)
    return this.#keep(account, { ...kept, baseUrl: account.baseUrl }, isSameKey ? kept.sealedKey : null)
  }

  /** Takes in a workspace whose database was found. Its key is missing, and which one is open stays. */
  adopt(adopted: Adopted): void {
    const name = this.#freeName(adopted.name.trim() || (adopted.baseUrl && new URL(adopted.baseUrl).host) || 'Inbox')
    const kept = { ...adopted, name, fingerprint: '', sealedKey: null }
    this.#write({ ...this.#state, workspaces: [...this.#state.workspaces, kept] })
  }

  /** Null until one was made of its key. */
  keyPrintOf(id: string): string | null {
    return this.#state.workspaces.find((one) => one.id === id)?.keyPrint ?? null
  }

  /** Keeps a print of the key in use, and gives it back. */
  keepKeyPrint(id: string, keyPrint: string): string {
    const workspaces = this.#state.workspaces.map((one) => (one.id === id ? { ...one, keyPrint } : one))
    this.#write({ ...this.#state, workspaces })
    return keyPrint
  }

  /** Shows a workspace that ends with this run, and opens it. */
  addPassing(workspace: Workspace, apiKey: string): void {
    this.#passing = { workspace, apiKey }
    this.#currentId = workspace.id
  }

  choose(id: string): Workspace | null {
    const workspace = this.find(id)
    if (workspace === null) return null
    if (this.#passing?.workspace.id !== id) this.#write({ ...this.#state, currentId: id })
    this.#currentId = id
    return workspace
  }

  /** Names tell workspaces apart, so no two are the same. */
  rename(id: string, wanted: string): Result<Workspace> {
    const name = wanted.replace(/\s+/g, ' ').trim()
    const known = this.#state.workspaces
    const kept = known.find((one) => one.id === id)
    if (kept === undefined) return refuse('This workspace is not on this device any more.')
    if (name === '') return refuse('A workspace needs a name.')
    if (known.some((one) => one.id !== id && one.name === name)) return refuse('Another workspace is called that.')
    const renamed = { ...kept, name }
    this.#write({ ...this.#state, workspaces: known.map((one) => (one.id === id ? renamed : one)) })
    return success(this.#workspaceOf(renamed))
  }

  /** The user signs out: its key goes from every file. */
  forget(id: string): void {
    this.drop(id)
    this.#file.forgetDamaged()
  }

  /** Takes it off the list. What was moved aside stays. */
  drop(id: string): void {
    const workspaces = this.#state.workspaces.filter((one) => one.id !== id)
    const currentId = this.#state.currentId === id ? (workspaces[0]?.id ?? null) : this.#state.currentId
    // On the disk first: a key that is still there must not look forgotten.
    this.#write({ ...this.#state, workspaces, currentId })
    this.#keys.delete(id)
    if (this.#passing?.workspace.id === id) this.#passing = null
    if (this.#currentId === id) this.#currentId = currentId
  }

  #keep(account: ApiAccount, lasting: Lasting, formerSealedKey: unknown): Workspace {
    const sealed = this.#vault.seal(account.apiKey)
    const { id, name, baseUrl, databaseName } = lasting
    const fingerprint = this.#fingerprintOf(account)
    const known = this.#state.workspaces
    const before = known.find((one) => one.id === id)
    const kept: Kept = {
      ...{ id, name, baseUrl, databaseName, fingerprint },
      isTest: account.apiKey.startsWith('sk_test_'),
      // Of a former key it would find nothing.
      ...(before?.fingerprint === fingerprint && before.keyPrint !== undefined && { keyPrint: before.keyPrint }),
      sealedKey: sealed ?? formerSealedKey,
    }
    const workspaces = known.some((one) => one.id === id)
      ? known.map((one) => (one.id === id ? kept : one))
      : [...known, kept]
    this.#write({ ...this.#state, workspaces, currentId: id })
    this.#keys.set(id, account.apiKey)
    if (sealed === null) this.#sessionOnly.add(id)
    else this.#sessionOnly.delete(id)
    this.#currentId = id
    return this.#workspaceOf(kept)
  }

  #write(state: WorkspaceState): void {
    this.#file.write(state)
    this.#state = state
  }

  #workspaceOf({ id, name, baseUrl, databaseName, isTest, sealedKey }: Kept): Workspace {
    const key = !this.#keys.has(id) ? 'missing' : this.#sessionOnly.has(id) ? 'session' : 'sealed'
    const isKeyUnreadable = key === 'missing' && sealedKey != null
    return { id, name, kind: 'api', baseUrl, databaseName, key, isTest, ...(isKeyUnreadable && { isKeyUnreadable }) }
  }

  #fingerprintOf({ baseUrl, apiKey }: ApiAccount): string {
    return createHmac('sha256', this.#state.salt).update(`${baseUrl}\n${apiKey}`).digest('base64')
  }

  #freeName(host: string): string {
    const taken = new Set(this.#state.workspaces.map((one) => one.name))
    for (let number = 1; ; number++) {
      const name = number === 1 ? host : `${host} (${number})`
      if (!taken.has(name)) return name
    }
  }
}

function refuse(words: string): Result<Workspace> {
  return failed({ kind: 'refused', words })
}
