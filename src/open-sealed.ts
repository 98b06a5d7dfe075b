import Dexie from 'dexie'
import { callLater } from './db/commit-watch.ts'
import { type Database, makeDatabase } from './db/database.ts'
import { openDatabase } from './db/open-database.ts'
import type { DeviceParts } from './device-backup/parts.ts'
import { type KeySources, readKey } from './sealing/read-key.ts'
import type { Bridge, Workspace } from './shared/bridge.ts'

/** Opens the database of a workspace beside the one on screen. Null when it cannot be opened now. */
export async function openSealed(
  workspace: Pick<Workspace, 'id' | 'databaseName'>,
  keySources: KeySources,
): Promise<Database | null> {
  const reading = await readKey(workspace, keySources)
  if (reading.state !== 'open') return null
  const db = makeDatabase(workspace.databaseName, reading.key)
  return (await openDatabase(db, { list: () => indexedDB.databases(), after: callLater })) === 'open' ? db : null
}

export function makeKeySources(bridge: KeySources['bridge']): KeySources {
  return {
    bridge,
    listDatabases: () => indexedDB.databases(),
    deleteDatabase: (name) => Dexie.delete(name),
    after: callLater,
  }
}

/** What backing up and restoring need of the page. */
export function makeDeviceParts(bridge: Bridge, keySources: KeySources): DeviceParts {
  return { bridge, open: (workspace) => openSealed(workspace, keySources), storage: localStorage }
}
