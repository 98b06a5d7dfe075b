import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { listDraftVersions } from '../../../src/db/draft-queries.ts'
import { readDraft } from '../../../src/db/queries.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { aDatabase } from '../../support/builders.ts'

let db: Database
beforeEach(() => {
  db = aDatabase()
})
afterEach(() => db.delete())

const versionsOf = async (id: string): Promise<string[]> =>
  (await listDraftVersions(db, id)).map((version) => version.text)

describe('saving a draft', () => {
  it('keeps the words that are gone together with those in their place', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'New', caret: 3, earlier: ['Older words', 'Old words'] })
    expect((await readDraft(db, 'c1'))?.text).toBe('New')
    expect(await versionsOf('c1')).toEqual(['Old words', 'Older words'])
    expect(await versionsOf('c2')).toEqual([])
  })

  it('keeps them also when nothing is left, and an empty draft is none', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'Some words', caret: 0 })
    await saveDraft(db, { conversationId: 'c1', text: '', caret: 0, earlier: ['Some words'] })
    expect(await readDraft(db, 'c1')).toBeUndefined()
    expect(await versionsOf('c1')).toEqual(['Some words'])
  })

  it('does neither when it cannot do both', async () => {
    await saveDraft(db, { conversationId: 'c1', text: 'Some words', caret: 0 })
    db.draftVersions.hook('creating', () => {
      throw new Error('disk full')
    })
    await expect(saveDraft(db, { conversationId: 'c1', text: '', caret: 0, earlier: ['Some words'] })).rejects.toThrow()
    expect((await readDraft(db, 'c1'))?.text).toBe('Some words')
  })
})
