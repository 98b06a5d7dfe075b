import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { listDraftVersions } from '../../../src/db/draft-queries.ts'
import { readDraft } from '../../../src/db/queries.ts'
import { discardOp } from '../../../src/outbox/intents.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

const versionsOf = async (id: string): Promise<string[]> =>
  (await listDraftVersions(db, id)).map((version) => version.text)

describe('draft versions', () => {
  it('saveDraft stores the replaced texts together with the new one', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'New', caret: 3, earlier: ['Older words', 'Old words'] })
    expect((await readDraft(db, 'c1'))?.text).toBe('New')
    expect(await versionsOf('c1')).toEqual(['Old words', 'Older words'])
    expect(await versionsOf('c2')).toEqual([])
  })

  it('saveDraft stores them also when the new text is empty, and then deletes the draft', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'Some words', caret: 0 })
    await saveDraft(db, { conversationId: 'c1', text: '', caret: 0, earlier: ['Some words'] })
    expect(await readDraft(db, 'c1')).toBeUndefined()
    expect(await versionsOf('c1')).toEqual(['Some words'])
  })

  it('sendMessage deletes the versions that the sent text contains, and no others', async () => {
    await saveDraft(db, {
      conversationId: 'c1',
      text: 'Hello Ana, all done',
      caret: 0,
      earlier: ['Some other words', 'Hello Ana'],
    })
    await sendMessage(db, { conversationId: 'c1', content: 'Hello Ana, all done' })
    expect(await versionsOf('c1')).toEqual(['Some other words'])
    await sendMessage(db, { conversationId: 'c1', content: 'Some other words' })
    expect(await db.draftVersions.count()).toBe(0)
  })

  it('discardOp adds the discarded text', async () => {
    await sendMessage(db, { conversationId: 'c1', content: 'Never mind' })
    const op = await db.outbox.toCollection().first()
    await discardOp(db, { opId: op?.id ?? '' })
    expect(await db.outbox.count()).toBe(0)
    expect(await versionsOf('c1')).toEqual(['Never mind'])
  })

  it('saveDraft changes nothing when one of its writes fails', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'Some words', caret: 0 })
    db.draftVersions.hook('creating', () => {
      throw new Error('disk full')
    })
    await expect(saveDraft(db, { conversationId: 'c1', text: '', caret: 0, earlier: ['Some words'] })).rejects.toThrow()
    expect((await readDraft(db, 'c1'))?.text).toBe('Some words')
  })
})
