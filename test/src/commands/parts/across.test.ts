import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bulkFactsOf } from '../../../../src/bulk/facts.ts'
import { listingOf } from '../../../../src/catalogue/listing.ts'
import { countPicked, pick, NONE_PICKED } from '../../../../src/catalogue/picked.ts'
import { changeTargets } from '../../../../src/commands/bulk.ts'
import { changeConversations } from '../../../../src/commands/change.ts'
import { readLastStepOf, workspacesToUndo } from '../../../../src/commands/parts/last-action.ts'
import { partsOf } from '../../../../src/commands/parts/parts.ts'
import { findCommand } from '../../../../src/commands/registry.ts'
import { readContext, runCommand } from '../../../../src/commands/run.ts'
import { snoozeTargets } from '../../../../src/commands/snooze.ts'
import { undoLast, undoSome } from '../../../../src/commands/undo.ts'
import type { Database } from '../../../../src/db/database.ts'
import { readListRows } from '../../../../src/db/list-rows.ts'
import { sendMessage } from '../../../../src/outbox/send.ts'
import { invariant } from '../../../../src/shared/failure.ts'
import { select, selectedKey, useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'
import { aConversation, aDatabase } from '../../../support/builders.ts'
import { openSeveral } from '../../../support/open-workspace.ts'

/** Two servers that use the same ids. */
const IDS = ['1', '2', '3']
const KEYS = ['a/1', 'b/1', 'a/2', 'b/2', 'a/3', 'b/3']
let dbs: { readonly a: Database; readonly b: Database }
let all: ReturnType<typeof openSeveral<'a' | 'b'>>

beforeEach(async () => {
  dbs = { a: aDatabase(), b: aDatabase() }
  all = openSeveral(dbs)
  for (const db of [dbs.a, dbs.b])
    await db.conversations.bulkAdd(
      IDS.map((id) => ({ ...aConversation({ id, customerName: `Name of ${id}`, tags: ['vip'] }), activityAt: 1 })),
    )
  for (const { catalogue } of [all.opens.a, all.opens.b]) void catalogue.begin()
  await expect.poll(() => all.merged.list('inbox', null)?.count).toBe(KEYS.length)
  resetView()
  useView.setState({ acting: 'a', listed: listingOf({ name: 'inbox', channel: null }, KEYS) })
})

afterEach(async () => {
  for (const id of ['a', 'b'] as const) {
    await all.opens[id].catalogue.stop()
    await dbs[id].delete()
  }
})

function run(id: string): void {
  const command = findCommand(id)
  invariant(command !== undefined, `${id} is a command`)
  runCommand(command, readContext(all.opens.a, { focus: null }))
}

function pickRows(...keys: readonly string[]): void {
  useView.setState({ picked: pick(NONE_PICKED, keys) })
}

/** The field of each conversation, first of a, then of b. */
async function shown(
  read: (row: { status: string; isStarred: boolean; isUnread: boolean; tags: readonly string[] }) => unknown,
) {
  const rows = await Promise.all([dbs.a, dbs.b].map((db) => readListRows(db, IDS)))
  return rows.map((of) => of.map(({ shown: row }) => row && read(row)))
}

const statuses = () => shown(({ status }) => status)
const NONE_DONE = [
  ['open', 'open', 'open'],
  ['open', 'open', 'open'],
]

function toast(): string | undefined {
  return useView.getState().toast?.text
}

/** Makes the next writes of a workspace fail, as on a full disk. */
function breakDisk(db: Database): void {
  db.journal.hook('creating', () => {
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  })
}

describe('a command on conversations of several workspaces', () => {
  it.each([
    ['resolve', 'resolved', '3 conversations resolved'],
    ['close', 'closed', '3 conversations closed'],
  ])('%s changes each in its own database, with one toast and one undo', async (id, status, words) => {
    pickRows('a/1', 'b/1', 'b/3')
    run(id)
    expect(countPicked(useView.getState().picked)).toBe(0)
    await expect.poll(toast).toBe(words)
    const done = [
      [status, 'open', 'open'],
      [status, 'open', status],
    ]
    expect(await statuses()).toEqual(done)
    expect([await dbs.a.outbox.count(), await dbs.b.outbox.count()]).toEqual([1, 2])
    await undoLast(all.opens.a)
    expect(await statuses()).toEqual(NONE_DONE)
    expect(toast()).toBe('Undone: 3 conversations are open again.')
    // It was one step in both.
    await undoLast(all.opens.a)
    expect(toast()).toBe('Nothing left to undo.')
  })

  it('hides all rows at once, moves on to the next row that stays, and returns them after undo', async () => {
    select('a/1')
    pickRows('a/1', 'b/1', 'b/2')
    run('resolve')
    expect([...useView.getState().leaving]).toEqual(['a/1', 'b/1', 'b/2'])
    expect(selectedKey(useView.getState())).toBe('a/2')
    await expect.poll(toast).toBe('3 conversations resolved')
    await undoLast(all.opens.a)
    expect([...useView.getState().leaving]).toEqual([])
  })

  it('leaves the selection alone when it is on another row', () => {
    select('a/3')
    pickRows('b/1', 'b/2')
    run('resolve')
    expect(selectedKey(useView.getState())).toBe('a/3')
  })

  it('stars all before it removes any star, and marks all as read', async () => {
    pickRows('a/1', 'b/1')
    run('star')
    await expect.poll(toast).toBe('2 conversations starred')
    const starred = () => shown(({ isStarred }) => isStarred)
    expect((await starred()).map(([first]) => first)).toEqual([true, true])
    pickRows('a/1', 'b/2')
    await expect.poll(() => all.opens.a.catalogue.isIn('starred', '1')).toBe(true)
    run('star')
    await expect.poll(starred).toEqual([
      [true, false, false],
      [true, true, false],
    ])
    pickRows('a/1', 'b/2')
    run('toggle-seen')
    await expect
      .poll(() => shown(({ isUnread }) => isUnread))
      .toEqual([
        [false, true, true],
        [true, false, true],
      ])
  })

  it('asks once about all of them, with the facts of all', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `${index < 5 ? 'a' : 'b'}/m${index}`)
    pickRows(...keys)
    run('close')
    expect(useView.getState()).toMatchObject({ dialog: 'preview', bulk: { commandId: 'close', keys } })
    expect([await dbs.a.outbox.count(), await dbs.b.outbox.count()]).toEqual([0, 0])
    expect(bulkFactsOf(all.merged, { commandId: 'reopen', keys: ['a/1', 'b/1', 'b/2'] }).already).toBe(3)
  })

  it('edits tags by name', async () => {
    expect([...all.merged.countTags(['a/1', 'b/1', 'b/2'])]).toEqual([['vip', 3]])
    pickRows('a/1', 'b/1', 'b/2')
    run('tags')
    const { bulk } = useView.getState()
    expect(bulk?.keys).toEqual(['a/1', 'b/1', 'b/2'])
    const parts = partsOf(all.opens.a, 'a', bulk?.keys ?? [])
    await changeTargets(parts, { field: 'tags', valueFor: ({ tags }) => JSON.stringify([...tags, 'new']) })
    expect(await shown(({ tags }) => tags.includes('new'))).toEqual([
      [true, false, false],
      [true, true, false],
    ])
  })

  it('snoozes, and undo ends the snooze of all', async () => {
    const parts = partsOf(all.opens.a, 'a', ['a/2', 'b/2'])
    const outcome = await snoozeTargets(parts, { until: Date.now() + 3_600_000, unlessReply: true })
    expect(outcome).toMatchObject({ changed: 2, problems: [] })
    expect([await dbs.a.flags.count(), await dbs.b.flags.count()]).toEqual([1, 1])
    await undoLast(all.opens.b)
    const snoozes = await Promise.all(
      [dbs.a, dbs.b].map(async (db) => (await readListRows(db, ['2']))[0]?.shown?.snooze),
    )
    expect(snoozes).toEqual([null, null])
  })
})

