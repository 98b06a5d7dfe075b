import Dexie from 'dexie'
import { markForgotten } from './db/own-record.ts'
import { describeDatabase, readKeyProofs } from './find-workspaces.ts'
import type { LiveWorkspaces } from './live/live-workspaces.ts'
import type { Shown } from './live/shown.ts'
import type { Bridge, Session, Workspace } from './shared/bridge.ts'
import type { Result } from './shared/failure.ts'
import type { ConnectInput } from './welcome/connect-input.ts'

/** What the user does with workspaces as a whole. */
export type AccountActions = {
  readonly connect: (input: ConnectInput) => Promise<Result<Workspace>>
  readonly openDemo: () => Promise<Result<Workspace>>
  readonly rename: (workspaceId: string, name: string) => Promise<Result<Workspace>>
  /** Signs out: deletes the workspace's key and database. */
  readonly forget: (workspaceId: string) => Promise<void>
}

export function makeAccountActions(parts: {
  readonly bridge: Bridge
  readonly live: LiveWorkspaces
  readonly shown: Pick<Shown, 'open' | 'drop'>
  readonly session: () => Session
  readonly readSession: () => Promise<void>
  readonly setSession: (session: Session) => void
  readonly draw: () => void
  /** Opens the current workspace. */
  readonly begin: () => Promise<void>
}): AccountActions {
  const { bridge, live, shown, session, readSession, setSession, draw, begin } = parts

  /** Shows a workspace that was connected or got a new key. */
  async function enter(result: Promise<Result<Workspace>>): Promise<Result<Workspace>> {
    const workspace = await result
    if (!workspace.ok) return workspace
    await readSession()
    const running = live.find(workspace.value.id)
    running?.resume()
    if (running !== null) void describeDatabase(running.db, bridge, workspace.value.id)
    shown.open(workspace.value)
    return workspace
  }

  /** Without a workspace id, the key may belong to a workspace whose key is missing, which then continues. */
  async function connect(input: ConnectInput): Promise<Result<Workspace>> {
    const proofs = input.workspaceId === undefined ? await readKeyProofs(session().workspaces) : []
    return bridge.connectWorkspace({ ...input, ...(proofs.length > 0 && { proofs }) })
  }

  return {
    connect: (input) => enter(connect(input)),
    openDemo: () => enter(bridge.openDemo({})),
    async rename(workspaceId, name) {
      const renamed = await bridge.renameWorkspace({ workspaceId, name })
      if (!renamed.ok) return renamed
      await readSession()
      const running = live.find(workspaceId)
      if (running !== null) void describeDatabase(running.db, bridge, workspaceId)
      draw()
      return renamed
    },
    async forget(workspaceId) {
      const workspace = session().workspaces.find(({ id }) => id === workspaceId)
      if (workspace === undefined) return
      const result = await bridge.forgetWorkspace({ workspaceId })
      if (!result.ok) return
      void live.close(workspaceId)
      const workspaces = session().workspaces.filter(({ id }) => id !== workspaceId)
      setSession({ ...session(), workspaces })
      shown.drop(workspaceId)
      // Main has written down that this database goes. The mark is for the case that its file is lost too.
      await markForgotten(workspace.databaseName, true)
      await Dexie.delete(workspace.databaseName)
      await begin()
    },
  }
}
