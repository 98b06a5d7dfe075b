import type { ListCatalogue } from '../catalogue/live-catalogue.ts'
import { countingOf } from '../catalogue/counting.ts'
import { makeMergedCatalogue } from '../catalogue/merged-catalogue.ts'
import type { RunningWorkspace } from '../open-workspace.ts'
import { makeSearchAll, type SearchAll } from '../search/all/search-all.ts'
import type { WhySealed } from '../sealing/read-key.ts'
import type { Workspace } from '../shared/bridge.ts'
import { downloadOf } from '../words/failure.ts'
import { isOffline } from '../words/use-is-offline.ts'
import type { LiveWorkspace, LiveWorkspaceList } from '../workspace.tsx'
import type { Colours } from './colours.ts'
import { countWaiting } from './waiting.ts'

/** Where a workspace of this device is between "known" and "running". */
export type Stage =
  | { readonly kind: 'waiting' }
  /** The user must first choose how the data of this device is kept. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'sealed'; readonly why: WhySealed }
  | { readonly kind: 'running'; readonly running: RunningWorkspace }

/** All workspaces of this device and what runs for each. */
export type LiveWorkspaces = Omit<LiveWorkspaceList, 'find'> & {
  readonly stageOf: (workspaceId: string) => Stage
  readonly find: (workspaceId: string) => RunningWorkspace | null
  /** Those that All inboxes shows. */
  readonly inAll: () => readonly RunningWorkspace[]
  readonly running: () => readonly RunningWorkspace[]
  /** Sets the known workspaces, with their current names and keys. Returns those that were running and are no longer known. */
  readonly setKnown: (known: readonly Workspace[], colours: Colours) => void
  readonly setStage: (workspaceId: string, stage: Stage) => void
  /** Ends what runs for a workspace; resolves when its database is closed. */
  readonly close: (workspaceId: string) => Promise<void>
  readonly closeAll: () => Promise<void>
  /** The number on the app's icon. */
  readonly waiting: () => number
  /** The conversations of all workspaces that All inboxes shows, by row key. */
  readonly merged: ListCatalogue
  /** Their searches, as one. */
  readonly searchAll: SearchAll
}

const WAITING: Stage = { kind: 'waiting' }

export function makeLiveWorkspaces(): LiveWorkspaces {
  const stages = new Map<string, Stage>()
  const unfollow = new Map<string, () => void>()
  const listeners = new Set<() => void>()
  /** Of the merged catalogue. */
  const rowListeners = new Set<() => void>()
  let known: readonly Workspace[] = []
  let colours: Colours = {}
  let listed: readonly LiveWorkspace[] = []

  function stageOf(workspaceId: string): Stage {
    return stages.get(workspaceId) ?? WAITING
  }

  /** Many changes leave the list as it was: a catalogue reports every row. */
  function update(): void {
    const next = known.map((workspace) => {
      const before = listed.find((entry) => entry.workspace.id === workspace.id)
      return describe(workspace, stageOf(workspace.id), {
        colour: colours[workspace.id] ?? 0,
        before: before?.waiting ?? null,
      })
    })
    const isSame = next.length === listed.length && next.every((entry, index) => isSameEntry(entry, listed[index]))
    if (isSame) return
    listed = next
    for (const listener of listeners) listener()
  }

  function updateAll(): void {
    update()
    for (const listener of rowListeners) listener()
  }

  function follow({ status, catalogue, outboxFeed }: RunningWorkspace): () => void {
    const stops = [status.subscribe(updateAll), catalogue.subscribe(updateAll), outboxFeed.subscribe(update)]
    return () => stops.forEach((stop) => stop())
  }

  function setStage(workspaceId: string, stage: Stage): void {
    unfollow.get(workspaceId)?.()
    unfollow.delete(workspaceId)
    stages.set(workspaceId, stage)
    if (stage.kind === 'running') unfollow.set(workspaceId, follow(stage.running))
    updateAll()
  }

  function find(workspaceId: string): RunningWorkspace | null {
    const stage = stageOf(workspaceId)
    return stage.kind === 'running' ? stage.running : null
  }

  async function close(workspaceId: string): Promise<void> {
    const running = find(workspaceId)
    setStage(workspaceId, WAITING)
    running?.hide()
    await running?.close()
  }

  /** The demo's customers are no customers, so they are never mixed with others. */
  function inAll(): readonly RunningWorkspace[] {
    return known.flatMap(({ id, kind }) => {
      const running = kind === 'api' ? find(id) : null
      return running?.status.getState().database === 'open' ? [running] : []
    })
  }

  const merged = makeMergedCatalogue(
    () => inAll().map(({ workspace, catalogue }) => ({ workspaceId: workspace.id, catalogue })),
    (listener) => {
      rowListeners.add(listener)
      return () => rowListeners.delete(listener)
    },
  )

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  const searchAll = makeSearchAll(
    () => inAll().map(({ workspace, search, holdSearch }) => ({ workspaceId: workspace.id, search, hold: holdSearch })),
    subscribe,
  )

  return {
    stageOf,
    find,
    inAll,
    merged,
    searchAll,
    setStage,
    close,
    running: () => [...stages.values()].flatMap((stage) => (stage.kind === 'running' ? [stage.running] : [])),
    setKnown(workspaces, newColours) {
      known = workspaces
      colours = newColours
      for (const workspace of known) {
        const running = find(workspace.id)
        if (running !== null && running.workspace !== workspace)
          stages.set(workspace.id, { kind: 'running', running: { ...running, workspace } })
      }
      update()
    },
    async closeAll() {
      await Promise.allSettled([...stages.keys()].map(close))
    },
    list: () => listed,
    waiting: () => countWaiting(listed),
    subscribe,
  }
}

/** `before`: the number of waiting conversations that is shown so far; null for none. */
function describe(
  workspace: Workspace,
  stage: Stage,
  { colour, before }: { readonly colour: number; readonly before: number | null },
): LiveWorkspace {
  const nothing = { workspace, colour, waiting: null, needsUser: 0, toSend: 0, reachability: null }
  if (stage.kind !== 'running') return { ...nothing, state: stage.kind }
  const { status, catalogue, outboxFeed } = stage.running
  const { database, reachability } = status.getState()
  if (database === 'opening') return { ...nothing, state: 'waiting' }
  if (database !== 'open') return { ...nothing, state: 'halted' }
  const counts = outboxFeed.counts()
  const totals = catalogue.totals()
  const download = downloadOf(reachability, workspace.key, isOffline(reachability.failure, true))
  const isCounting = totals !== null && countingOf(download, totals) !== 'none'
  return {
    ...{ workspace, colour, state: 'open', reachability },
    // The badge and the rail keep the last complete number.
    waiting: isCounting ? before : (totals?.counts.waiting ?? null),
    needsUser: counts === null ? 0 : counts.asking + counts.failed,
    toSend: counts?.waiting ?? 0,
  }
}

function isSameEntry(a: LiveWorkspace, b: LiveWorkspace | undefined): boolean {
  return (
    b !== undefined &&
    a.workspace === b.workspace &&
    a.colour === b.colour &&
    a.state === b.state &&
    a.waiting === b.waiting &&
    a.needsUser === b.needsUser &&
    a.toSend === b.toSend &&
    a.reachability?.failure === b.reachability?.failure &&
    a.reachability?.isFirstSync === b.reachability?.isFirstSync &&
    a.reachability?.areThreadsRead === b.reachability?.areThreadsRead &&
    (a.reachability?.progress == null) === (b.reachability?.progress == null)
  )
}