describe('a workspace that fails', () => {
  it('is named, and the others are changed', async () => {
    breakDisk(dbs.b)
    pickRows('a/1', 'a/2', 'b/1')
    run('resolve')
    await expect.poll(() => useView.getState().dialog).toBe('problems')
    expect(await statuses()).toEqual([['resolved', 'resolved', 'open'], NONE_DONE[1]])
    expect(useView.getState().problems).toEqual([
      {
        conversationId: '1',
        name: null,
        why: 'It couldn’t be saved on this device.',
        workspace: { id: 'b', name: 'Name of b' },
      },
    ])
    // Its row comes back.
    expect([...useView.getState().leaving]).toEqual(['a/1', 'a/2'])
  })

  it('is named when its data is not open, and nothing of it is changed in another workspace', async () => {
    all.state.b = 'halted'
    pickRows('b/1')
    run('close')
    await expect.poll(toast).toBe('Nothing changed. Its workspace isn’t open.')
    expect(await statuses()).toEqual(NONE_DONE)
    expect(
      readContext(all.opens.a, { focus: null, parts: partsOf(all.opens.a, 'a', ['b/1']) }).conversationIds,
    ).toEqual([])
  })

  it('is named after an undo, which takes back the others', async () => {
    pickRows('a/1', 'b/1')
    run('resolve')
    await expect.poll(toast).toBe('2 conversations resolved')
    dbs.b.journal.hook('deleting', () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    })
    await undoLast(all.opens.a)
    expect(toast()).toBe('Undone: Name of 1 is open again. Not undone in Name of b: it couldn’t be saved.')
    expect(await statuses()).toEqual([NONE_DONE[0], ['resolved', 'open', 'open']])
  })
})

