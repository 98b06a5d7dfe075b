import type { After } from '../db/commit-watch.ts'
import type { Bridge, Workspace } from '../shared/bridge.ts'
import type { Protection, Sealed } from '../shared/sealing.ts'

/** Why a workspace's data cannot be opened. `refused`: main gave no answer, or the old data could not be deleted. */
export type WhySealed = Sealed | 'refused'

export type KeyReading =
  /** `key`: 32 bytes as base64. */
  | { readonly state: 'open'; readonly key: string; readonly protection: Protection }
  | { readonly state: 'choose' }
  | { readonly state: 'sealed'; readonly why: WhySealed }

export type KeySources = {
  readonly bridge: Pick<Bridge, 'readDataKey'>
  readonly listDatabases: () => Promise<readonly { readonly name?: string | undefined }[]>
  readonly deleteDatabase: (name: string) => Promise<unknown>
  readonly after: After
}

/** The browser may not answer, ms. */
const TIMEOUT_MS = 5_000

/**
 * Reads the key of a workspace's data. Where the user chose to keep nothing, the database of an earlier start is deleted first. No time
 * limit for main's answer: the keychain may ask the user for a password.
 */
export async function readKey(
  { id, databaseName }: Pick<Workspace, 'id' | 'databaseName'>,
  sources: KeySources,
): Promise<KeyReading> {
  const first = await ask(id, await hasDatabase(databaseName, sources), sources)
  if (first !== 'expired') return first
  if (!(await tryDelete(databaseName, sources))) return REFUSED
  const second = await ask(id, false, sources)
  return second === 'expired' ? REFUSED : second
}

/** Deletes the database; false when it cannot be deleted now. */
export function tryDelete(
  databaseName: string,
  { deleteDatabase, after }: Pick<KeySources, 'deleteDatabase' | 'after'>,
): Promise<boolean> {
  return within(
    after,
    deleteDatabase(databaseName).then(() => true),
    false,
  )
}

const REFUSED: KeyReading = { state: 'sealed', why: 'refused' }

async function ask(workspaceId: string, hasDatabase: boolean, { bridge }: KeySources): Promise<KeyReading | 'expired'> {
  const answer = await bridge.readDataKey({ workspaceId, hasDatabase })
  if (!answer.ok) return REFUSED
  return answer.value.state === 'expired' ? 'expired' : answer.value
}

/** True when the browser does not say: a key that is created for an existing database would make its data unreadable. */
function hasDatabase(databaseName: string, { listDatabases, after }: KeySources): Promise<boolean> {
  return within(
    after,
    listDatabases().then((databases) => databases.some(({ name }) => name === databaseName)),
    true,
  )
}

/** The result, or the fallback after an error or a timeout. */
function within<T>(after: After, result: Promise<T>, fallback: T): Promise<T> {
  return new Promise((resolve) => {
    const cancelTimeout = after(TIMEOUT_MS, () => resolve(fallback))
    void result
      .catch(() => fallback)
      .then(resolve)
      .finally(cancelTimeout)
  })
}
