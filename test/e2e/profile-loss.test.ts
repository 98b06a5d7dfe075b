import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { DraftRow } from '../../src/db/rows.ts'
import type { Person } from '../support/person.ts'
import { KEY, leaveOnce, sentMessages, type Stage } from '../support/stage.ts'
import { storedRows } from '../support/stored-rows.ts'

const TRUNCATED = '{"workspaces":[{"id":"x'

/** A profile with a queued message and a draft, whose app was killed. */
const stageWithUnsentWork = leaveOnce(async (stage) => {
  const person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await stage.line.cutOff()
  await person.open(/^John Smith/)
  await person.sendReply('Queued before the list was damaged.')
  await person.reply().fill('A draft for John.')
  await expect.poll(() => readDrafts(person)).toEqual(['A draft for John.'])
  await stage.kill()
})

/** The draft texts in the window's database. */
async function readDrafts({ page }: Person): Promise<readonly string[]> {
  return (await storedRows<DraftRow>(page, 'drafts')).map(({ text }) => text)
}

function damage(stage: Stage, names: readonly string[], text: string | null): void {
  for (const name of names) {
    rmSync(join(stage.userDataDir, name), { force: true })
    if (text !== null) writeFileSync(join(stage.userDataDir, name), text)
  }
}

async function expectRestoredWork(stage: Stage, person: Person): Promise<void> {
  await person.row(/^John Smith/).waitFor()
  await stage.line.restore()
  await stage.server.journal.until(() => sentMessages(stage.server).length > 0)
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Queued before the list was damaged.'])
  await person.open(/^John Smith/)
  await expect.poll(() => person.reply().inputValue()).toBe('A draft for John.')
  expect(await person.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1)
}

it.each([
  ['truncated', TRUNCATED],
  ['missing', null],
])('queued message is sent once and the draft is kept when workspaces.json is %s', async (_, text) => {
  const stage = await stageWithUnsentWork()
  damage(stage, ['workspaces.json'], text)
  await expectRestoredWork(stage, await stage.start('connected'))
})

it('workspace is found by its database when workspaces.json and its backup are damaged and the key comes from the environment', async () => {
  const stage = await stageWithUnsentWork()
  damage(stage, ['workspaces.json', 'workspaces.json.bak'], TRUNCATED)
  await expectRestoredWork(stage, await stage.start('connected'))
  expect(readdirSync(stage.userDataDir).filter((name) => name.includes('.damaged-'))).toHaveLength(2)
})

it('first screen lists unsent work when workspaces.json and its backup are missing, and the key opens it again', async () => {
  const stage = await stageWithUnsentWork()
  damage(stage, ['workspaces.json', 'workspaces.json.bak'], null)
  const person = await stage.start('first run')
  const found = person.page.getByRole('region', { name: 'Found on this device' })
  await found.getByText('1 message waiting to be sent, 1 draft').waitFor()
  await found.getByText(new URL(stage.line.url).host).first().waitFor()
  await expect
    .poll(() => person.page.getByRole('textbox', { name: 'Server address' }).inputValue())
    .toBe(stage.line.url)
  await stage.line.restore()
  await person.connect(KEY, stage.line.url)
  await expectRestoredWork(stage, person)
})