describe('undo in All inboxes', () => {
  const set = (db: Database, id: string) =>
    changeConversations(db, { field: 'status', conversationIds: [id], valueFor: 'closed' })

  it('takes back the last change in any workspace, and opens its conversation', async () => {
    await set(dbs.b, '2')
    select('a/3')
    await undoLast(all.opens.a)
    expect(await statuses()).toEqual(NONE_DONE)
    expect(selectedKey(useView.getState())).toBe('b/2')
  })

  it('takes back a message of another workspace that is newer than every change', async () => {
    await set(dbs.a, '1')
    await dbs.a.journal.toCollection().modify({ doneAt: 1 })
    await sendMessage(dbs.b, { conversationId: '2', content: 'Hello' })
    const held = await dbs.b.outbox.toCollection().first()
    await undoLast(all.opens.a)
    expect(useView.getState()).toMatchObject({
      acting: 'b',
      selectedId: '2',
      takingBack: { opId: held?.id, conversationId: '2' },
    })
  })

  it('of one workspace takes back only its part while that is shown alone', async () => {
    pickRows('a/1', 'b/1')
    run('close')
    await expect.poll(toast).toBe('2 conversations closed')
    useView.setState({ acting: null })
    await undoLast(all.opens.b)
    expect(await statuses()).toEqual([['closed', 'open', 'open'], NONE_DONE[1]])
    useView.setState({ acting: 'b' })
    await undoLast(all.opens.b)
    expect(await statuses()).toEqual(NONE_DONE)
  })

  it('of some takes back those, each in its workspace', async () => {
    pickRows('a/1', 'b/1', 'b/2')
    run('close')
    await expect.poll(toast).toBe('3 conversations closed')
    const step = await readLastStepOf(workspacesToUndo(all.opens.a), 10, 'gone')
    invariant(step !== null, 'it was noted')
    expect(step.parts.map(({ workspace, changes }) => [workspace.workspace.id, changes.rows.length])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
    await undoSome([all.opens.b], step, (id) => new Set(id === 'b' ? ['1'] : []))
    expect(await statuses()).toEqual([
      ['closed', 'open', 'open'],
      ['open', 'closed', 'open'],
    ])
    await undoLast(all.opens.a)
    expect(await statuses()).toEqual(NONE_DONE)
  })
})
