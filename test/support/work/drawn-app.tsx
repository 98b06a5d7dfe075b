import { countRenders, resetRenders } from './renders.ts'
import { countRequests, isDatabaseBusy, resetRequests } from './database-requests.ts'
import { countQueryRuns, resetQueryRuns } from './live-queries.ts'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { vi } from 'vitest'
import { bindKeys } from '../../../src/commands/keys/bind-keys.ts'
import { makeLiveWorkspaces } from '../../../src/live/live-workspaces.ts'
import { openWorkspace, type RunningWorkspace } from '../../../src/open-workspace.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'
import { resetView } from '../../../src/view/workspace-view.ts'
import { WorkspaceScreen } from '../../../src/workspace-screen.tsx'
import { WorkspaceProvider } from '../../../src/workspace.tsx'
import { DATA_KEY } from '../data-key.ts'
import type { FakeBridge } from '../fake-bridge.ts'
import { countBridge, type Crossed } from './counted-bridge.ts'
import { layOutPage } from './laid-out-page.ts'
import { countOpened } from './opened-rows.ts'

type Counts = ReadonlyMap<string, number>

/** What the app did between two moments. */
export type Work = Crossed & {
  /** Renders, by component. */
  readonly renders: Counts
  /** Runs of live queries, by the start of their source. */
  readonly queries: Counts
  /** Sealed parts opened, by table. */
  readonly opened: Counts
  readonly transactions: number
  readonly reads: number
  readonly writes: number
}

/** The window of one workspace. */
export type DrawnApp = {
  readonly open: RunningWorkspace
  /** Presses a key where the focus is. */
  readonly press: (key: string, modifiers?: KeyboardEventInit) => void
  /** What the app does for an act and everything that follows within `ms` of virtual time. */
  readonly workOf: (act: () => void, ms: number) => Promise<Work>
  /** Resolves when the list counts as ordered, and one page is read at a time: a quiet day. */
  readonly settle: () => Promise<void>
  /** Resolves right after a poll of the first page, so that no other one is near. */
  readonly afterPoll: () => Promise<void>
  /** What the app did from its start until now. */
  readonly startWork: () => Work
  readonly close: () => Promise<void>
}

/** Turns of the event loop without work after which the app is quiet. The in-memory database takes a few for each transaction. */
const QUIET_TURNS = 25
const STEP_MS = 50
/** Longer than sync needs to trust the order of the list. */
const SETTLING_MS = 6 * 60_000
/** A condition that is not met by then never will be: ms of virtual time, and turns of the event loop. */
const LIMIT_MS = 60_000
const MAX_TURNS = 20_000

/**
 * Draws the real window of one workspace: its database in memory, its engines, its keys and its panes in a document without a screen. Time
 * is virtual, so that what follows a key a second later is counted too. The profile must have the workspace's conversations.
 */
export async function drawApp(server: FakeBridge, databaseName: string): Promise<DrawnApp> {
  layOutPage()
  // Sync varies its polls at random.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const counted = countBridge(server)
  const workspace: Workspace = { ...WORKSPACE, databaseName }
  const live = makeLiveWorkspaces()
  const running = openWorkspace(workspace, counted.bridge, {
    ...{ isWithoutCache: false, dataKey: DATA_KEY, protection: 'keychain', reload: () => Promise.resolve() },
    workspaces: { ...live, choose: () => {}, showAll: () => {} },
  })
  const opened = countOpened(running.db)
  const readWork = (): Work => ({
    ...{ renders: countRenders(), queries: countQueryRuns(), opened: new Map(opened) },
    ...countRequests(),
    ...counted.crossed(),
  })
  const reset = (): void => {
    for (const clear of [resetRenders, resetQueryRuns, resetRequests, counted.reset, () => opened.clear()]) clear()
  }
  reset()
  live.setKnown([workspace], {})
  live.setStage(workspace.id, { kind: 'running', running })
  running.show()
  await waitFor(() => running.status.getState().database === 'open')
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const workspaces = {
    ...{ known: [workspace], live, choose: () => {}, showAll: () => {}, add: () => {}, forget: () => {} },
    recolour: () => {},
    rename: () => server.renameWorkspace(),
  }
  flushSync(() =>
    root.render(
      <TooltipProvider>
        <WorkspaceProvider value={running}>
          <WorkspaceScreen
            workspaces={workspaces}
            onConnect={() => server.connectWorkspace()}
            deviceParts={{ bridge: counted.bridge, open: () => Promise.resolve(null), storage: localStorage }}
            onRestored={() => {}}
          />
        </WorkspaceProvider>
      </TooltipProvider>,
    ),
  )
  const unbind = bindKeys(window, () => running)
  await waitFor(() => running.catalogue.isFull())
  await quiet()
  const started = readWork()
  return {
    open: running,
    press(key, modifiers = {}) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    },
    async workOf(act, ms) {
      await quiet()
      reset()
      act()
      await pass(ms)
      return readWork()
    },
    settle: () => pass(SETTLING_MS, 5_000),
    async afterPoll() {
      counted.reset()
      await waitFor(() => counted.crossed().methods.includes('listConversations'))
      await pass(1_000)
    },
    startWork: () => started,
    async close() {
      unbind()
      flushSync(() => root.unmount())
      running.hide()
      await running.close()
      resetView()
      document.body.replaceChildren()
    },
  }
}

/** Resolves when the database has been idle for some turns, and React with it. */
async function quiet(): Promise<void> {
  let idle = 0
  for (let turn = 0; idle < QUIET_TURNS; turn += 1) {
    if (turn > MAX_TURNS) throw new Error('the database never rests')
    await new Promise((resolve) => setImmediate(resolve))
    idle = isDatabaseBusy() ? 0 : idle + 1
  }
}

async function pass(ms: number, stepMs = STEP_MS): Promise<void> {
  await quiet()
  for (let passed = 0; passed < ms; passed += stepMs) {
    await vi.advanceTimersByTimeAsync(stepMs)
    await quiet()
  }
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let passed = 0; !condition(); passed += STEP_MS) {
    if (passed > LIMIT_MS) throw new Error(`still not so: ${condition.toString()}`)
    await vi.advanceTimersByTimeAsync(STEP_MS)
    await quiet()
  }
}

const WORKSPACE = {
  id: 'w',
  name: 'Test',
  kind: 'api',
  baseUrl: 'https://api.example.com',
  key: 'session',
  isTest: false,
} as const
