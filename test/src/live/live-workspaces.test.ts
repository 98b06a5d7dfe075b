import { describe, expect, it } from 'vitest'
import { makeLiveWorkspaces } from '../../../src/live/live-workspaces.ts'
import { makeStatus, reportReachability } from '../../../src/live/status.ts'
import type { RunningWorkspace } from '../../../src/open-workspace.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'

function workspace(id: string, name = id): Workspace {
  return { id, name, kind: 'api', baseUrl: '', databaseName: id, key: 'sealed', isTest: false }
}

/** A running workspace of which only the observed parts exist. */
function fakeRunning(id: string) {
  const status = makeStatus()
  const listeners = new Set<() => void>()
  const state = { waiting: 0, inbox: 0, threads: 0, asking: 0, toSend: 0, isClosed: false, isHidden: false }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const totals = () => ({ counts: { waiting: state.waiting, inbox: state.inbox }, threadsOnDevice: state.threads })
  const running = {
    workspace: workspace(id),
    status,
    catalogue: { subscribe, totals },
    outboxFeed: { subscribe, counts: () => ({ waiting: state.toSend, asking: state.asking, failed: 0 }) },
    hide: () => void (state.isHidden = true),
    close: async () => void (state.isClosed = true),
  } as unknown as RunningWorkspace
  const change = (next: Partial<typeof state>): void => {
    Object.assign(state, next)
    for (const listener of listeners) listener()
  }
  return { running, status, state, change }
}

describe('makeLiveWorkspaces', () => {
  it('lists every known workspace with its state, and each state in its own entry', () => {
    const live = makeLiveWorkspaces()
    const [a, b] = [fakeRunning('a'), fakeRunning('b')]
    live.setKnown([workspace('a'), workspace('b'), workspace('c')], { a: 0, b: 1, c: 2 })
    live.setStage('a', { kind: 'running', running: a.running })
    live.setStage('b', { kind: 'running', running: b.running })
    live.setStage('c', { kind: 'sealed', why: 'refused' })
    a.status.setState({ database: 'open' })
    b.status.setState({ database: 'unopenable' })
    a.change({ waiting: 4, asking: 1 })
    expect(live.list().map(({ state, waiting, needsUser }) => [state, waiting, needsUser])).toEqual([
      ['open', 4, 1],
      ['halted', null, 0],
      ['sealed', null, 0],
    ])
    expect(live.waiting()).toBe(4)
  })

  it('tells its listeners only of changes that the list shows', () => {
    const live = makeLiveWorkspaces()
    const a = fakeRunning('a')
    live.setKnown([workspace('a')], { a: 0 })
    live.setStage('a', { kind: 'running', running: a.running })
    a.status.setState({ database: 'open' })
    let calls = 0
    live.subscribe(() => (calls += 1))
    a.change({})
    reportReachability(a.status, { checkedAt: 1 })
    expect(calls).toBe(0)
    reportReachability(a.status, { failure: { kind: 'unreachable', code: 'ECONNREFUSED' } })
    a.change({ waiting: 1 })
    a.change({ toSend: 3 })
    expect(calls).toBe(3)
    expect(live.list()[0]?.toSend).toBe(3)
  })

  it('counts who waits only once the first sync and the open threads are read, and keeps the last number', () => {
    const live = makeLiveWorkspaces()
    const a = fakeRunning('a')
    live.setKnown([workspace('a')], { a: 0 })
    live.setStage('a', { kind: 'running', running: a.running })
    a.status.setState({ database: 'open' })
    reportReachability(a.status, { progress: { conversations: 0, isResumed: false } })
    a.change({ waiting: 7, inbox: 100 })
    expect(live.waiting()).toBe(0)
    reportReachability(a.status, { progress: null, isFirstSync: false })
    expect(live.waiting()).toBe(0)
    a.change({ waiting: 30, threads: 100 })
    expect(live.waiting()).toBe(30)
    a.change({ waiting: 12, threads: 50 })
    expect(live.waiting()).toBe(30)
  })

  it('counts what is on this device while the first sync waits for a new key', () => {
    const live = makeLiveWorkspaces()
    const a = fakeRunning('a')
    live.setKnown([workspace('a')], { a: 0 })
    live.setStage('a', { kind: 'running', running: a.running })
    a.status.setState({ database: 'open' })
    reportReachability(a.status, { progress: { conversations: 100, isResumed: false } })
    a.change({ waiting: 7, inbox: 100, threads: 100 })
    expect(live.waiting()).toBe(0)
    reportReachability(a.status, { failure: { kind: 'unauthorized', status: 401, words: 'Invalid API key' } })
    expect(live.waiting()).toBe(7)
  })

  it('closes one workspace and leaves the others running', async () => {
    const live = makeLiveWorkspaces()
    const [a, b] = [fakeRunning('a'), fakeRunning('b')]
    live.setKnown([workspace('a'), workspace('b')], {})
    live.setStage('a', { kind: 'running', running: a.running })
    live.setStage('b', { kind: 'running', running: b.running })
    await live.close('a')
    expect([a.state.isClosed, a.state.isHidden, b.state.isClosed]).toEqual([true, true, false])
    expect([live.find('a'), live.find('b')]).toEqual([null, b.running])
    await live.closeAll()
    expect(b.state.isClosed).toBe(true)
  })

  it('gives a running workspace its new name', () => {
    const live = makeLiveWorkspaces()
    const a = fakeRunning('a')
    live.setKnown([workspace('a')], {})
    live.setStage('a', { kind: 'running', running: a.running })
    live.setKnown([workspace('a', 'New name')], {})
    expect(live.find('a')?.workspace.name).toBe('New name')
    expect(live.list().map((entry) => entry.workspace.name)).toEqual(['New name'])
  })
})
