import { describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/live/live-workspaces.ts'
import { makeOthersStarter } from '../../../src/live/start-others.ts'
import type { RunningWorkspace } from '../../../src/open-workspace.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'

function workspace(id: string): Workspace {
  return { id, name: id, kind: 'api', baseUrl: '', databaseName: id, key: 'sealed', isTest: false }
}

function runningStage(settled: Promise<void>): Stage {
  return { kind: 'running', running: { settled } as RunningWorkspace }
}

/** Starts workspaces as `stages` says, and records what happens. */
function setUp(known: Workspace[], stages: Record<string, () => Stage> = {}) {
  const events: string[] = []
  const current = new Map<string, Stage>()
  const starter = makeOthersStarter({
    known: () => known,
    stageOf: (id) => current.get(id) ?? { kind: 'waiting' },
    engage: async ({ id }) => {
      events.push(`start ${id}`)
      const stage = stages[id]?.() ?? runningStage(Promise.resolve())
      current.set(id, stage)
      return stage
    },
    idle: async () => void events.push('idle'),
    wait: () => Promise.resolve(),
  })
  return { events, current, starter }
}

describe('makeOthersStarter', () => {
  it('starts one workspace after the other, each after a moment without work', async () => {
    const { events, starter } = setUp([workspace('a'), workspace('b')])
    await starter.start()
    expect(events).toEqual(['idle', 'start a', 'idle', 'start b'])
  })

  it('leaves out workspaces that run', async () => {
    const { events, current, starter } = setUp([workspace('a'), workspace('b')])
    current.set('a', runningStage(Promise.resolve()))
    await starter.start()
    expect(events).toEqual(['idle', 'start b'])
  })

  it('continues after a workspace that can’t be opened, and tries it again only when asked to', async () => {
    const { events, starter } = setUp([workspace('a'), workspace('b')], {
      a: () => ({ kind: 'sealed', why: 'refused' }),
    })
    await starter.start()
    await starter.start()
    expect(events).toEqual(['idle', 'start a', 'idle', 'start b'])
    starter.again()
    await starter.start()
    expect(events.slice(4)).toEqual(['idle', 'start a'])
  })

  it('continues after a workspace whose database hangs', async () => {
    const hanging = (): Stage => runningStage(new Promise(() => {}))
    const { events, starter } = setUp([workspace('a'), workspace('b')], { a: hanging })
    await starter.start()
    expect(events).toContain('start b')
  })

  it('runs once at a time, and sees workspaces that are added meanwhile', async () => {
    const known = [workspace('a')]
    const { events, starter } = setUp(known)
    const first = starter.start()
    known.push(workspace('b'))
    await Promise.all([first, starter.start()])
    expect(events).toEqual(['idle', 'start a', 'idle', 'start b'])
  })
})
