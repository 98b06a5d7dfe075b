import { beforeEach, describe, expect, it } from 'vitest'
import { countPicked } from '../../../src/catalogue/picked.ts'
import { askForField } from '../../../src/view/view-field.ts'
import { listingOf } from '../../../src/catalogue/listing.ts'
import {
  openConversation,
  openSettings,
  reportUnsaved,
  searchFor,
  select,
  selectedKey,
  showListed,
  showOutbox,
  showView,
  useView,
} from '../../../src/view/view.ts'
import { actFor, changeView, resetView, viewToKeep } from '../../../src/view/workspace-view.ts'
import { hideToast, showToast } from '../../../src/view/toasts.ts'

beforeEach(() => resetView())

it('unsaved text is kept for each conversation until it is saved', () => {
  reportUnsaved('a', 'one')
  reportUnsaved('b', 'two')
  reportUnsaved('a', 'one more')
  expect(useView.getState().unsaved).toEqual({ a: 'one more', b: 'two' })
  reportUnsaved('a', null)
  expect(useView.getState().unsaved).toEqual({ b: 'two' })
})

it('a successful save calls no listener', () => {
  const before = useView.getState().unsaved
  reportUnsaved('a', null)
  expect(useView.getState().unsaved).toBe(before)
})

it('showing the same toast again makes a new one', () => {
  showToast('Too late')
  const first = useView.getState().toast
  showToast('Too late')
  expect(useView.getState().toast).not.toEqual(first)
  hideToast()
  expect(useView.getState().toast).toBe(null)
})

it('settings open at the last section, or at a given one', () => {
  openSettings('data')
  openSettings()
  expect(useView.getState()).toMatchObject({ dialog: 'settings', settingsSection: 'data' })
})

it('resetView restores the initial view', () => {
  const beginning = useView.getState()
  useView.setState({
    screen: 'outbox',
    selectedId: 'a',
    dialog: 'settings',
    storage: 'full',
    listed: listingOf({ name: 'all', channel: null }, ['a']),
  })
  showToast('Something')
  resetView()
  expect(useView.getState()).toEqual(beginning)
})

it('lostPlace keeps the index of a row that left, until another one is selected or another list is shown', () => {
  const listOf = (ids: string, channel: string | null = null) => listingOf({ name: 'inbox', channel }, [...ids])
  const lostPlace = () => useView.getState().lostPlace
  showListed(listOf('abcd'))
  select('c')
  showListed(listOf('xabcd'))
  expect(lostPlace()).toBeNull()
  showListed(listOf('xabd'))
  expect(lostPlace()).toBe(3)
  showListed(listOf('xab'))
  expect(lostPlace()).toBe(3)
  showListed(listOf('xcab'))
  expect(lostPlace()).toBeNull()
  showListed(listOf('xab'))
  select('a')
  expect(lostPlace()).toBeNull()
  showListed(listOf('xb', 'sms'))
  expect(lostPlace()).toBeNull()
})

it('a result waits until the problem before it was read or dismissed', () => {
  showToast('Couldn’t copy. Try again.', { tone: 'problem' })
  showToast('John Smith resolved', { tone: 'done' })
  expect(useView.getState().toast?.text).toBe('Couldn’t copy. Try again.')
  hideToast()
  expect(useView.getState().toast?.text).toBe('John Smith resolved')
  hideToast()
  expect(useView.getState().toast).toBe(null)
})

