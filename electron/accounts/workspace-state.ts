import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SealedKey } from './api-key.ts'
import { isKeyPrint } from './key-print.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'

/** A sealed key in a file. */
export const sealedKey = z.object({
  v: z.literal(1),
  backend: z.string(),
  ciphertext: z.string(),
  createdAt: z.number(),
})

/** Persisted: add freely; rename or remove only with a migration. */
const storedWorkspace = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** Empty for a database that was found without a record. The first key that opens it sets the address. */
  baseUrl: z.string(),
  databaseName: z.string().min(1),
  isTest: z.boolean(),
  /** A hash of key and base URL with this file's salt: it identifies the workspace and does not reveal the key. Empty until it gets a key. */
  fingerprint: z.string(),
  /** A hash of the same with its own salt. The database stores it too. */
  keyPrint: z.string().refine(isKeyPrint).optional(),
  /** Null while the key is in memory only. A damaged value is kept, and the user is asked for the key: the workspace survives. */
  sealedKey: z.unknown(),
})
const storedState = z.object({
  v: z.literal(1),
  salt: z.string(),
  currentId: z.string().nullable(),
  workspaces: z.array(storedWorkspace),
})

export type StoredWorkspace = z.infer<typeof storedWorkspace>
export type WorkspaceState = z.infer<typeof storedState>

export const WORKSPACES_FORMAT: StateFormat = { version: 1, isValid: (state) => storedState.safeParse(state).success }

export function readWorkspaceState(file: StateFile): WorkspaceState {
  const read = storedState.safeParse(file.read())
  if (read.success) return read.data
  return { v: 1, salt: randomBytes(32).toString('base64'), currentId: null, workspaces: [] }
}

/** Null when there is no key, or when it is damaged or of another version. */
export function sealedKeyOf(stored: Pick<StoredWorkspace, 'sealedKey'>): SealedKey | null {
  const read = sealedKey.safeParse(stored.sealedKey)
  return read.success ? read.data : null
}
