import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { readForms, saveForms } from '../../../src/db/kept-forms.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const NAME = 'clarion-stored-forms'
const EVE = { channel: 'sms', phone: '+15550001', email: '', name: 'Eve' } as const
let db: Database

/** The forms of a new page. */
async function newPage(): Promise<typeof import('../../../src/new-conversation/form.ts')> {
  vi.resetModules()
  return import('../../../src/new-conversation/form.ts')
}

beforeEach(() => {
  db = makeDatabase(NAME, DATA_KEY)
})

afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

it('a lock stores the forms of its workspace, and the next page has them again', async () => {
  const before = await newPage()
  const keys = [before.formKey('w'), before.formKey('w', EVE), before.formKey('v')] as const
  const [own, toEve, other] = keys
  before.keepForm(own, { ...before.readForm(own), message: 'Hello' })
  before.keepForm(toEve, { ...before.readForm(toEve, EVE), message: 'Dear Eve' })
  before.keepForm(other, { ...before.readForm(other), message: 'Of another account' })
  await before.storeForms(db, 'w')

  const after = await newPage()
  expect(after.readForm(own).message).toBe('')
  await after.restoreForms(db)
  expect(after.readForm(own).message).toBe('Hello')
  expect(after.readForm(toEve, EVE)).toMatchObject({ message: 'Dear Eve', name: 'Eve' })
  expect(after.readForm(other).message).toBe('')
  await expect.poll(() => readForms(db)).toEqual([])
})

it('stores no form without text, and replaces none that was begun anew', async () => {
  const before = await newPage()
  const key = before.formKey('w')
  before.keepForm(key, { ...before.readForm(key), channel: 'email' })
  await before.storeForms(db, 'w')
  await expect.poll(() => readForms(db)).toEqual([])

  before.keepForm(key, { ...before.readForm(key), message: 'Old' })
  await before.storeForms(db, 'w')
  const after = await newPage()
  after.keepForm(key, { ...after.readForm(key), message: 'New' })
  await after.restoreForms(db)
  expect(after.readForm(key).message).toBe('New')
})

it.each([
  [{ channel: 'sms', phone: '+1555', email: '', name: 'Ana', message: 'Hello' }, '+1555'],
  [{ channel: 'email', phone: '', email: 'a@b.co', name: 'Ana', message: 'Hello' }, 'a@b.co'],
  [{ channel: 'sms', phone: '', email: 'a@b.co', name: 'Ana', message: 'Hello' }, 'a@b.co'],
])('reads a form of an earlier version, %#', async (stored, to) => {
  await saveForms(db, [['w', stored]])
  const page = await newPage()
  await page.restoreForms(db)
  expect(page.readForm('w')).toMatchObject({ to, channel: stored.channel, name: 'Ana', message: 'Hello' })
})
