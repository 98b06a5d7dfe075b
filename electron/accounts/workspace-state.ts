import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SealedKey } from './api-key.ts'
import { isKeyPrint } from './key-print.ts'
import type { StateFormat } from '../storage/state-bytes.ts'
import type { StateFile } from '../storage/state-file.ts'

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
  /** Empty for a database that was found without a record of its own: the first key that opens it says where it belongs. */
  baseUrl: z.string(),
  databaseName: z.string().min(1),
  isTest: z.boolean(),
  /** Of key and base URL, under a salt of this file: finds the same workspace again, tells nothing of the key. Empty while not known. */
  fingerprint: z.string(),
  /** The same under a salt of its own, as the database keeps it too. */
  keyPrint: z.string().refine(isKeyPrint).optional(),
  /** Null while the key lives in memory only. Any other form is kept and asks for the key again: it costs no workspace. */
  sealedKey: z.unknown(),
})
const keptState = z.object({
  v: z.literal(1),
  salt: z.string(),
  currentId: z.string().nullable(),
  workspaces: z.array(keptWorkspace),
})

export type KeptWorkspace = z.infer<typeof keptWorkspace>
export type WorkspaceState = z.infer<typeof keptState>

export const WORKSPACES_FORMAT: StateFormat = { version: 1, isValid: (state) => keptState.safeParse(state).success }

export function readWorkspaceState(file: StateFile): WorkspaceState {
  const read = keptState.safeParse(file.read())
  if (read.success) return read.data
  return { v: 1, salt: randomBytes(32).toString('base64'), currentId: null, workspaces: [] }
}

/** Null for none, and for one that is damaged or of another version. */
export function sealedKeyOf(kept: Pick<KeptWorkspace, 'sealedKey'>): SealedKey | null {
  const read = sealedKey.safeParse(kept.sealedKey)
  return read.success ? read.data : null
}
