import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPicked, NONE_PICKED, pick } from '../../../src/catalogue/picked.ts'
import { changeConversations, CHUNK } from '../../../src/commands/change.ts'
import { undoLast, undoLastSendIn, undoNamed, undoSome } from '../../../src/commands/undo.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { listStep, noteStep, readLastStep } from '../../../src/db/undo-journal.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { editOp } from '../../../src/outbox/intents.ts'
import { sendAndFinish, sendMessage } from '../../../src/outbox/send.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { select, useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { aConversation, ANY_TIME, aDatabase } from '../../support/builders.ts'
import { openForCommands } from '../../support/open-workspace.ts'
import { DATA_KEY } from '../../support/data-key.ts'

let db: Database
const IDS = ['a', 'b', 'c']

beforeEach(async () => {
  db = aDatabase()
  resetView()
  await db.conversations.bulkAdd(
    IDS.map((id) => ({ ...aConversation({ id, customerName: `Name of ${id}` }), activityAt: 1 })),
  )
})

afterEach(() => db.delete())

function set(value: string, conversationIds: readonly string[] = ['a']) {
  return changeConversations(db, { field: 'status', conversationIds, valueFor: () => value })
}

async function statuses(): Promise<readonly (string | undefined)[]> {
  return (await readListRows(db, IDS)).map(({ shown }) => shown?.status)
}

/** Sets another status on the server, after it received every op. */
async function serverSays(id: string, status: string): Promise<void> {
  await db.outbox.where('conversationId').equals(id).delete()
  await db.conversations.update(id, { status })
}

async function restart(): Promise<void> {
  db.close()
  db = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
}

function toastText(): string | undefined {
  return useView.getState().toast?.text
}

