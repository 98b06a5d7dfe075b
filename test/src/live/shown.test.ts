import { beforeEach, describe, expect, it } from 'vitest'
import { listingOf } from '../../../src/catalogue/listing.ts'
import { idsPicked, pick, pickAll, NONE_PICKED } from '../../../src/catalogue/picked.ts'
import { makeLiveWorkspaces } from '../../../src/live/live-workspaces.ts'
import { makeShown } from '../../../src/live/shown.ts'
import { makeStatus } from '../../../src/live/status.ts'
import type { RunningWorkspace } from '../../../src/open-workspace.ts'
import type { Session, Workspace } from '../../../src/shared/bridge.ts'
import { select, selectedKey, useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const KEYS = ['a/1', 'b/1', 'c/1', 'b/2', 'c/2']

function workspace(id: string): Workspace {
  return { id, name: id, kind: 'api', baseUrl: '', databaseName: id, key: 'sealed', isTest: false }
}

/** A running workspace whose list is in memory. */
function fakeRunning(id: string) {
  const status = makeStatus()
  status.setState({ database: 'open' })
  const rows = KEYS.flatMap((key) => (key.startsWith(`${id}/`) ? [key.slice(2)] : []))
  const facts = { isShown: false, isClosed: false }
  const running = {
    workspace: workspace(id),
    status,
    catalogue: {
      subscribe: () => () => {},
      isFull: () => true,
      sortedBy: (_: string, row: string) => -Number(row),
      list: () => listingOf({ name: 'inbox', channel: null }, rows),
      totals: () => null,
    },
    outboxFeed: { subscribe: () => () => {}, counts: () => null },
    show: () => void (facts.isShown = true),
    hide: () => void (facts.isShown = false),
    close: async () => void (facts.isClosed = true),
  } as unknown as RunningWorkspace
  return { running, facts }
}

/** All inboxes of these workspaces is on screen, and the first one acts. */
function showAll(...ids: readonly string[]) {
  const live = makeLiveWorkspaces()
  const of = Object.fromEntries(ids.map((id) => [id, fakeRunning(id)]))
  live.setKnown(ids.map(workspace), {})
  for (const id of ids) {
    const fake = of[id]
    if (fake !== undefined) live.setStage(id, { kind: 'running', running: fake.running })
  }
  const shown = makeShown({
    ...{ live, bridge: new FakeBridge(), draw: () => {}, atOnce: (change) => change(), isLocking: () => false },
    ...{ bind: () => () => {}, startOthers: () => Promise.resolve(), readSession: () => Promise.resolve() },
    engage: (known) => Promise.resolve(live.stageOf(known.id)),
    session: () => ({ workspaces: ids.map(workspace) }) as unknown as Session,
  })
  shown.open(workspace(ids[0] ?? ''))
  shown.openAll()
  return { live, shown, of }
}

/** As `forget` in account-actions.ts does. */
function signOut({ live, shown }: ReturnType<typeof showAll>, id: string): void {
  void live.close(id)
  live.setKnown(
    live.list().flatMap((entry) => (entry.workspace.id === id ? [] : [entry.workspace])),
    {},
  )
  shown.drop(id)
}

function keysIn({ live }: ReturnType<typeof showAll>): readonly (string | null)[] {
  const listing = live.merged.list('inbox', null)
  return Array.from({ length: listing?.count ?? 0 }, (_, index) => listing?.idAt(index) ?? null)
}

beforeEach(resetView)

describe('signing out of one workspace in All inboxes', () => {
  it('removes its rows, its picks and its selection, and leaves the others running', () => {
    const all = showAll('a', 'b', 'c')
    expect(keysIn(all)).toHaveLength(5)
    select('b/1')
    useView.setState({ picked: pick(NONE_PICKED, ['b/2', 'c/1']), anchorId: 'b/2', leaving: new Set(['b/1', 'c/2']) })
    signOut(all, 'b')
    expect(new Set(keysIn(all))).toEqual(new Set(['a/1', 'c/1', 'c/2']))
    const { acting, selectedId, picked, anchorId, leaving } = useView.getState()
    expect({ acting, selectedId, anchorId }).toEqual({ acting: 'a', selectedId: null, anchorId: null })
    expect([idsPicked(picked), [...leaving]]).toEqual([['c/1'], ['c/2']])
    expect([all.of['b']?.facts, all.of['c']?.facts.isClosed]).toEqual([{ isShown: false, isClosed: true }, false])
    expect(all.shown.workspace()?.workspace.id).toBe('a')
    // What the start does after it: All inboxes stays.
    all.shown.openCurrent(workspace('c'))
    expect(useView.getState().acting).toBe('a')
  })

  it('keeps the selection in another workspace', () => {
    const all = showAll('a', 'b', 'c')
    select('c/1')
    useView.setState({ picked: pickAll(listingOf({ name: 'inbox', channel: null }, KEYS)) })
    signOut(all, 'b')
    expect(selectedKey(useView.getState())).toBe('c/1')
    expect(idsPicked(useView.getState().picked)).toEqual(['a/1', 'c/1', 'c/2'])
  })

  it('shows the last workspace alone', () => {
    const all = showAll('a', 'b')
    select('b/1')
    signOut(all, 'b')
    expect(useView.getState()).toMatchObject({ acting: null, selectedId: null })
    expect(all.shown.workspace()?.workspace.id).toBe('a')
  })

  it('never selects its conversation in another workspace when All inboxes is shown again', () => {
    const all = showAll('a', 'b', 'c')
    select('b/1')
    all.shown.open(workspace('a'))
    signOut(all, 'b')
    expect(useView.getState().acting).toBeNull()
    all.shown.openAll()
    expect(useView.getState()).toMatchObject({ acting: 'a', selectedId: null })
  })
})

it('locking closes every workspace, and All inboxes lists nothing', async () => {
  const all = showAll('a', 'b', 'c')
  expect(all.live.running()).toHaveLength(3)
  await all.live.closeAll()
  expect(Object.values(all.of).map(({ facts }) => facts.isClosed)).toEqual([true, true, true])
  expect([all.live.running(), keysIn(all)]).toEqual([[], []])
})
