import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Workspace } from '../src/shared/bridge.ts'
import { failed, invariant, type Result, success } from '../src/shared/failure.ts'
import type { KeyVault, SealedKey } from './api-key.ts'
import type { Account } from './api/client.ts'
import type { StateFile } from './state-file.ts'

/** What the vault made, as it lies in a file. */
export const sealedKey = z.object({
  v: z.literal(1),
  backend: z.string(),
  ciphertext: z.string(),
  createdAt: z.number(),
})

/** Persisted: add freely; rename or remove only with a migration. */
const keptWorkspace = z.object({
  id: z.string().min(1),
  name: z.string(),
  baseUrl: z.string(),
  databaseName: z.string().min(1),
  isTest: z.boolean(),
  /** Of key and base URL, under a salt of this file: finds the same workspace again, tells nothing of the key. */
  fingerprint: z.string(),
  /** Null while the key lives in memory only. */
  sealedKey: sealedKey.nullable(),
})
const keptState = z.object({
  v: z.literal(1),
  salt: z.string(),
  currentId: z.string().nullable(),
  workspaces: z.array(keptWorkspace),
})

type Kept = z.infer<typeof keptWorkspace>
type State = z.infer<typeof keptState>
/** What a workspace is whatever its key. */
type Lasting = Pick<Kept, 'id' | 'name' | 'baseUrl' | 'databaseName'>
/** A workspace that ends with this run: the demo. */
type Passing = { readonly workspace: Workspace; readonly apiKey: string }

/** The workspaces of this device, their keys, and which one is open. Keys leave only as an Account, only for electron/api. */
export class Workspaces {
  readonly #file: StateFile
  readonly #vault: KeyVault
  readonly #keys = new Map<string, string>()
  /** Those whose key in use the keyring does not hold. */
  readonly #sessionOnly = new Set<string>()
  #state: State
  #passing: Passing | null = null
  /** Differs from what is kept only while the demo is open: it would not be there at the next start. */
  #currentId: string | null

  constructor(file: StateFile, vault: KeyVault) {
    this.#file = file
    this.#vault = vault
    this.#state = readState(file)
    this.#currentId = this.#state.currentId
    for (const { id, sealedKey: sealed } of this.#state.workspaces) {
      const apiKey = sealed && vault.open(sealed)
      if (apiKey !== null) this.#keys.set(id, apiKey)
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

  findByKey(account: Account): Workspace | null {
    const fingerprint = this.#fingerprintOf(account)
    const kept = this.#state.workspaces.find((one) => one.fingerprint === fingerprint)
    return kept === undefined ? null : this.#workspaceOf(kept)
  }

  /** Null when the workspace is unknown or its key is missing. */
  account(id: string): Account | null {
    const workspace = this.find(id)
    const apiKey = this.#passing?.workspace.id === id ? this.#passing.apiKey : this.#keys.get(id)
    return workspace === null || apiKey === undefined ? null : { baseUrl: workspace.baseUrl, apiKey }
  }

  /** Makes a workspace for the account, opens it and keeps its key. */
  add(account: Account): Workspace {
    const id = randomUUID()
    const name = this.#freeName(new URL(account.baseUrl).host)
    return this.#keep(account, { id, name, baseUrl: account.baseUrl, databaseName: `clarion-${id}` }, null)
  }

  /** Gives a known workspace its key again, or another key of the same account, and opens it. */
  giveKey(id: string, account: Account): Workspace {
    const kept = this.#state.workspaces.find((one) => one.id === id)
    invariant(kept !== undefined, 'a key is given only to a workspace that is kept')
    // Without a keyring now, what an earlier one sealed may still open later, if it is this key.
    const isSameKey = kept.fingerprint === this.#fingerprintOf(account)
    return this.#keep(account, kept, isSameKey ? kept.sealedKey : null)
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

  forget(id: string): void {
    const workspaces = this.#state.workspaces.filter((one) => one.id !== id)
    const currentId = this.#state.currentId === id ? (workspaces[0]?.id ?? null) : this.#state.currentId
    // On the disk first: a key that is still there must not look forgotten.
    this.#write({ ...this.#state, workspaces, currentId })
    this.#keys.delete(id)
    if (this.#passing?.workspace.id === id) this.#passing = null
    if (this.#currentId === id) this.#currentId = currentId
  }

  #keep(account: Account, lasting: Lasting, formerSealedKey: SealedKey | null): Workspace {
    const sealed = this.#vault.seal(account.apiKey)
    const { id, name, baseUrl, databaseName } = lasting
    const kept: Kept = {
      ...{ id, name, baseUrl, databaseName },
      isTest: account.apiKey.startsWith('sk_test_'),
      fingerprint: this.#fingerprintOf(account),
      sealedKey: sealed ?? formerSealedKey,
    }
    const known = this.#state.workspaces
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

  #write(state: State): void {
    this.#file.write(state)
    this.#state = state
  }

  #workspaceOf({ id, name, baseUrl, databaseName, isTest }: Kept): Workspace {
    const key = !this.#keys.has(id) ? 'missing' : this.#sessionOnly.has(id) ? 'session' : 'sealed'
    return { id, name, kind: 'api', baseUrl, databaseName, key, isTest }
  }

  #fingerprintOf({ baseUrl, apiKey }: Account): string {
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

function readState(file: StateFile): State {
  const stored = file.read()
  const read = keptState.safeParse(stored)
  if (read.success) return read.data
  // Another version's, or damaged: kept under another name for whoever may still make sense of it.
  if (stored !== undefined) file.setAside()
  return { v: 1, salt: randomBytes(32).toString('base64'), currentId: null, workspaces: [] }
}
