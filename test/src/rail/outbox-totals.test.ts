import { expect, it } from 'vitest'
import { outboxTotals } from '../../../src/rail/outbox-totals.ts'
import type { LiveWorkspace } from '../../../src/workspace.tsx'

type Entry = Pick<LiveWorkspace, 'workspace' | 'needsUser' | 'toSend'>

function entry(toSend: number, needsUser: number, kind: 'api' | 'demo' = 'api'): Entry {
  return { toSend, needsUser, workspace: { kind } as LiveWorkspace['workspace'] }
}

it.each<[string, Entry[], { waiting: number; needsUser: number }]>([
  ['no workspace', [], { waiting: 0, needsUser: 0 }],
  ['several', [entry(2, 1), entry(3, 0), entry(0, 4)], { waiting: 5, needsUser: 5 }],
  ['all but the demo', [entry(2, 1), entry(7, 7, 'demo')], { waiting: 2, needsUser: 1 }],
])('outboxTotals adds up %s', (_, listed, expected) => {
  expect(outboxTotals(listed)).toEqual(expected)
})
