import { openWorkspace } from '../open-workspace.ts'
import { type KeySources, readKey } from '../sealing/read-key.ts'
import type { Bridge, Workspace } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import type { WorkspaceChoice } from '../workspace.tsx'
import type { LiveWorkspaces, Stage } from './live-workspaces.ts'

export type EngagerParts = {
  readonly live: LiveWorkspaces
  readonly bridge: Bridge & BridgeEvents
  readonly keySources: KeySources
  readonly workspaces: WorkspaceChoice
  /** The first workspace that is shown is read from the server again. */
  readonly isWithoutCache: boolean
  /** False when the user signed out meanwhile, or the page is locked. */
  readonly isWanted: (workspace: Workspace) => boolean
  /** Called with a key at hand, before the database is opened. */
  readonly prepare: (isShown: boolean) => Promise<unknown>
  readonly reload: () => Promise<void>
}

export type Engage = (workspace: Workspace, isShown: boolean) => Promise<Stage>

/**
 * Returns the function that starts a workspace, if its data can be opened. Each is started once: whoever asks while it starts gets the same
 * answer, because two sets of engines must never work on one database.
 */
export function makeEngager(parts: EngagerParts): Engage {
  const { live, isWanted } = parts
  const starting = new Map<string, Promise<Stage>>()
  let isWithoutCache = parts.isWithoutCache

  async function begin(workspace: Workspace, isShown: boolean): Promise<Stage> {
    const reading = await readKey(workspace, parts.keySources)
    // There may have been no key for it before.
    if (reading.state === 'open' && isWanted(workspace)) await parts.prepare(isShown)
    if (!isWanted(workspace)) return { kind: 'waiting' }
    const stage = stageFor(workspace, reading, isWithoutCache && isShown)
    if (isShown && stage.kind === 'running') isWithoutCache = false
    live.setStage(workspace.id, stage)
    return stage
  }

  function stageFor(
    workspace: Workspace,
    reading: Awaited<ReturnType<typeof readKey>>,
    isCacheCleared: boolean,
  ): Stage {
    if (reading.state === 'choose') return { kind: 'choose' }
    if (reading.state === 'sealed') return { kind: 'sealed', why: reading.why }
    const { key: dataKey, protection } = reading
    const { bridge, workspaces, reload } = parts
    const options = { isWithoutCache: isCacheCleared, dataKey, protection, workspaces, reload }
    return { kind: 'running', running: openWorkspace(workspace, bridge, options) }
  }

  return (workspace, isShown) => {
    const present = live.stageOf(workspace.id)
    if (present.kind === 'running') return Promise.resolve(present)
    const known = starting.get(workspace.id)
    if (known !== undefined) return known
    const started = begin(workspace, isShown).finally(() => starting.delete(workspace.id))
    starting.set(workspace.id, started)
    return started
  }
}
