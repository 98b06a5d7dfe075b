import { deleteOldDemos } from '../find-workspaces.ts'
import { openNotified } from '../notify/follow.ts'
import type { RunningWorkspace } from '../open-workspace.ts'
import type { Gate } from '../sealing/gate.ts'
import type { Bridge, Session, Workspace } from '../shared/bridge.ts'
import type { OpenedConversation } from '../shared/bridge-events.ts'
import { useView } from '../view/view.ts'
import { actFor, changeView, dropFromAll, viewToKeep } from '../view/workspace-view.ts'
import { INITIAL_VIEW, type KeptView } from '../view/view-state.ts'
import type { Engage } from './engage.ts'
import type { LiveWorkspaces, Stage } from './live-workspaces.ts'

/** The workspace on screen, or what is shown instead of it. */
export type Shown = {
  /** Null on first run, after signing out, and while there is a gate. */
  readonly workspace: () => RunningWorkspace | null
  readonly gate: () => Gate | null
  readonly setGate: (gate: Gate | null) => void
  /** Shows a workspace instead of the current one, which keeps running. A running workspace is shown at once. */
  readonly open: (workspace: Workspace | null) => void
  /** Shows the current workspace at the start and after signing out. All inboxes stays on screen. */
  readonly openCurrent: (workspace: Workspace | null) => void
  /** Shows a workspace that the user chose, and remembers it for the next start. */
  readonly choose: (workspaceId: string) => Promise<unknown>
  /** Shows All inboxes. */
  readonly openAll: () => void
  readonly openNotified: (opened: OpenedConversation) => void
  /** Reads the key of a workspace behind a gate again. */
  readonly tryAgain: () => Promise<void>
  /** Takes the workspace's current name and key. */
  readonly update: () => void
  /** The user signs out of a workspace. */
  readonly drop: (workspaceId: string) => void
  /** Unbinds keys and menu. */
  readonly unbind: () => void
}

