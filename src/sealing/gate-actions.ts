import type { Bridge, Workspace } from '../shared/bridge.ts'
import type { GateActions } from './gate.ts'
import { type KeySources, tryDelete } from './read-key.ts'

/** The actions of the screens before a workspace opens. */
export function makeGateActions(parts: {
  readonly bridge: Bridge
  readonly keySources: KeySources
  readonly unlock: GateActions['unlock']
  readonly tryAgain: () => Promise<void>
  /** The workspace on screen whose data can't be opened; null for none. */
  readonly sealed: () => Workspace | null
}): GateActions {
  const { bridge, keySources, unlock, tryAgain, sealed } = parts
  return {
    unlock,
    async choose(choice) {
      const chosen = await bridge.chooseWithoutKeychain({ choice })
      if (chosen.ok) await tryAgain()
      return chosen
    },
    tryAgain,
    restart: () => bridge.restartApp({}),
    async deleteData() {
      const workspace = sealed()
      if (workspace === null) return false
      const isDeleted = await tryDelete(workspace.databaseName, keySources)
      if (!isDeleted || !(await bridge.discardDataKey({ workspaceId: workspace.id })).ok) return false
      await tryAgain()
      return true
    },
  }
}
