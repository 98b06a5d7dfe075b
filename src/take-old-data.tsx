import type { Root } from 'react-dom/client'
import { carryOver } from './carry-over/carry-over.ts'
import { loadSettings } from './commands/settings.ts'
import { callLater } from './db/commit-watch.ts'
import { OpeningScreen, QUIET_MS } from './frame/opening-screen.tsx'
import { openSealed } from './open-sealed.ts'
import type { KeySources } from './sealing/read-key.ts'
import type { Bridge, Session } from './shared/bridge.ts'
import { useView } from './view.ts'

/** Stores what an earlier version left unsealed. Draws a screen if that takes long. */
export async function takeOldData(parts: {
  readonly bridge: Bridge
  readonly session: Session
  readonly root: Root
  readonly keySources: KeySources
}): Promise<Session> {
  const { bridge, session, root, keySources } = parts
  const cancelScreen = callLater(QUIET_MS, () => root.render(<OpeningScreen waitsFor="database" isLong />))
  const carried = await carryOver({
    ...{ bridge, session, storage: localStorage },
    list: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    open: (workspace) => openSealed(workspace, keySources),
  })
  cancelScreen()
  loadSettings(localStorage)
  useView.setState({ isDataLeft: carried.isLeft })
  return carried.session
}
