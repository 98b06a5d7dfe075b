import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../src/db/database.ts'
import type { Person } from '../support/person.ts'
import { said, setStage } from '../support/stage.ts'

/** Every database of the window, as a browser that finds them damaged does away with them. */
function loseDatabases(userDataDir: string): void {
  const folders = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[\\/])IndexedDB$/.test(name),
  )
  expect(folders).toHaveLength(1)
  for (const folder of folders) rmSync(join(userDataDir, folder), { recursive: true })
}

/** What the database has to tell of a loss. The banner that says it comes a moment after the first rows: not to see it would prove nothing. */
function lossOf({ page }: Person): Promise<unknown> {
  return page.evaluate(async () => {
    const [known] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known?.name ?? '')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', reject)
    })
    const read = db.transaction('meta').objectStore('meta').get('loss')
    const loss = await new Promise((resolve, reject) => {
      read.addEventListener('success', () => resolve(read.result ?? null))
      read.addEventListener('error', reject)
    })
    db.close()
    return loss
  })
}

/** The journal of the one workspace, whole. */
function journalOf(userDataDir: string): string {
  const folder = join(userDataDir, 'journals')
  const [name = ''] = readdirSync(folder)
  return readFileSync(join(folder, name), 'utf8')
}

it('a database that is gone at the next start is told of, and what waited in it comes back and goes out once', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  // A refused key stops everything: nothing is in the middle of a try when the app quits, by no clock. What is would be of unknown fate,
  // and that takes its two minutes to be looked up.
  const refused = { answer: 'status', status: 401, words: 'Invalid API key' } as const
  stage.server.faults.inject(refused, { when: ({ method }) => method !== 'GET', times: Number.POSITIVE_INFINITY })
  await person.begin('+1 202 555 0143', 'A conversation begun in vain.')
  await person.showView('Outbox')
  await person.entry('Waiting', 'New conversation').getByText('Queued. Sends once the server accepts the key').waitFor()
  await person.showView('Inbox')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await person.say('Said before the disk lost it.')
  await person.say('And this right after.')
  // Main is told a moment later, of all that is known by then: two sends, and the create, as its try left it, with its send.
  await expect.poll(() => new Set(journalOf(stage.userDataDir).match(/"accept":"[^"]+"/g)).size).toBe(4)

  await stage.quit()
  loseDatabases(stage.userDataDir)
  stage.server.faults.clear()
  await stage.line.cutOff()
  person = await stage.start('connected')
  await person.page.getByText('the system deleted it').waitFor()
  expect(await lossOf(person)).toMatchObject({ value: { opsBack: 4, opsUnreadable: 0 } })
  await person.page.getByText(/^.*4 messages or changes not sent yet were restored/).waitFor()
  await person.row(/202.?555.?0143/).waitFor()
  expect(said(stage.server)).toEqual([])

  await stage.line.restore()
  await stage.server.journal.until(() => said(stage.server).length >= 3)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  await person.open(/^John Smith/)
  await person.bubble('And this right after.').waitFor()
  expect(
    said(stage.server)
      .map((one) => one.content)
      .toSorted(),
  ).toEqual(['A conversation begun in vain.', 'And this right after.', 'Said before the disk lost it.'])
  const inOne = said(stage.server).filter((one) => one.conversationId === 'conv_abc123')
  expect(inOne.map((one) => one.content)).toEqual(['Said before the disk lost it.', 'And this right after.'])
  await expect.poll(() => journalOf(stage.userDataDir)).not.toContain('accept')

  await person.page.getByRole('button', { name: 'Got it' }).click()
  await person.page.getByText('the system deleted it').waitFor({ state: 'detached' })
  await stage.quit()
  person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  expect(await lossOf(person)).toBeNull()
  expect(said(stage.server)).toHaveLength(3)
})

/** Damages each file of the browser's databases whose name fits. */
function damageDatabases(userDataDir: string, which: RegExp, damage: (path: string) => void): void {
  const files = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /IndexedDB[\\/].*[\\/][^\\/]+$/.test(name) && which.test(name))
    .map((name) => join(userDataDir, name))
    .filter((path) => statSync(path).isFile())
  expect(files).not.toEqual([])
  for (const file of files) damage(file)
}

