import { afterEach, beforeEach, expect, it } from 'vitest'
import { findCommand } from '../../../../src/commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../../../../src/commands/run.ts'
import type { Database } from '../../../../src/db/database.ts'
import { type Listing, listingOf } from '../../../../src/catalogue/listing.ts'
import { pick, NONE_PICKED } from '../../../../src/catalogue/picked.ts'
import { saveSearch } from '../../../../src/db/saved-searches.ts'
import { invariant } from '../../../../src/shared/failure.ts'
import { searchFor, useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'
import type { OpenWorkspace } from '../../../../src/workspace.tsx'
import { aDatabase } from '../../../support/builders.ts'
import { openForCommands, openSeveral } from '../../../support/open-workspace.ts'

const IDS = ['a', 'b', 'c']
let db: Database
let open: OpenWorkspace

beforeEach(() => {
  db = aDatabase()
  const base = openForCommands(db)
  const list = ({ text }: { text: string }) =>
    Promise.resolve(text === 'lost' ? null : { total: 3, isCut: text === 'the', ids: ['z', 'y', 'x'] })
  open = { ...base, search: { ...base.search, list } }
  resetView()
  useView.setState({ listed: listingOf({ name: 'inbox', channel: null }, IDS) })
})

afterEach(() => db.delete())

function exporting() {
  const command = findCommand('export')
  invariant(command !== undefined, 'there is such a command')
  const context = readContext(open, { focus: null })
  return { can: canRun(command, context), title: titleOf(command, context), run: () => runCommand(command, context) }
}

async function asked(): Promise<unknown> {
  exporting().run()
  await expect.poll(() => useView.getState().dialog).toBe('export')
  return useView.getState().toExport
}

it('exports the view on screen, with the view and its filters as the title', async () => {
  useView.setState({ name: 'waiting', channel: 'sms', tag: 'vip' })
  expect(exporting().title).toBe('Export view')
  expect(await asked()).toEqual({ title: 'Waiting, SMS, vip', conversationIds: IDS, isCut: false })
})

it('exports the picked conversations, if there are any', async () => {
  useView.setState({ picked: pick(NONE_PICKED, ['c', 'a']) })
  expect(exporting().title).toBe('Export selection')
  expect(await asked()).toEqual({ title: 'Selected from Inbox', conversationIds: ['c', 'a'], isCut: false })
})

it('exports all search results, not only the loaded ones', async () => {
  searchFor('john ')
  expect(await asked()).toEqual({ title: 'Search john', conversationIds: ['z', 'y', 'x'], isCut: false })
})

it('uses the name of a saved search, and says when the search was incomplete', async () => {
  await saveSearch(db, { id: '1', name: 'The lot', text: 'the' })
  searchFor('the')
  expect(await asked()).toEqual({ title: 'The lot', conversationIds: ['z', 'y', 'x'], isCut: true })
})

it('exports the list of focus mode', async () => {
  useView.setState({ run: listingOf({ name: 'unread', channel: null }, ['b']) })
  expect(await asked()).toEqual({ title: 'Unread', conversationIds: ['b'], isCut: false })
})

it('opens no dialog when the search has ended', async () => {
  searchFor('lost')
  exporting().run()
  await open.search.list({ text: 'lost', now: 0, limit: 1 })
  await Promise.resolve()
  expect(useView.getState().dialog).toBe('none')
})

const UNKNOWN_END: Listing = listingOf({ name: 'inbox', channel: null }, IDS, 9)

it.each([
  ['the list is empty', { listed: listingOf({ name: 'inbox', channel: null }, []) }],
  ['the end of the list isn’t loaded', { listed: UNKNOWN_END }],
  ['the outbox is on screen', { screen: 'outbox' as const }],
  ['another export is running', { exporting: { kind: 'running' as const, exportId: '1', done: 0, total: 1 } }],
])('can’t run while %s', (_, state) => {
  expect(exporting().can).toBe(true)
  useView.setState(state)
  expect(exporting().can).toBe(false)
})

it('stops by its own command', () => {
  const stop = findCommand('stop-export')
  invariant(stop !== undefined, 'there is such a command')
  expect(runCommand(stop, readContext(open, { focus: null }))).toBe(false)
  useView.setState({ exporting: { kind: 'running', exportId: '1', done: 0, total: 1 } })
  expect(runCommand(stop, readContext(open, { focus: null }))).toBe(true)
  expect(useView.getState().exporting).toBeNull()
})

it('exports picked conversations of one workspace from All inboxes, and says why no others', async () => {
  const { opens, state } = openSeveral({ v: db, w: db })
  open = opens.v
  const keys = ['v/a', 'w/a', 'w/b']
  useView.setState({ acting: 'v', listed: listingOf({ name: 'inbox', channel: null }, keys) })
  const why = 'A file holds conversations of one workspace. Select some of one workspace, or show that workspace.'
  const refused = () => {
    useView.setState({ toast: null })
    exporting().run()
    return [useView.getState().toast?.text, useView.getState().dialog]
  }
  expect(refused()).toEqual([why, 'none'])
  useView.setState({ picked: pick(NONE_PICKED, keys) })
  expect(refused()).toEqual([why, 'none'])
  useView.setState({ picked: pick(NONE_PICKED, ['w/a', 'w/b']) })
  state.w = 'halted'
  expect(refused()).toEqual(['Its workspace isn’t open.', 'none'])
  state.w = 'open'
  expect(await asked()).toMatchObject({ conversationIds: ['a', 'b'] })
  // The dialog exports from this workspace.
  expect(useView.getState().acting).toBe('w')
})
