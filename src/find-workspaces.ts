import Dexie from 'dexie'
import type { After } from './db/commit-watch.ts'
import type { Database } from './db/database.ts'
import { keepOwnRecord, listUnknownDatabases, readKeyProof } from './db/own-record.ts'
import type { Bridge, KeyProof, Session, Workspace } from './shared/bridge.ts'

/** How long the search for databases may take, ms. The start then continues, and its screens report database errors. */
const TIMEOUT_MS = 5_000

/** Registers databases on this device that main doesn't know. Returns the new session; null when there were none. */
export async function adoptUnknownDatabases(bridge: Bridge, session: Session, after: After): Promise<Session | null> {
  return new Promise((resolve) => {
    const cancelTimeout = after(TIMEOUT_MS, () => resolve(null))
    void findAndAdopt(bridge, session)
      .catch(() => null)
      .then(resolve)
      .finally(cancelTimeout)
  })
}

async function findAndAdopt(bridge: Bridge, session: Session): Promise<Session | null> {
  const knownNames = session.workspaces.map(({ databaseName }) => databaseName)
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const unknown = await listUnknownDatabases(names, knownNames)
  // The user signed out of these, and the app quit before they were deleted.
  for (const { databaseName } of unknown.filter(({ isForgotten }) => isForgotten)) await Dexie.delete(databaseName)
  const found = unknown
    .filter(({ isForgotten }) => !isForgotten)
    .map(({ databaseName, record }) => ({ databaseName, record }))
  if (found.length === 0) return null
  const missing = knownNames.filter((name) => !names.includes(name))
  const adopted = await bridge.adoptDatabases({ found, missing })
  return adopted.ok ? adopted.value : null
}

/** Deletes the databases of workspaces that the user removed. One that is in use now is left for the next start. */
export async function deleteForgotten(bridge: Bridge, session: Session, after: After): Promise<void> {
  if (session.forgottenDatabases.length === 0) return
  return new Promise((resolve) => {
    const cancelTimeout = after(TIMEOUT_MS, resolve)
    void deleteAndReport(bridge, session)
      .catch(() => {})
      .then(resolve)
      .finally(cancelTimeout)
  })
}

async function deleteAndReport(bridge: Bridge, { forgottenDatabases }: Session): Promise<void> {
  const deleted = await Promise.all(
    forgottenDatabases.map((name) =>
      Dexie.delete(name).then(
        () => [name],
        () => [],
      ),
    ),
  )
  const databaseNames = deleted.flat()
  if (databaseNames.length > 0) await bridge.endForgetting({ databaseNames })
}

/** Stores in a database which workspace it belongs to. Callers don't wait for it; the next start tries again. */
export async function describeDatabase(db: Database, bridge: Bridge, workspaceId: string): Promise<void> {
  const described = await bridge.describeWorkspace({ workspaceId })
  if (described.ok && described.value !== null) await keepOwnRecord(db, described.value)
}

/** Proofs that show which of the workspaces without a key a new key belongs to. */
export async function readKeyProofs(workspaces: readonly Workspace[]): Promise<readonly KeyProof[]> {
  const proofs = workspaces
    .filter(({ key }) => key === 'missing')
    .map(({ id, databaseName }) => readKeyProof(id, databaseName).catch(() => null))
  return (await Promise.all(proofs)).filter((proof) => proof !== null)
}

/** Deletes the databases of earlier demo runs: the demo server forgets everything when the app quits. */
export async function deleteOldDemos(currentName: string): Promise<void> {
  const names = await Dexie.getDatabaseNames()
  const old = names.filter((name) => name.startsWith('clarion-demo-') && name !== currentName)
  await Promise.all(old.map((name) => Dexie.delete(name)))
}