describe('undo', () => {
  it('reverts a bulk change in one write, however many the change took', async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => `m${index}`)
    await db.conversations.bulkAdd(ids.map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
    let writes = 0
    const unsubscribe = db.changes.subscribe(() => (writes += 1))
    await set('resolved', ids)
    expect(writes).toBe(3)
    await undoLast(openForCommands(db))
    unsubscribe()
    expect(writes).toBe(4)
    expect((await readListRows(db, ids)).filter(({ shown }) => shown?.status !== 'open')).toEqual([])
  })

  it('goes back step by step, also after a restart, and says when nothing is left', async () => {
    await set('resolved')
    await set('closed')
    await set('open', ['a', 'b'])
    await restart()
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['closed', 'open', 'open'])
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['resolved', 'open', 'open'])
    expect(toastText()).toBe('Undone: Name of a is resolved again.')
    await restart()
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['open', 'open', 'open'])
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Nothing left to undo.')
  })

  it('leaves a value that the server has changed since, and takes the step before it next time', async () => {
    await set('resolved', ['b'])
    await set('resolved')
    await serverSays('a', 'closed')
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Changed on the server: Name of a is now closed. Nothing was undone.')
    expect(await statuses()).toEqual(['closed', 'resolved', 'open'])
    expect(useView.getState().selectedId).toBeNull()
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['closed', 'open', 'open'])
  })

  it('reverts only unchanged conversations of a bulk change, and names the others', async () => {
    await set('closed', IDS)
    await serverSays('b', 'resolved')
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['open', 'resolved', 'open'])
    expect(toastText()).toBe('Changed on the server: Name of b is now resolved. Undone for 2 of 3.')
  })

  it('says so when the server refused the change', async () => {
    await set('closed')
    await serverSays('a', 'open')
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Name of a is already open. Nothing was undone.')
  })

  it('says so when the conversation is gone', async () => {
    await set('closed')
    await db.conversations.delete('a')
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('The conversation is no longer on this device. Nothing was undone.')
  })

  it('of part of a step keeps the rest for later', async () => {
    await set('closed', IDS)
    const step = await readLastStep(db)
    invariant(step !== undefined, 'it was noted')
    await undoSome([openForCommands(db)], step, () => new Set(['b', 'c']))
    expect(await statuses()).toEqual(['closed', 'open', 'open'])
    expect(toastText()).toBe('Undone: 2 conversations are open again.')
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['open', 'open', 'open'])
  })

  it('takes two steps when pressed twice at once', async () => {
    await set('resolved')
    await set('closed')
    await Promise.all([undoLast(openForCommands(db)), undoLast(openForCommands(db))])
    expect(await statuses()).toEqual(['open', 'open', 'open'])
  })

  it('opens the undone conversation, unless the user has selected another one', async () => {
    await set('resolved')
    select('b')
    await undoLast(openForCommands(db))
    expect(useView.getState().selectedId).toBe('a')
    await set('resolved')
    select('b')
    const undone = undoLast(openForCommands(db))
    select('c')
    await undone
    expect(await statuses()).toEqual(['open', 'open', 'open'])
    expect(useView.getState().selectedId).toBe('c')
  })

  it('opens nothing while the user picks conversations, which stay picked', async () => {
    await set('resolved')
    select('b')
    useView.setState({ picked: pick(NONE_PICKED, ['b', 'c']) })
    await undoLast(openForCommands(db))
    expect(await statuses()).toEqual(['open', 'open', 'open'])
    expect(useView.getState().selectedId).toBe('b')
    expect(countPicked(useView.getState().picked)).toBe(2)
  })

  it('opens the last undone conversation when pressed twice at once', async () => {
    await set('resolved', ['a'])
    await set('resolved', ['b'])
    select('c')
    const open = openForCommands(db)
    await Promise.all([undoLast(open), undoLast(open)])
    expect(useView.getState().selectedId).toBe('a')
  })

  it('waits for a running bulk change', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `m${index}`)
    await db.conversations.bulkAdd(many.map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
    const progress: number[] = []
    const changing = changeConversations(
      db,
      { field: 'status', conversationIds: many, valueFor: () => 'closed' },
      (done) => progress.push(done),
    )
    const undoing = undoLast(openForCommands(db))
    expect(await changing).toMatchObject({ changed: 600, problems: [] })
    await undoing
    expect(progress).toEqual([500, 600])
    expect((await readListRows(db, many)).every(({ shown }) => shown?.status === 'open')).toBe(true)
    // It was never sent, so no op is left.
    expect(await db.outbox.count()).toBe(0)
    expect(toastText()).toBe('Undone: 600 conversations are open again.')
  })
})

describe('undoNamed', () => {
  async function step(value: string, ids: readonly string[]) {
    const { undo } = await set(value, ids)
    invariant(undo !== null, 'it changed something')
    return undo
  }

  it('undoes the step that a toast names, though another one is newer', async () => {
    const first = await step('resolved', ['a'])
    await set('closed', ['b'])
    await undoNamed(openForCommands(db), first)
    expect(await statuses()).toEqual(['open', 'closed', 'open'])
    expect(useView.getState().toast).toMatchObject({
      text: 'Undone: Name of a is open again.',
      names: ['Name of a'],
      tone: 'done',
      undo: null,
    })
    expect(useView.getState().selectedId).toBe('a')
  })

  it('undoes nothing else when the step was undone before', async () => {
    const first = await step('resolved', ['a'])
    await undoLast(openForCommands(db))
    await set('closed', ['b'])
    await undoNamed(openForCommands(db), first)
    expect(await statuses()).toEqual(['open', 'closed', 'open'])
    expect(toastText()).toBe('Nothing left to undo.')
  })

  it('is a problem when the server has changed the conversation since', async () => {
    const first = await step('resolved', ['a'])
    await serverSays('a', 'closed')
    await undoNamed(openForCommands(db), first)
    expect(useView.getState().toast).toMatchObject({ tone: 'problem', names: ['Name of a'] })
  })
})

