import { beforeEach, expect, it } from 'vitest'
import { makeLiveWorkspaces } from '../../../src/live/live-workspaces.ts'
import { makeShown } from '../../../src/live/shown.ts'
import { makeStatus } from '../../../src/live/status.ts'
import type { RunningWorkspace } from '../../../src/open-workspace.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'
import { useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

function workspace(id: string): Workspace {
  return { id, name: id, kind: 'api', baseUrl: '', databaseName: id, key: 'sealed', isTest: false }
}

/** A running workspace that mirrors its status in the view while it is shown, as src/live/showing.ts does. */
function running(id: string): RunningWorkspace {
  const status = makeStatus()
  status.setState({ database: 'open' })
  const subscribe = () => () => {}
  let unfollow = (): void => {}
  return {
    workspace: workspace(id),
    status,
    catalogue: { subscribe, totals: () => null },
    outboxFeed: { subscribe, counts: () => null },
    show() {
      useView.setState(status.getState())
      unfollow = status.subscribe((now) => useView.setState(now))
    },
    hide: () => unfollow(),
  } as unknown as RunningWorkspace
}

function showAll(ids: readonly string[]) {
  const live = makeLiveWorkspaces()
  const all = ids.map(running)
  live.setKnown(ids.map(workspace), {})
  for (const each of all) live.setStage(each.workspace.id, { kind: 'running', running: each })
  const shown = makeShown({
    ...{ live, bridge: new FakeBridge(), draw: () => {}, atOnce: (change: () => void) => change() },
    ...{ isLocking: () => false, bind: () => () => {}, startOthers: () => Promise.resolve() },
    engage: ({ id }) => Promise.resolve(live.stageOf(id)),
    session: () => ({ workspaces: ids.map(workspace) }) as never,
    readSession: () => Promise.resolve(),
  })
  shown.open(workspace(ids[0] ?? ''))
  shown.openAll()
  return { shown, all }
}

beforeEach(() => resetView())

it('All inboxes goes on with another workspace when the database of the acting one can’t be used, until none is left', () => {
  const { shown, all } = showAll(['v', 'w'])
  useView.setState({ selectedId: '1' })
  all[0]?.status.setState({ database: 'closed' })
  expect(shown.workspace()?.workspace.id).toBe('w')
  expect(useView.getState()).toMatchObject({ acting: 'w', selectedId: null, database: 'open' })
  all[1]?.status.setState({ database: 'closed' })
  expect(useView.getState()).toMatchObject({ acting: 'w', database: 'closed' })
})
