import { beforeEach, expect, it } from 'vitest'
import { reportUnsaved, resetView, useView } from '../../src/view.ts'

beforeEach(() => resetView())

it('words that could not be saved are known until they are, each conversation’s by itself', () => {
  reportUnsaved('a', 'one')
  reportUnsaved('b', 'two')
  reportUnsaved('a', 'one more')
  expect(useView.getState().unsaved).toEqual({ a: 'one more', b: 'two' })
  reportUnsaved('a', null)
  expect(useView.getState().unsaved).toEqual({ b: 'two' })
})

it('a save that went well is no news to anybody', () => {
  const before = useView.getState().unsaved
  reportUnsaved('a', null)
  expect(useView.getState().unsaved).toBe(before)
})