describe('after Send and resolve', () => {
  const REPLY = { conversationId: 'a', content: 'All done' }

  async function send() {
    const { step } = await sendAndFinish(db, REPLY, 'resolved')
    invariant(step !== null, 'it changed the status')
    return step
  }

  it.each(['undo', 'the toast’s Undo'])(
    '%s takes the message back while it can be, and leaves nothing to undo',
    async (way) => {
      await set('closed', ['b'])
      const step = await send()
      expect((await statuses())[0]).toBe('resolved')
      await (way === 'undo' ? undoLast(openForCommands(db)) : undoNamed(openForCommands(db), step))
      const { takingBack } = useView.getState()
      expect(takingBack).toMatchObject({ conversationId: 'a' })
      invariant(takingBack !== null, 'the composer takes it')
      await editOp(db, takingBack)
      expect(await statuses()).toEqual(['open', 'closed', 'open'])
      expect(await db.outbox.filter(({ conversationId }) => conversationId === 'a').count()).toBe(0)
      // The next undo is for the change before.
      await undoLast(openForCommands(db))
      expect(await statuses()).toEqual(['open', 'open', 'open'])
    },
  )

  it.each(['undo', 'the toast’s Undo'])('%s reverts only the status once the message is on its way', async (way) => {
    await set('closed', ['b'])
    const step = await send()
    await db.outbox
      .where('conversationId')
      .equals('a')
      .modify((op) => {
        if (op.intent.kind === 'send') Object.assign(op, { state: 'queued' })
      })
    await (way === 'undo' ? undoLast(openForCommands(db)) : undoNamed(openForCommands(db), step))
    expect(await statuses()).toEqual(['open', 'closed', 'open'])
    expect(toastText()).toBe('Undone: Name of a is open again.')
    expect(await db.outbox.filter(({ intent }) => intent.kind === 'send').count()).toBe(1)
    expect(useView.getState().takingBack).toBeNull()
  })

  it('undo takes back only that message, though another one was sent since', async () => {
    const step = await send()
    await sendMessage(db, { conversationId: 'b', content: 'Later' })
    await undoNamed(openForCommands(db), step)
    expect(useView.getState().takingBack).toMatchObject({ conversationId: 'a' })
  })

  it('there is no step for a conversation that is resolved already', async () => {
    await set('resolved', ['a'])
    expect(await sendAndFinish(db, REPLY, 'resolved')).toEqual({ problem: null, step: null })
  })
})

