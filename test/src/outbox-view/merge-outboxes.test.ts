import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '../../../src/db/outbox-queries.ts'
import { mergeOutboxes, type OutboxPart } from '../../../src/outbox-view/merge-outboxes.ts'

/** "a3": the op a, written at 3. */
function entries(text: string): readonly OutboxEntry[] {
  const names = text.split(' ').filter(Boolean)
  return names.map((name) => ({ op: { id: name.slice(0, 1), createdAt: Number(name.slice(1)) } }) as OutboxEntry)
}

function part(workspaceId: string, needsUser: string, waiting = ''): OutboxPart {
  return { workspaceId, list: { needsUser: entries(needsUser), waiting: entries(waiting) } }
}

function names(placed: ReturnType<typeof mergeOutboxes>['waiting']): string {
  return placed.map(({ workspaceId, entry }) => `${workspaceId}/${entry.op.id}`).join(' ')
}

describe('mergeOutboxes', () => {
  it.each<[string, OutboxPart[], string, string]>([
    ['no workspace', [], '', ''],
    ['empty outboxes', [part('v', ''), part('w', '')], '', ''],
    ['one outbox as it is', [part('v', 'a1', 'b2 c3')], 'v/a', 'v/b v/c'],
    [
      'each group of its own, oldest first',
      [part('v', 'a5', 'b1 c9'), part('w', 'd2', 'e4')],
      'w/d v/a',
      'v/b w/e v/c',
    ],
    ['equal ids of two workspaces', [part('v', '', 'a1'), part('w', '', 'a1')], '', 'v/a w/a'],
    [
      'the queue order of a workspace whose clock was set back',
      [part('v', '', 'a9 b1'), part('w', '', 'c5')],
      '',
      'w/c v/a v/b',
    ],
  ])('merges %s', (_, parts, needsUser, waiting) => {
    const merged = mergeOutboxes(parts)
    expect([names(merged.needsUser), names(merged.waiting), merged.unread]).toEqual([needsUser, waiting, []])
  })

  it('names an outbox that can’t be read, and shows the others', () => {
    const merged = mergeOutboxes([{ workspaceId: 'v', list: null }, part('w', 'a1')])
    expect([names(merged.needsUser), merged.unread]).toEqual(['w/a', ['v']])
  })

  it('merges 10,000 ops of 8 workspaces by time', () => {
    const parts = Array.from({ length: 8 }, (_, number) => ({
      workspaceId: `${number}`,
      list: {
        needsUser: [],
        waiting: Array.from(
          { length: 1_250 },
          (_, index) => ({ op: { id: `${index}`, createdAt: index * 8 + number } }) as OutboxEntry,
        ),
      },
    }))
    const { waiting } = mergeOutboxes(parts)
    expect(waiting.map(({ entry }) => entry.op.createdAt)).toEqual(Array.from({ length: 10_000 }, (_, index) => index))
  })
})
