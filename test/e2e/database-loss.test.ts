import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../src/db/database.ts'
import type { MetaRow } from '../../src/db/rows.ts'
import type { Person } from '../support/person.ts'
import { leaveOnce, sentMessages, setStage } from '../support/stage.ts'
import { storedRows } from '../support/stored-rows.ts'

/** Removes every database of the window, as a browser does that finds them damaged. */
function removeDatabases(userDataDir: string): void {
  const folders = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[\\/])IndexedDB$/.test(name),
  )
  expect(folders).toHaveLength(1)
  for (const folder of folders) rmSync(join(userDataDir, folder), { recursive: true })
}

/** The stored loss report. Its banner appears after the first rows, so a missing banner would prove nothing. */
async function readLoss({ page }: Person): Promise<MetaRow | null> {
  return (await storedRows<MetaRow>(page, 'meta')).find(({ name }) => name === 'loss') ?? null
}

/** The full text of the only workspace's journal. */
function readJournal(userDataDir: string): string {
  const folder = join(userDataDir, 'journals')
  const [name = ''] = readdirSync(folder)
  return readFileSync(join(folder, name), 'utf8')
}

it('app reports a lost database at the next start, restores the queue from the journal and sends each message once', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  // A refused key stops the outbox, so that no request is in flight at quit. An op in flight would be uncertain, and its verification
  // takes two minutes.
  const refused = { answer: 'status', status: 401, error: 'Invalid API key' } as const
  stage.server.faults.inject(refused, { when: ({ method }) => method !== 'GET', times: Number.POSITIVE_INFINITY })
  await person.startConversation('+1 202 555 0143', 'A new conversation.')
  await person.showView('Outbox')
  await person.entry('Waiting', 'New conversation').getByText('Queued. Sends once the server accepts the key').waitFor()
  await person.showView('Inbox')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await person.sendReply('Said before the disk lost it.')
  await person.sendReply('And this right after.')
  // The main process writes the journal a moment later: two sends, and the create with its send.
  await expect.poll(() => new Set(readJournal(stage.userDataDir).match(/"accept":"[^"]+"/g)).size).toBe(4)

  await stage.quit()
  removeDatabases(stage.userDataDir)
  stage.server.faults.clear()
  await stage.line.cutOff()
  person = await stage.start('connected')
  await person.page.getByText('the system deleted it').waitFor()
  expect(await readLoss(person)).toMatchObject({ value: { opsBack: 4, opsUnreadable: 0 } })
  await person.page.getByText(/^.*4 messages or changes not sent yet were restored/).waitFor()
  await person.row(/202.?555.?0143/).waitFor()
  expect(sentMessages(stage.server)).toEqual([])

  await stage.line.restore()
  await stage.server.journal.until(() => sentMessages(stage.server).length >= 3)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  await person.open(/^John Smith/)
  await person.bubble('And this right after.').waitFor()
  expect(
    sentMessages(stage.server)
      .map(({ content }) => content)
      .toSorted(),
  ).toEqual(['A new conversation.', 'And this right after.', 'Said before the disk lost it.'])
  const toJohn = sentMessages(stage.server).filter(({ conversationId }) => conversationId === 'conv_abc123')
  expect(toJohn.map(({ content }) => content)).toEqual(['Said before the disk lost it.', 'And this right after.'])
  await expect.poll(() => readJournal(stage.userDataDir)).not.toContain('accept')

  await person.page.getByRole('button', { name: 'Got it' }).click()
  await person.page.getByText('the system deleted it').waitFor({ state: 'detached' })
  await stage.quit()
  person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  expect(await readLoss(person)).toBeNull()
  expect(sentMessages(stage.server)).toHaveLength(3)
})

/** Damages each database file whose name matches. */
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

const stageWithQueuedMessage = leaveOnce(async (stage) => {
  const person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await stage.line.cutOff()
  await person.open(/^John Smith/)
  await person.sendReply('Said before the damage.')
  await expect.poll(() => readJournal(stage.userDataDir)).toContain('accept')
  await stage.quit()
})

it.each([
  ['the last part of its log is cut off', LOG, cutTo(0.98)],
  ['its log is zeros', LOG, (path: string) => writeFileSync(path, new Uint8Array(statSync(path).size))],
  ['its log is missing', LOG, (path: string) => rmSync(path)],
  ['CURRENT is cut', /CURRENT$/, cutTo(0.5)],
  ['the manifest is zeros', /MANIFEST/, (path: string) => writeFileSync(path, new Uint8Array(statSync(path).size))],
  ['its blob files are missing', /\.blob/, (path: string) => rmSync(path)],
  ['every file is empty', /./, cutTo(0)],
  ['a folder is in the place of its log', LOG, (path: string) => (rmSync(path), mkdirSync(path))],
] as const)('queued message is sent once when %s', async (_, which, damage) => {
  const stage = await stageWithQueuedMessage()
  damageDatabases(stage.userDataDir, which, damage)

  await stage.line.restore()
  const person = await stage.start('connected')
  await stage.server.journal.until(() => sentMessages(stage.server).length > 0)
  await expect.poll(() => readJournal(stage.userDataDir)).not.toContain('accept')
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Said before the damage.'])
  await person.open(/^John Smith/)
  await person.bubble('Said before the damage.').waitFor()
})

/** A newer version in IndexedDB. Dexie multiplies its version by ten. */
const NEWER = (SCHEMA_VERSION + 1) * 10

it('app keeps a database of a newer version unchanged and says so', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  const raiseVersion = (): Promise<string> =>
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
  const name = await raiseVersion()
  // The window that had the database open stops and shows the reason.
  await person.page.getByRole('heading', { name: 'Opened in a newer version' }).waitFor()
  await person.page.getByRole('button', { name: 'Reload' }).click()
  await person.page.getByText('A newer version of Clarion has opened this inbox').waitFor()

  await stage.quit()
  person = await stage.start('connected')
  await person.page.getByText('Nothing was changed').waitFor()
  expect(await person.page.evaluate(() => indexedDB.databases())).toEqual([{ name, version: NEWER }])
  expect(await person.list().count()).toBe(0)
})

it('window shows a status when the database opens slowly', async () => {
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

it('app starts and sends the queue from the database when the journal is damaged', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.open(/^John Smith/)
  await stage.line.cutOff()
  await person.sendReply('Kept by the database itself.')
  await stage.kill()
  for (const name of readdirSync(join(stage.userDataDir, 'journals'))) {
    writeFileSync(join(stage.userDataDir, 'journals', name), '\0\0\0{"accept":"half a li')
  }
  person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Kept by the database itself.').waitFor()
  expect(await readLoss(person)).toBeNull()
  await stage.line.restore()
  await stage.server.journal.until(() => sentMessages(stage.server).length > 0)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Kept by the database itself.'])
})
