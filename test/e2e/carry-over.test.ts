import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { addressKeys } from '../../src/db/customer-key.ts'
import { anOp } from '../support/builders.ts'
import { DrivenApp } from '../support/driven-app.ts'
import type { OldRows } from '../support/old-profile/stores.ts'
import { writeOldProfile } from '../support/old-profile/write.ts'
import { KEY, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** The first conversation of the sandbox. */
const JOHN = {
  id: 'conv_abc123',
  customerName: 'John Smith',
  customerPhone: '+12025550123',
  channel: 'sms',
  status: 'open',
}
const [NOTE_KEY = ''] = addressKeys(JOHN)
const UNSENT = 'Queued by the earlier version.'
const DRAFT = 'A draft of the earlier version.'
const NOTE = 'A note of the earlier version.'
const SNIPPET = 'A snippet of the earlier version.'

/** What an earlier version left on this device. */
function oldRows(workspaceId: string): OldRows {
  const now = Date.now()
  return {
    conversations: [
      {
        ...JOHN,
        lastMessage: 'Hello?',
        timestamp: now,
        unread: true,
        activityAt: now,
        customerKeys: addressKeys(JOHN),
      },
    ],
    outbox: [
      anOp({
        ...{ seq: 7, id: 'op-of-the-earlier-version', workspaceId, conversationId: JOHN.id, createdAt: now },
        intent: { kind: 'send', content: UNSENT, seenMessageId: null },
      }),
    ],
    drafts: [{ conversationId: JOHN.id, text: DRAFT, caret: 0, updatedAt: now }],
    snippets: [{ id: 'snippet', name: 'Greeting', shortcut: 'hi', text: SNIPPET }],
    notes: [{ customerKey: NOTE_KEY, text: NOTE, updatedAt: now }],
    flags: [{ conversationId: JOHN.id, starredAt: now }],
    meta: [
      { name: 'schema', value: 3 },
      { name: 'workspaceId', value: workspaceId },
      { name: 'installId', value: 'install-of-the-earlier-version' },
    ],
  }
}

/** Replaces what this version stored by what an earlier version would have stored. */
async function becomeOld({ userDataDir }: Stage): Promise<void> {
  const list = JSON.parse(readFileSync(join(userDataDir, 'workspaces.json'), 'utf8')) as {
    readonly workspaces: readonly { readonly id: string; readonly databaseName: string }[]
  }
  const databases = list.workspaces.map(({ id, databaseName: name }) => ({
    name,
    version: 3 as const,
    rows: oldRows(id),
  }))
  expect(databases).toHaveLength(1)
  for (const name of ['Partitions', 'journals', 'keys'])
    rmSync(join(userDataDir, name), { recursive: true, force: true })
  await writeOldProfile(userDataDir, { databases, settings: { 'customer-shown': 'yes' } })
}

/** Starts the app and kills it as soon as this entry of the profile exists. */
async function killOnce({ userDataDir, line }: Stage, name: string): Promise<void> {
  const app = await DrivenApp.start(userDataDir, { CLARION_API_URL: line.url, CLARION_API_KEY: KEY })
  while (!existsSync(join(userDataDir, name))) await delay(1)
  await app.kill()
}

/** The files of the profile that contain one of the texts. */
function filesWith(userDataDir: string, texts: readonly string[]): readonly string[] {
  return readdirSync(userDataDir, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ path, name }) => join(path, name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
    })
}

it('drafts, notes, stars, snippets, settings and the queue of an earlier version survive two kills, and no unsealed byte is left', async () => {
  const stage = await setStage()
  const { userDataDir } = stage
  await (await stage.start('connected')).row(/^John Smith/).waitFor()
  await stage.quit()
  await becomeOld(stage)
  const texts = [DRAFT, NOTE, SNIPPET, UNSENT]
  expect(filesWith(userDataDir, texts)).not.toEqual([])
  await stage.line.cutOff()
  await killOnce(stage, join('Partitions', 'unsealed', 'IndexedDB'))
  expect(existsSync(join(userDataDir, 'IndexedDB'))).toBe(false)
  await killOnce(stage, join('Partitions', 'sealed', 'IndexedDB'))

  let person = await stage.start('connected')
  await person.row(/^John Smith.*starred/).waitFor()
  await person.open(/^John Smith/)
  await person.bubble(UNSENT).waitFor()
  await expect.poll(() => person.reply().inputValue()).toBe(DRAFT)
  await expect.poll(() => person.page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe(NOTE)
  await person.page.keyboard.press('Control+,')
  const settings = person.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('Snippets', { exact: true }).first().click()
  await settings.getByText('Greeting').first().waitFor()
  await person.page.keyboard.press('Escape')
  expect(sentMessages(stage.server)).toEqual([])

  await stage.line.restore()
  await stage.server.journal.until(() => sentMessages(stage.server).length > 0)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  await stage.quit()
  person = await stage.start('connected')
  await person.row(/^John Smith.*starred/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await stage.quit()
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual([UNSENT])
  expect(readdirSync(join(userDataDir, 'Partitions'))).toEqual(['sealed'])
  expect(filesWith(userDataDir, texts)).toEqual([])
})
