import { describe, expect, it } from 'vitest'
import { groupByWorkspace } from '../../../src/catalogue/row-key.ts'

describe('groupByWorkspace', () => {
  it.each([
    { title: 'nothing', keys: [], groups: [] },
    { title: 'one workspace', keys: ['a/1', 'a/2'], groups: [['a', '1', '2']] },
    {
      title: 'mixed rows, in the order of the first ones',
      keys: ['b/2', 'a/1', 'b/1'],
      groups: [
        ['b', '2', '1'],
        ['a', '1'],
      ],
    },
    {
      title: 'the same id in two workspaces',
      keys: ['a/1', 'b/1'],
      groups: [
        ['a', '1'],
        ['b', '1'],
      ],
    },
    { title: 'ids with a slash', keys: ['a/x/y'], groups: [['a', 'x/y']] },
  ])('splits $title', ({ keys, groups }) => {
    expect(groupByWorkspace(keys).map(({ workspaceId, conversationIds }) => [workspaceId, ...conversationIds])).toEqual(
      groups,
    )
  })

  it('splits the same keys only once', () => {
    const keys = ['a/1', 'b/1']
    expect(groupByWorkspace(keys)).toBe(groupByWorkspace(keys))
  })
})