const cutTo =
  (share: number) =>
  (path: string): void =>
    truncateSync(path, Math.floor(statSync(path).size * share))
const LOG = /\d+\.log$/

it.each([
  ['the last part of its log is cut off', LOG, cutTo(0.98)],
  ['its log is zeros', LOG, (path: string) => writeFileSync(path, new Uint8Array(statSync(path).size))],
  ['its log is missing', LOG, (path: string) => rmSync(path)],
  ['CURRENT is cut', /CURRENT$/, cutTo(0.5)],
  ['the manifest is zeros', /MANIFEST/, (path: string) => writeFileSync(path, new Uint8Array(statSync(path).size))],
  ['what it keeps beside its log is missing', /\.blob/, (path: string) => rmSync(path)],
  ['every file is empty', /./, cutTo(0)],
  ['a folder is in the place of its log', LOG, (path: string) => (rmSync(path), mkdirSync(path))],
] as const)('what waits goes out once when %s', async (_, which, damage) => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await stage.line.cutOff()
  await person.open(/^John Smith/)
  await person.say('Said before the damage.')
  await expect.poll(() => journalOf(stage.userDataDir)).toContain('accept')
  await stage.quit()
  damageDatabases(stage.userDataDir, which, damage)

  await stage.line.restore()
  person = await stage.start('connected')
  await stage.server.journal.until(() => said(stage.server).length > 0)
  await expect.poll(() => journalOf(stage.userDataDir)).not.toContain('accept')
  expect(said(stage.server).map(({ content }) => content)).toEqual(['Said before the damage.'])
  await person.open(/^John Smith/)
  await person.bubble('Said before the damage.').waitFor()
})

/** As the browser counts: Dexie keeps ten times its own version. */
const NEWER = (SCHEMA_VERSION + 1) * 10

it('a database of a newer version is left as it is, and the person is told to update', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  const raise = (): Promise<string> =>
    person.page.evaluate(async (newer) => {
      const [known] = await indexedDB.databases()
      const name = known?.name ?? ''
      await new Promise((resolve, reject) => {
        const request = indexedDB.open(name, newer)
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('labels', { keyPath: 'id' }))
        request.addEventListener('success', resolve)
        request.addEventListener('error', reject)
      })
      return name
    }, NEWER)
  const name = await raise()
  // The window that had it open stops, and says so.
  await person.page.getByRole('heading', { name: 'Opened in a newer version' }).waitFor()
  await person.page.getByRole('button', { name: 'Reload' }).click()
  await person.page.getByText('A newer version of Clarion has opened this inbox').waitFor()

  await stage.quit()
  person = await stage.start('connected')
  await person.page.getByText('Nothing was changed').waitFor()
  expect(await person.page.evaluate(() => indexedDB.databases())).toEqual([{ name, version: NEWER }])
  expect(await person.list().count()).toBe(0)
})

it('an opening that takes longer than a moment is said, and what it may be busy with', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await person.row(/^John Smith/).waitFor()
  await page.addInitScript(() => {
    indexedDB.databases = () => new Promise(() => {})
  })
  await page.reload()
  const status = page.getByRole('status')
  await status.getByRole('heading', { name: 'Opening your inbox' }).waitFor()
  await status.getByText('Clarion was updated and is converting the data on this device.').waitFor()
})

it('a journal that is damaged costs no start, and what is in the database goes out', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.open(/^John Smith/)
  await stage.line.cutOff()
  await person.say('Kept by the database itself.')
  await stage.kill()
  for (const name of readdirSync(join(stage.userDataDir, 'journals'))) {
    writeFileSync(join(stage.userDataDir, 'journals', name), '\0\0\0{"accept":"half a li')
  }
  person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Kept by the database itself.').waitFor()
  expect(await lossOf(person)).toBeNull()
  await stage.line.restore()
  await stage.server.journal.until(() => said(stage.server).length > 0)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  expect(said(stage.server).map((one) => one.content)).toEqual(['Kept by the database itself.'])
})
