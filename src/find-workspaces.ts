import Dexie from 'dexie'
import type { After } from './db/commit-watch.ts'
import type { Database } from './db/database.ts'
import { keepOwnRecord, listUnknownDatabases, readKeyProof } from './db/own-record.ts'
import type { Bridge, KeyProof, Session, Workspace } from './shared/bridge.ts'

/** For a browser that does not answer, ms: the start goes on without, and its screens say what is wrong with the database. */
const LIMIT_MS = 5_000

/** Has main take in the databases on this device that it does not know. Gives the session as it then is; null when there were none. */
export async function adoptUnknownDatabases(bridge: Bridge, session: Session, after: After): Promise<Session | null> {
  return new Promise((resolve) => {
    const callOff = after(LIMIT_MS, () => resolve(null))
    void findAndTakeIn(bridge, session)
      .catch(() => null)
      .then(resolve)
      .finally(callOff)
  })
}

async function findAndTakeIn(bridge: Bridge, session: Session): Promise<Session | null> {
  const knownNames = session.workspaces.map(({ databaseName }) => databaseName)
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const strays = await listUnknownDatabases(names, knownNames)
  // The user has signed out of these, and the app ended before they were gone.
  for (const { databaseName } of strays.filter((stray) => stray.isForgotten)) await Dexie.delete(databaseName)
  const found = strays
    .filter((stray) => !stray.isForgotten)
    .map(({ databaseName, record }) => ({ databaseName, record }))
  if (found.length === 0) return null
  const missing = knownNames.filter((name) => !names.includes(name))
  const taken = await bridge.adoptDatabases({ found, missing })
  return taken.ok ? taken.value : null
}

/** Keeps in a database whose it is. Tried again at the next start, and the work does not wait for it. */
export async function describeDatabase(db: Database, bridge: Bridge, workspaceId: string): Promise<void> {
  const told = await bridge.describeWorkspace({ workspaceId })
  if (told.ok && told.value !== null) await keepOwnRecord(db, told.value)
}

/** How a key may show which of the workspaces without a key it opens. */
export async function readKeyProofs(workspaces: readonly Workspace[]): Promise<readonly KeyProof[]> {
  const proofs = workspaces
    .filter(({ key }) => key === 'missing')
    .map(({ id, databaseName }) => readKeyProof(id, databaseName).catch(() => null))
  return (await Promise.all(proofs)).filter((proof) => proof !== null)
}