describe('a change of view', () => {
  const list = (name: 'inbox' | 'snoozed', ids: string) => listingOf({ name, channel: null }, [...ids])
  const selected = () => useView.getState().selectedId

  beforeEach(() => {
    showListed(list('inbox', 'abc'))
    select('b')
    showView('snoozed', null)
  })

  it('deselects a conversation that its list doesn’t hold', () => {
    showListed(list('snoozed', 'xy'))
    expect(selected()).toBeNull()
  })

  it('keeps a selection that its list holds', () => {
    showListed(list('snoozed', 'xb'))
    expect(selected()).toBe('b')
  })

  it('keeps a conversation that is opened meanwhile', () => {
    openConversation('z')
    showListed(list('snoozed', 'xy'))
    expect(selected()).toBe('z')
  })

  it('deselects even when the previous list is shown once more', () => {
    showListed(list('inbox', 'abc'))
    showListed(list('snoozed', 'xy'))
    expect(selected()).toBeNull()
  })

  it('deselects a search result that its list doesn’t hold', () => {
    showListed(list('snoozed', 'xy'))
    searchFor('ana')
    select('q')
    searchFor(null)
    showListed(list('snoozed', 'xy'))
    expect(selected()).toBeNull()
  })
})

it('opening the current view again deselects a conversation that has left its list', () => {
  showListed(listingOf({ name: 'inbox', channel: null }, ['a', 'b']))
  select('x')
  showView('inbox', null)
  expect(useView.getState().selectedId).toBeNull()
})

describe('All inboxes', () => {
  it('select makes the workspace of the row the acting one, also when both conversations have the same id', () => {
    useView.setState({ acting: 'v', selectedId: '1' })
    expect(selectedKey(useView.getState())).toBe('v/1')
    select('w/1')
    expect(useView.getState()).toMatchObject({ acting: 'w', selectedId: '1' })
    select(null)
    expect(useView.getState()).toMatchObject({ acting: 'w', selectedId: null })
  })

  it('actFor selects nothing in the other workspace, and changes nothing while one workspace is shown', () => {
    useView.setState({ acting: 'v', selectedId: '1' })
    actFor('w')
    expect(useView.getState()).toMatchObject({ acting: 'w', selectedId: null })
    resetView()
    select('1')
    actFor('w')
    expect(useView.getState()).toMatchObject({ acting: null, selectedId: '1' })
  })

  it('a list without the selected row deselects it after a change of view, though another workspace has its id', () => {
    useView.setState({
      acting: 'v',
      selectedId: '1',
      listed: listingOf({ name: 'inbox', channel: null }, ['v/1', 'w/1']),
    })
    showView('unread', null)
    showListed(listingOf({ name: 'unread', channel: null }, ['w/1']))
    expect(useView.getState()).toMatchObject({ acting: 'v', selectedId: null })
  })

  it.each([
    ['a search', () => searchFor('a')],
    ['the outbox', showOutbox],
  ])('stays with %s', (_, show) => {
    useView.setState({ acting: 'v', listed: listingOf({ name: 'inbox', channel: null }, ['v/1']) })
    show()
    expect(useView.getState().acting).toBe('v')
  })

  it('changeView restores what was on screen and keeps a running export', () => {
    const exporting = { kind: 'running', exportId: 'e', done: 1, total: 2 } as const
    useView.setState({ name: 'waiting', selectedId: '1', exporting, search: 'a' })
    const kept = viewToKeep()
    changeView(null)
    expect(useView.getState()).toMatchObject({ name: 'inbox', selectedId: null, search: null, exporting })
    changeView(kept)
    expect(useView.getState()).toMatchObject({ name: 'waiting', selectedId: '1', search: 'a', exporting })
  })
})

describe('a selection of several conversations', () => {
  const pick = (...ids: string[]): void =>
    useView.setState({ picked: { kind: 'some', ids: new Set(ids) }, anchorId: 'a' })

  it('ends when a conversation is opened, whose thread takes its place', () => {
    pick('a', 'b')
    openConversation('c')
    expect(useView.getState()).toMatchObject({ selectedId: 'c', pane: 'thread', anchorId: null })
    expect(countPicked(useView.getState().picked)).toBe(0)
  })

  it('ends when a reply to one is begun', () => {
    pick('a', 'b')
    askForField('a', 'reply')
    expect(countPicked(useView.getState().picked)).toBe(0)
  })

  it('keeps a single picked conversation, which is shown as a thread', () => {
    pick('a')
    askForField('a', 'tags')
    expect(countPicked(useView.getState().picked)).toBe(1)
  })
})
