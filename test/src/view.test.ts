import { beforeEach, expect, it } from 'vitest'
import { endPassing, openSettings, reportUnsaved, resetView, say, useView } from '../../src/view.ts'

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

it('the same word in passing, said again, is another one', () => {
  say('Too late')
  const first = useView.getState().passing
  say('Too late')
  expect(useView.getState().passing).not.toEqual(first)
  endPassing()
  expect(useView.getState().passing).toBe(null)
})

it('settings open where they were left, or at a section', () => {
  openSettings('data')
  openSettings()
  expect(useView.getState()).toMatchObject({ dialog: 'settings', settingsSection: 'data' })
})

it('another workspace begins as the first one did', () => {
  const beginning = useView.getState()
  useView.setState({ screen: 'outbox', selectedId: 'a', dialog: 'settings', storage: 'full', listedIds: ['a'] })
  say('Something')
  resetView()
  expect(useView.getState()).toEqual(beginning)
})
