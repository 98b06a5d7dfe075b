import { randomUUID } from 'node:crypto'
import type { Workspace } from '../../src/shared/bridge.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** The part of the sandbox in use. */
export type RunningServer = { readonly url: string; readonly key: string; close(): Promise<void> }

export interface Demo {
  /** Starts the server at the first call; later ones find it running. */
  open(): Promise<Workspace>
  /** True when the workspace was the demo's and its server has stopped. */
  end(workspaceId: string): Promise<boolean>
}

/**
 * The demo workspace: a real API server inside the app. What it holds lives in memory and is new at each
 * start, so each start has a database of its own: an old one would speak of conversations that are gone.
 */
export function makeDemo(start: () => Promise<RunningServer>, workspaces: WorkspaceStore): Demo {
  let running: Promise<{ server: RunningServer; workspace: Workspace }> | null = null

  async function begin(): Promise<{ server: RunningServer; workspace: Workspace }> {
    const server = await start()
    const runId = randomUUID().slice(0, 8)
    const workspace: Workspace = {
      id: `demo-${runId}`,
      name: 'Demo',
      kind: 'demo',
      baseUrl: server.url,
      databaseName: `clarion-demo-${runId}`,
      key: 'session',
      isTest: true,
    }
    workspaces.addPassing(workspace, server.key)
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