export function makeShown(parts: {
  readonly live: LiveWorkspaces
  readonly engage: Engage
  /** Called when the workspace on screen is read, or can't be. */
  readonly startOthers: () => Promise<void>
  readonly bridge: Bridge
  /** Binds keys and menu to the workspace on screen; returns the function that unbinds them. */
  readonly bind: (read: () => RunningWorkspace) => () => void
  readonly draw: () => void
  /** Draws everything that the function changes in one step. */
  readonly atOnce: (change: () => void) => void
  readonly isLocking: () => boolean
  readonly session: () => Session
  readonly readSession: () => Promise<void>
}): Shown {
  const { live, engage, bridge, draw, atOnce, isLocking, session } = parts
  /** What each workspace had on screen when another one was shown. */
  const keptViews = new Map<string, KeptView>()
  /** The same for All inboxes; null before the first time. */
  let keptAll: KeptView | null = null
  let shown: RunningWorkspace | null = null
  let gate: Gate | null = null
  let unbind = (): void => {}
  /** Counts openings: an answer about the key of an earlier one is ignored. */
  let opening = 0

  function open(workspace: Workspace | null): void {
    const isAll = useView.getState().acting !== null
    if (workspace !== null && workspace.id === shown?.workspace.id && !isAll) return draw()
    opening += 1
    const next = workspace === null ? null : live.find(workspace.id)
    // In one step: the panes of one workspace must not be drawn with the view of another.
    atOnce(() => {
      leave()
      gate = workspace === null || next !== null ? null : { kind: 'reading-key', workspace }
      if (next !== null) enter(next)
      draw()
    })
    if (workspace !== null && next === null) void enterWithKey(workspace)
  }

  function leave(): void {
    keep()
    shown?.hide()
    shown = null
    unbind()
    unbind = () => {}
    changeView(null)
  }

  function keep(): void {
    if (useView.getState().acting !== null) keptAll = viewToKeep()
    else if (shown !== null && live.find(shown.workspace.id) !== null) keptViews.set(shown.workspace.id, viewToKeep())
  }

  /** Another workspace acts in All inboxes: the user has selected one of its rows. */
  function act(workspaceId: string): void {
    const next = live.find(workspaceId)
    if (next === null || workspaceId === shown?.workspace.id) return
    shown?.hide()
    shown = next
    next.show()
    draw()
  }

  // Before any workspace follows the view: the previous one must not take the new selection for its own.
  useView.subscribe(({ acting }, before) => {
    if (acting !== null && acting !== before.acting) act(acting)
  })

  // In All inboxes, a workspace whose database can't be used any more leaves the list, and must not hide the others.
  useView.subscribe(({ acting, database }) => {
    const [other] = live.inAll()
    const isHalted =
      acting !== null && database !== 'open' && live.inAll().every(({ workspace }) => workspace.id !== acting)
    if (isHalted && other !== undefined) actFor(other.workspace.id)
  })

  function enter(running: RunningWorkspace): void {
    changeView(keptViews.get(running.workspace.id) ?? null)
    shown = running
    running.show()
    unbind = parts.bind(() => shown ?? running)
  }

  /** Opens the workspace if its data can be opened, and otherwise shows why not. Then starts the other workspaces. */
  async function enterWithKey(workspace: Workspace): Promise<void> {
    const current = opening
    const stage = await engage(workspace, true)
    // Without a choice the others can't be opened either.
    if (stage.kind !== 'choose') void startOthersAfter(stage)
    if (stage.kind === 'running' && workspace.kind === 'demo') void deleteOldDemos(workspace.databaseName)
    if (current !== opening || isLocking()) return
    gate = gateOf(workspace, stage)
    if (stage.kind === 'running') enter(stage.running)
    draw()
  }

  /** The workspace on screen goes first: its list is drawn and in memory before another database is read. */
  async function startOthersAfter(stage: Stage): Promise<void> {
    if (stage.kind === 'running') await stage.running.settled
    await parts.startOthers()
  }

  return {
    workspace: () => shown,
    gate: () => gate,
    setGate(next) {
      gate = next
    },
    open,
    openCurrent(workspace) {
      if (shown === null || useView.getState().acting === null) return open(workspace)
      draw()
    },
    async choose(workspaceId) {
      const workspace = live.find(workspaceId)?.workspace
      // At once, and only then in main.
      if (workspace !== undefined) open(workspace)
      const chosen = await bridge.chooseWorkspace({ workspaceId })
      if (!chosen.ok || workspace !== undefined) return
      await parts.readSession()
      open(chosen.value)
    },
    openAll() {
      if (shown === null || useView.getState().acting !== null || live.inAll().length < 2) return
      const own = live.inAll().includes(shown) ? shown : live.inAll()[0]
      const workspace = live.find(keptAll?.acting ?? '') ?? own
      if (workspace === undefined) return
      atOnce(() => {
        keep()
        const acting = workspace.workspace.id
        // The selected conversation is one of the workspace that acted.
        changeView({ ...(keptAll ?? FIRST_ALL), acting, ...(keptAll?.acting !== acting && { selectedId: null }) })
        // Also when it was shown already: the view was reset.
        workspace.show()
        draw()
      })
    },
    openNotified(opened) {
      const workspace = session().workspaces.find(({ id }) => id === opened.workspaceId)
      if (workspace === undefined || isLocking()) return
      const isInAll = live.inAll().some((running) => running.workspace.id === workspace.id)
      if (useView.getState().acting !== null && isInAll) {
        actFor(workspace.id)
        return openNotified(opened)
      }
      open(workspace)
      openNotified(opened)
      // A workspace that is only being opened takes this as its view.
      if (live.find(workspace.id) === null) keptViews.set(workspace.id, viewToKeep())
      void bridge.chooseWorkspace({ workspaceId: workspace.id })
    },
    async tryAgain() {
      if (gate?.kind === 'choose' || gate?.kind === 'sealed') await enterWithKey(gate.workspace)
    },
    update() {
      if (shown !== null) shown = live.find(shown.workspace.id) ?? shown
    },
    drop(workspaceId) {
      keptViews.delete(workspaceId)
      const [next, ...others] = live.inAll()
      if (useView.getState().acting === null) {
        if (shown?.workspace.id === workspaceId) open(null)
      } else if (next === undefined || others.length === 0) {
        open(next?.workspace ?? null)
      } else {
        atOnce(() => dropFromAll(workspaceId, next.workspace.id))
      }
    },
    unbind: () => unbind(),
  }
}

/** What All inboxes shows the first time. */
const FIRST_ALL: Partial<KeptView> = { name: INITIAL_VIEW.name, selectedId: null }

function gateOf(workspace: Workspace, stage: Stage): Gate | null {
  if (stage.kind === 'sealed') return { kind: 'sealed', workspace, why: stage.why }
  return stage.kind === 'choose' ? { kind: 'choose', workspace } : null
}
