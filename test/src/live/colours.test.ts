import { describe, expect, it } from 'vitest'
import { assignColours, chooseColour, keepColours } from '../../../src/live/colours.ts'
import { hueOf, WORKSPACE_HUES } from '../../../src/words/workspace-hue.ts'

describe('assignColours', () => {
  it.each([
    ['gives new workspaces the first free colours', ['a', 'b'], {}, { a: 0, b: 1 }],
    ['lets a workspace keep its colour when others come and go', ['b', 'c'], { a: 0, b: 1 }, { b: 1, c: 0 }],
    ['lets two workspaces share a colour that the user chose for both', ['a', 'b'], { a: 3, b: 3 }, { a: 3, b: 3 }],
    ['takes a stored colour that does not exist as none', ['a'], { a: 99 }, { a: 0 }],
    [
      'reuses the least used colour after the eighth workspace',
      [...'abcdefghij'],
      {},
      {
        ...{ a: 0, b: 1, c: 2, d: 3, e: 4, f: 5, g: 6, h: 7, i: 0, j: 1 },
      },
    ],
  ])('%s', (_, ids, kept, expected) => {
    expect(assignColours(ids, kept)).toEqual(expected)
  })
})

describe('keepColours', () => {
  function storeOf(text: string | null) {
    const stored = { text }
    return { stored, getItem: () => stored.text, setItem: (_: string, value: string) => void (stored.text = value) }
  }

  it.each(['', 'null', '{"a":"red"}', '[7]', '{'])('takes damaged data (%s) as none', (text) => {
    expect(keepColours(['a'], storeOf(text))).toEqual({ a: 0 })
  })

  it('stores the colours, so that they are the same at the next start', () => {
    const store = storeOf(null)
    keepColours(['a', 'b'], store)
    expect(keepColours(['b'], store)).toEqual({ b: 1 })
  })

  it('stores the colour that the user chose, also when another workspace has it', () => {
    const store = storeOf('{"a":0,"b":1}')
    expect(chooseColour(['a', 'b'], { workspaceId: 'b', colour: 0 }, store)).toEqual({ a: 0, b: 0 })
    expect(keepColours(['a', 'b', 'c'], store)).toEqual({ a: 0, b: 0, c: 1 })
  })

  it('ignores a chosen colour that does not exist', () => {
    expect(chooseColour(['a'], { workspaceId: 'a', colour: 99 }, storeOf('{"a":3}'))).toEqual({ a: 0 })
  })

  it('keeps the stored colours while no workspace is known', () => {
    const store = storeOf('{"a":4}')
    keepColours([], store)
    expect(keepColours(['a'], store)).toEqual({ a: 4 })
  })
})

it('all hues of workspaces are at least 25 degrees apart', () => {
  const sorted = WORKSPACE_HUES.toSorted((a, b) => a - b)
  const gaps = sorted.map((hue, index) =>
    index === 0 ? hue + 360 - (sorted.at(-1) ?? 0) : hue - (sorted[index - 1] ?? 0),
  )
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(25)
  expect(hueOf(99)).toBe(WORKSPACE_HUES[0])
})