describe('changeConversations', () => {
  it('names the one that it changed, though it had many others before', async () => {
    const ids = Array.from({ length: CHUNK }, (_, index) => `m${index}`)
    await db.conversations.bulkAdd(ids.map((id) => ({ ...aConversation({ id, status: 'resolved' }), activityAt: 1 })))
    const outcome = await set('resolved', [...ids, 'a'])
    expect(outcome).toMatchObject({ changed: 1, example: { name: 'Name of a' } })
  })

  it('skips conversations that have the value, and reports each failure', async () => {
    await db.conversations.update('b', { status: 'closed' })
    const outcome = await changeConversations(db, {
      field: 'status',
      conversationIds: [...IDS, 'gone'],
      valueFor: ({ id }) => (id === 'c' ? { why: 'It is looked at.' } : 'closed'),
    })
    expect(outcome).toEqual({
      changed: 1,
      example: { name: 'Name of a', value: 'closed' },
      undo: { stepId: (await readLastStep(db))?.stepId, doneAt: expect.any(Number), field: 'status' },
      problems: [
        { conversationId: 'c', name: 'Name of c', why: 'It is looked at.' },
        { conversationId: 'gone', name: null, why: 'It’s no longer on this device.' },
      ],
    })
    expect(await readLastStep(db)).toMatchObject({
      changes: [{ conversationId: 'a', before: 'open', after: 'closed' }],
    })
  })

  it('stores the change and its undo entry together or not at all', async () => {
    db.outbox.hook('creating', () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    const { changed, problems } = await set('closed', IDS)
    expect([changed, problems.map(({ why }) => why)]).toEqual([
      0,
      IDS.map(() => 'It couldn’t be saved on this device.'),
    ])
    expect(await db.journal.count()).toBe(0)
  })
})

describe('the undo journal', () => {
  it('drops the oldest steps as a whole, and never the one being recorded', async () => {
    const note = (stepId: string) =>
      noteStep(
        db,
        { stepId, field: 'status', doneAt: 1, changes: [{ conversationId: 'a', before: '1', after: '2' }] },
        3,
      )
    for (const stepId of ['old', 'old', 'middle', 'new']) await note(stepId)
    expect(await db.journal.orderBy('seq').toArray()).toMatchObject([{ stepId: 'middle' }, { stepId: 'new' }])
    for (let count = 0; count < 4; count += 1) await note('new')
    expect(await listStep(db, 'new')).toHaveLength(5)
    expect(await db.journal.count()).toBe(5)
  })
})

describe('a renamed customer', () => {
  const rename = (name: string) => changeConversations(db, { field: 'name', conversationIds: ['a'], valueFor: name })

  it('is undone after a restart', async () => {
    await rename('Anna')
    await restart()
    expect((await readListRows(db, ['a']))[0]?.shown?.name).toBe('Anna')
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Undone: Anna is called Name of a again.')
    expect((await readListRows(db, ['a']))[0]?.shown?.name).toBe('Name of a')
    expect(await db.outbox.count()).toBe(0)
  })

  it('keeps the new name when there was none before, and undo says why', async () => {
    await db.conversations.put({ id: 'a', customerPhone: '+15551234567', activityAt: 1 })
    await rename('Anna')
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Anna can’t be without a name again. Nothing was undone.')
    expect((await readListRows(db, ['a']))[0]?.shown?.name).toBe('Anna')
  })

  it('keeps a name that the server has changed since', async () => {
    await rename('Anna')
    await db.outbox.clear()
    await db.conversations.update('a', { customerName: 'Hannah' })
    await undoLast(openForCommands(db))
    expect(toastText()).toBe('Changed on the server: Hannah is now called Hannah. Nothing was undone.')
  })
})

describe('undoLastSendIn', () => {
  it('moves the last message of its conversation into the draft, and opens nothing', async () => {
    await sendMessage(db, { conversationId: 'a', content: 'First' })
    await sendMessage(db, { conversationId: 'a', content: 'Second' })
    await sendMessage(db, { conversationId: 'b', content: 'Elsewhere' })
    const before = useView.getState()
    await undoLastSendIn(db, 'a')
    expect(useView.getState()).toBe(before)
    expect(await db.drafts.toArray()).toMatchObject([{ conversationId: 'a', text: 'Second' }])
    expect((await db.outbox.toArray()).map(({ intent }) => intent)).toMatchObject([
      { content: 'First' },
      { content: 'Elsewhere' },
    ])
  })

  it('leaves other conversations alone, and says that there is nothing to undo', async () => {
    await saveDraft(db, { conversationId: 'b', text: 'Begun', caret: 5 })
    await sendMessage(db, { conversationId: 'c', content: 'Elsewhere' })
    await undoLastSendIn(db, 'a')
    expect(toastText()).toBe('Nothing left to undo.')
    expect(useView.getState().selectedId).toBeNull()
    expect(await db.outbox.count()).toBe(1)
    expect(await db.drafts.toArray()).toMatchObject([{ conversationId: 'b', text: 'Begun' }])
  })

  it('says what happened to a message that has left its undo window', async () => {
    await sendMessage(db, { conversationId: 'a', content: 'First' })
    await db.outbox.toCollection().modify({ state: 'sending' })
    await sendMessage(db, { conversationId: 'b', content: 'Elsewhere' })
    await undoLastSendIn(db, 'a')
    expect(toastText()).toBe('Too late to undo: the message is being sent.')
    await db.outbox.where('conversationId').equals('a').delete()
    await db.claims.add({ messageId: 'm', opId: 'o', conversationId: 'a' })
    await undoLastSendIn(db, 'a')
    expect(toastText()).toBe('Too late to undo: the message was sent.')
  })
})
