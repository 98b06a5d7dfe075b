import type { Root } from 'react-dom/client'
import { carryOver } from './carry-over/carry-over.ts'
import { loadSettings } from './commands/settings.ts'
import { callLater } from './db/commit-watch.ts'
import { type Database, makeDatabase } from './db/database.ts'
import { openDatabase } from './db/open-database.ts'
import { OpeningScreen, QUIET_MS } from './frame/opening-screen.tsx'
import { type KeySources, readKey } from './sealing/read-key.ts'
import type { Bridge, Session, Workspace } from './shared/bridge.ts'
import { useView } from './view.ts'

/** Main finds old data only when it starts, so nothing can be left once all of it is stored. */
let isLeft = true

/** Stores what an earlier version left unsealed, and does nothing once all of it is stored. Draws a screen if that takes long. */
export async function takeOldData(parts: {
  readonly bridge: Bridge
  readonly session: Session
  /** Null while a workspace is on screen. */
  readonly root: Root | null
  readonly keySources: KeySources
}): Promise<Session> {
  const { bridge, session, root, keySources } = parts
  if (!isLeft) return session
  const cancelScreen = callLater(QUIET_MS, () => root?.render(<OpeningScreen waitsFor="database" isLong />))
  const carried = await carryOver({
    ...{ bridge, session, storage: localStorage },
    list: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    open: (workspace) => openSealed(workspace, keySources),
  })
  cancelScreen()
  loadSettings(localStorage)
  isLeft = carried.isLeft
  useView.setState({ isDataLeft: isLeft })
  return carried.session
}

/** Null when the database cannot be opened now. */
async function openSealed(workspace: Workspace, keySources: KeySources): Promise<Database | null> {
  const reading = await readKey(workspace, keySources)
  if (reading.state !== 'open') return null
  const db = makeDatabase(workspace.databaseName, reading.key)
  return (await openDatabase(db, { list: () => indexedDB.databases(), after: callLater })) === 'open' ? db : null
}
