import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCommand } from '../../../../src/commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../../../../src/commands/run.ts'
import { INITIAL_SETTINGS, useCommandSettings } from '../../../../src/commands/settings.ts'
import { undoLast } from '../../../../src/commands/undo.ts'
import type { LiveCatalogue } from '../../../../src/catalogue/live-catalogue.ts'
import type { Database } from '../../../../src/db/database.ts'
import { listingOf } from '../../../../src/catalogue/listing.ts'
import { readLastStep } from '../../../../src/db/undo-journal.ts'
import { readThread } from '../../../../src/db/queries.ts'
import { sendMessage } from '../../../../src/outbox/send.ts'
import { markAllSeen, markSeen } from '../../../../src/outbox/seen.ts'
import { invariant } from '../../../../src/shared/failure.ts'
import { select, showListed, showView, useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'
import { aConversation, aDatabase } from '../../../support/builders.ts'
import { installDocument } from '../../../support/drawn-document.ts'
import { openForCommands } from '../../../support/open-workspace.ts'

let db: Database
let open: ReturnType<typeof openForCommands>
let catalogue: LiveCatalogue

beforeEach(async () => {
  db = aDatabase()
  open = openForCommands(db)
  catalogue = open.catalogue
  await db.conversations.bulkAdd(['a', 'b', 'c'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
  void catalogue.begin()
  await expect.poll(() => catalogue.list('unread', null)?.count).toBe(3)
  resetView()
  useView.setState({ listed: listingOf({ name: 'inbox', channel: null }, ['a', 'b', 'c']) })
  select('a')
})

afterEach(async () => {
  useCommandSettings.setState(INITIAL_SETTINGS, true)
  await catalogue.stop()
  await db.delete()
})

function command(id: string) {
  const found = findCommand(id)
  invariant(found !== undefined, `${id} is a command`)
  return found
}

/** Runs a command on the selection or on other conversations, and waits for its undo step. */
async function run(id: string, conversationIds?: readonly string[]): Promise<void> {
  const reading = readLastStep(db)
  const from = { focus: null, ...(conversationIds !== undefined && { conversationIds }) }
  expect(runCommand(command(id), readContext(open, from))).toBe(true)
  const before = (await reading)?.stepId
  await expect.poll(async () => (await readLastStep(db))?.stepId).not.toBe(before)
}

async function statusOf(id: string): Promise<string | undefined> {
  return (await readThread(db, id))?.conversation.status
}

async function isUnread(id: string): Promise<boolean | undefined> {
  return (await readThread(db, id))?.conversation.isUnread
}

describe('a finished conversation', () => {
  it('is left for the next one before the database responds', async () => {
    const done = run('resolve')
    expect(useView.getState().selectedId).toBe('b')
    await done
  })

  it.each([
    ['resolve', 'resolved'],
    ['close', 'closed'],
  ])('is, after %s, %s, and open again after undo, which opens it', async (id, status) => {
    await run(id)
    expect(await statusOf('a')).toBe(status)
    await undoLast(open)
    expect(await statusOf('a')).toBe('open')
    expect(useView.getState().selectedId).toBe('a')
  })

  it('is left for the previous one when set so', async () => {
    useCommandSettings.setState({ advance: 'previous' })
    select('c')
    await run('resolve')
    expect(useView.getState().selectedId).toBe('b')
  })

  it('is left even in a view that still lists it', async () => {
    showView('all', null)
    showListed(listingOf({ name: 'all', channel: null }, ['a', 'b', 'c']))
    await run('resolve')
    expect(useView.getState().selectedId).toBe('b')
  })

  it('doesn’t move the selection when the command came from another row’s menu', async () => {
    await run('resolve', ['c'])
    expect(useView.getState().selectedId).toBe('a')
    expect(await statusOf('c')).toBe('resolved')
  })

  it('ignores a command that would change nothing', async () => {
    await run('resolve')
    const done = await readLastStep(db)
    const again = readContext(open, { focus: null, conversationIds: ['a'] })
    expect(await command('resolve').run(again)).toMatchObject({ changed: 0, problems: [], undo: null })
    expect(await db.outbox.count()).toBe(1)
    expect(await readLastStep(db)).toEqual(done)
  })
})

describe('undo', () => {
  it('goes back step by step', async () => {
    await run('resolve')
    await run('close')
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['resolved', 'closed'])
    await undoLast(open)
    await undoLast(open)
    await undoLast(open)
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['open', 'open'])
  })

  it('undoes a bulk change in one step', async () => {
    await run('close', ['a', 'b', 'c'])
    await undoLast(open)
    expect(await Promise.all(['a', 'b', 'c'].map(statusOf))).toEqual(['open', 'open', 'open'])
  })

  it('takes back a later message first, and then the change before it', async () => {
    await run('resolve')
    await sendMessage(db, { conversationId: 'c', content: 'Too soon' })
    await undoLast(open)
    expect(useView.getState().takingBack?.conversationId).toBe('c')
    expect(await statusOf('a')).toBe('resolved')
  })
})

describe('next unread, without another unread one', () => {
  it('shows a toast instead of doing nothing', async () => {
    await markSeen(db, { conversationId: 'b', markedAt: null })
    await markSeen(db, { conversationId: 'c', markedAt: null })
    await expect.poll(() => catalogue.list('unread', null)?.count).toBe(1)
    runCommand(command('next-unread'), readContext(open, { focus: null }))
    expect(useView.getState()).toMatchObject({
      selectedId: 'a',
      toast: { text: 'No other unread conversations in this list.' },
    })
  })
})

describe('toggle-seen', () => {
  it('toggles by one key, and undo restores it', async () => {
    await run('toggle-seen')
    expect(await isUnread('a')).toBe(false)
    await run('toggle-seen')
    expect(await isUnread('a')).toBe(true)
    await undoLast(open)
    expect(await isUnread('a')).toBe(false)
  })

  it('keeps a conversation unread while it stays open, until it is opened again', async () => {
    await markAllSeen(db, ['a'])
    await run('toggle-seen')
    await markSeen(db, { conversationId: 'a', markedAt: null })
    expect(await isUnread('a')).toBe(true)
    await markAllSeen(db, ['a'])
    expect(await isUnread('a')).toBe(false)
  })

  it('marks a conversation as unread that the server calls read', async () => {
    await db.conversations.update('a', { unread: false })
    await run('toggle-seen')
    expect(await isUnread('a')).toBe(true)
  })
})

describe('available commands', () => {
  it('depend on the status of the conversation, if it is known', async () => {
    const conversation = (await readThread(db, 'a'))?.conversation ?? null
    const context = readContext(open, { focus: null, conversation })
    expect(['resolve', 'close', 'reopen'].map((id) => canRun(command(id), context))).toEqual([true, true, false])
    expect(titleOf(command('toggle-seen'), context)).toBe('Mark as read')
    expect(titleOf(command('resolve'), context)).toBe('Resolve')
  })

  it('are none for conversations when nothing is selected', () => {
    select(null)
    const context = readContext(open, { focus: null })
    expect(['resolve', 'toggle-seen', 'tags'].map((id) => canRun(command(id), context))).toEqual([false, false, false])
    expect(runCommand(command('resolve'), context)).toBe(false)
  })

  it('are none for conversations while the outbox is on screen', () => {
    useView.setState({ screen: 'outbox' })
    expect(canRun(command('resolve'), readContext(open, { focus: null }))).toBe(false)
  })
})

describe('next unread', () => {
  it('skips read conversations', async () => {
    await markAllSeen(db, ['b'])
    await expect.poll(() => catalogue.list('unread', null)?.count).toBe(2)
    runCommand(command('next-unread'), readContext(open, { focus: null }))
    expect(useView.getState().selectedId).toBe('c')
  })
})

describe('stepping through the channels', () => {
  it('comes back to all channels in both directions', () => {
    const remove = installDocument()
    const step = (id: string) => {
      runCommand(command(id), readContext(open, { focus: null }))
      return useView.getState().channel
    }
    expect(step('next-channel')).toBe('sms')
    expect(step('previous-channel')).toBeNull()
    expect(step('previous-channel')).toBe('voice')
    expect(step('next-channel')).toBeNull()
    remove()
  })
})
