import { describe, expect, it } from 'vitest'
import { groupProblems } from '../../../src/bulk/problem-groups.ts'
import type { Problem } from '../../../src/view/view-state.ts'

function problem(conversationId: string, name: string | null, why: string, workspaceId?: string): Problem {
  const workspace = workspaceId === undefined ? {} : { workspace: { id: workspaceId, name: `Name of ${workspaceId}` } }
  return { conversationId, name, why, ...workspace }
}

/** Each line as "workspace: name × count, why". */
function linesOf(problems: readonly Problem[], max = 10): readonly string[] {
  return groupProblems(problems, max).groups.flatMap(({ workspace, lines }) =>
    lines.map(({ name, why, count }) => `${workspace?.name ?? '–'}: ${name ?? '?'} × ${count}, ${why}`),
  )
}

describe('groupProblems', () => {
  it.each([
    ['nothing', [], []],
    [
      'one workspace',
      [problem('1', 'Ann', 'gone'), problem('2', 'Bo', 'gone')],
      ['–: Ann × 1, gone', '–: Bo × 1, gone'],
    ],
    [
      'several workspaces, in the order of their first problem',
      [problem('1', 'Ann', 'gone', 'b'), problem('2', 'Bo', 'gone', 'a'), problem('3', 'Cy', 'done', 'b')],
      ['Name of b: Ann × 1, gone', 'Name of b: Cy × 1, done', 'Name of a: Bo × 1, gone'],
    ],
    [
      'conversations without a name that share a reason',
      [
        problem('1', null, 'disk', 'a'),
        problem('2', 'Bo', 'gone', 'a'),
        problem('3', null, 'disk', 'a'),
        problem('4', null, 'gone', 'a'),
      ],
      ['Name of a: ? × 2, disk', 'Name of a: Bo × 1, gone', 'Name of a: ? × 1, gone'],
    ],
    [
      'the same reason in two workspaces',
      [problem('1', null, 'disk', 'a'), problem('1', null, 'disk', 'b')],
      ['Name of a: ? × 1, disk', 'Name of b: ? × 1, disk'],
    ],
  ] as const)('lists %s', (_, problems, lines) => {
    expect(linesOf(problems)).toEqual(lines)
  })

  it('counts the conversations beyond the limit, over all workspaces', () => {
    const problems = [
      problem('1', 'Ann', 'gone', 'a'),
      problem('2', 'Bo', 'gone', 'a'),
      problem('3', null, 'disk', 'b'),
      problem('4', null, 'disk', 'b'),
    ]
    expect(linesOf(problems, 1)).toEqual(['Name of a: Ann × 1, gone'])
    expect(groupProblems(problems, 1).hidden).toBe(3)
    expect(groupProblems(problems, 2).hidden).toBe(2)
  })
})
