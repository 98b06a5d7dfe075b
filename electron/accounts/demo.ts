import { randomUUID } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import { text } from '../strings/text.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** The part of the sandbox that the demo uses. */
export type RunningServer = { readonly url: string; readonly key: string; close(): Promise<void> }

export interface Demo {
  /** Starts the server at the first call. Later calls use the running one. */
  open(): Promise<Workspace>
  /** Stops the server if the workspace is the demo's, and then gives true. */
  end(workspaceId: string): Promise<boolean>
}

/**
 * The demo workspace: a real API server inside the app. Its data is in memory and new at each start, so each start gets a new
 * database: an old one would hold conversations that no longer exist.
 */
export function makeDemo(start: () => Promise<RunningServer>, workspaces: WorkspaceStore): Demo {
  let running: Promise<{ server: RunningServer; workspace: Workspace }> | null = null

  async function begin(): Promise<{ server: RunningServer; workspace: Workspace }> {
    const server = await start()
    const runId = randomUUID().slice(0, 8)
    const workspace: Workspace = {
      id: `demo-${runId}`,
      name: text('account.demo'),
      kind: 'demo',
      baseUrl: server.url,
      databaseName: `clarion-demo-${runId}`,
      key: 'session',
      isTest: true,
    }
    workspaces.addTemporary(workspace, server.key)
    return { server, workspace }
  }

  return {
    async open() {
      running ??= begin()
      try {
        const { workspace } = await running
        workspaces.choose(workspace.id)
        return workspace
      } catch (error) {
        running = null
        throw error
      }
    },
    async end(workspaceId) {
      const run = await running
      if (run?.workspace.id !== workspaceId) return false
      running = null
      workspaces.forget(workspaceId)
      await run.server.close()
      return true
    },
  }
}
