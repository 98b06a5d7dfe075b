import { expect, it } from 'vitest'
import { countWaiting } from '../../../src/live/waiting.ts'
import type { Workspace } from '../../../src/shared/bridge.ts'

function entry(kind: Workspace['kind'], waiting: number | null) {
  const workspace = { id: 'w', name: 'W', kind, baseUrl: '', databaseName: 'd', key: 'sealed', isTest: false } as const
  return { workspace, waiting }
}

it.each([
  ['nothing without workspaces', [], 0],
  ['the sum of all workspaces', [entry('api', 2), entry('api', 3)], 5],
  ['only what is known', [entry('api', 2), entry('api', null)], 2],
  ['not the demo beside a real workspace', [entry('api', 2), entry('demo', 40)], 2],
  ['the demo alone', [entry('demo', 40)], 40],
])('countWaiting gives %s', (_, listed, expected) => {
  expect(countWaiting(listed)).toBe(expected)
})
