import type { Workspace } from '../shared/bridge.ts'
import type { Stage } from './live-workspaces.ts'

/** A workspace whose database hangs delays the next one by this, ms. */
const LIMIT_MS = 10_000

/**
 * Returns a function that starts every workspace that is not running yet, one after the other. Each waits for the previous one to be read
 * and for a moment without work, so that neither the window's start nor its use gets slower. Calls during a run change nothing: it sees
 * new workspaces by itself. A workspace that couldn't be opened is tried again by `again`.
 */
export function makeOthersStarter(parts: {
  /** The known workspaces at this moment. */
  readonly known: () => readonly Workspace[]
  readonly stageOf: (workspaceId: string) => Stage
  readonly engage: (workspace: Workspace) => Promise<Stage>
  /** Resolves when nothing else is to be done. */
  readonly idle: () => Promise<unknown>
  /** Resolves after a time, ms. */
  readonly wait: (ms: number) => Promise<unknown>
}): { readonly start: () => Promise<void>; readonly again: () => void } {
  const { known, stageOf, engage, idle, wait } = parts
  const tried = new Set<string>()
  let isRunning = false

  function next(): Workspace | undefined {
    return known().find(({ id }) => !tried.has(id) && stageOf(id).kind !== 'running')
  }

  return {
    again: () => tried.clear(),
    async start() {
      if (isRunning) return
      isRunning = true
      try {
        for (let workspace = next(); workspace !== undefined; workspace = next()) {
          tried.add(workspace.id)
          await idle()
          const stage = await engage(workspace)
          if (stage.kind === 'running') await Promise.race([stage.running.settled, wait(LIMIT_MS)])
        }
      } finally {
        isRunning = false
      }
    },
  }
}
