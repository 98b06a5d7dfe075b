import type { Root } from 'react-dom/client'
import { carryOver } from './carry-over/carry-over.ts'
import { loadSettings } from './commands/settings.ts'
import { callLater } from './db/commit-watch.ts'
import { OpeningScreen, QUIET_MS } from './frame/opening-screen.tsx'
import { loadCustomerChoices } from './follow-layout.ts'
import { openSealed } from './open-sealed.ts'
import type { KeySources } from './sealing/read-key.ts'
import type { Bridge, Session } from './shared/bridge.ts'
import { useView } from './view/view.ts'

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
  loadCustomerChoices(localStorage)
  isLeft = carried.isLeft
  useView.setState({ isDataLeft: isLeft })
  return carried.session
}
