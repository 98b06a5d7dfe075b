import { expect, it } from 'vitest'
import { workspaceState } from '../../../src/rail/workspace-state.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import type { LiveWorkspace } from '../../../src/workspace.tsx'

type Entry = Pick<LiveWorkspace, 'workspace' | 'state' | 'reachability'>

function entry(state: Entry['state'], failure: Failure | null = null, key: Workspace['key'] = 'sealed'): Entry {
  const workspace = { id: 'w', name: 'W', kind: 'api', baseUrl: '', databaseName: 'd', key, isTest: false } as const
  return { workspace, state, reachability: state === 'open' ? { checkedAt: 1, failure, isFirstSync: false } : null }
}

const UNREACHABLE: Failure = { kind: 'unreachable', code: 'ECONNREFUSED' }
const UNAUTHORIZED: Failure = { kind: 'unauthorized', status: 401, words: 'no' }

it.each([
  ['a workspace that works', entry('open'), null, false],
  ['one that is not started yet', entry('waiting'), 'Starting…', false],
  ['one whose data can’t be opened', entry('sealed'), 'Data can’t be opened', true],
  ['one that waits for a choice', entry('choose'), 'Data can’t be opened', true],
  ['one with a damaged database', entry('halted'), 'Database can’t be used', true],
  ['one without a key', entry('open', null, 'missing'), 'API key needed', true],
  ['one with a refused key', entry('open', UNAUTHORIZED), 'New API key needed', true],
])('workspaceState describes %s', (_, described, words, isTrouble) => {
  expect(workspaceState(described, true)).toEqual({ words, isTrouble })
})

it('workspaceState tells a server that does not respond from a machine without network', () => {
  expect(workspaceState(entry('open', UNREACHABLE), false)).toEqual({ words: 'Offline', isTrouble: false })
  const online = workspaceState(entry('open', UNREACHABLE), true)
  expect(online.words).toMatch(/server/i)
  expect(online.isTrouble).toBe(false)
})

it('workspaceState reports the first sync', () => {
  const loading = { ...entry('open'), reachability: { checkedAt: null, failure: null, isFirstSync: true } }
  expect(workspaceState(loading, true)).toEqual({ words: 'Loading conversations…', isTrouble: false })
})
