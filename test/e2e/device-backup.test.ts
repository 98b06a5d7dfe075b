import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { killHard, launchApp } from '../support/app.ts'
import { describeFindings, scanFolder } from '../support/canary/scan-folder.ts'
import { answerConnects } from '../support/connect-dialog.ts'
import { Person } from '../support/person.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { KEY, sentMessages, setStage } from '../support/stage.ts'

const PASSPHRASE = 'four quiet green trains'
const WAITING = 'Your parcel is with the neighbours on the second floor.'
const IN_FLIGHT = 'We have moved your appointment to Friday at two.'
const DRAFT = 'Half a sentence about the invoice, not finished'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clarion-backup-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

/** What the user chooses in the system's dialogs. */
async function chooseFile(app: ElectronApplication | null, path: string): Promise<void> {
  await app?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

async function runCommand(person: Person, name: string): Promise<void> {
  await person.page.keyboard.press('Control+k')
  await person.page.getByRole('combobox').fill(name)
  await person.page.getByRole('option', { name }).first().waitFor()
  await person.page.keyboard.press('Enter')
}

/** On the old device: a draft, a star, one message that waits, and one whose answer was lost. */
async function useOldDevice(stage: Awaited<ReturnType<typeof setStage>>): Promise<Person> {
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await person.press('s')
  await person.row(/^John Smith.*starred/i).waitFor()
  // The server has it, and neither device gets an answer.
  const cut = stage.line.cutNextAnswer((request) => request.startsWith('POST /conversations/conv_abc123/messages'))
  await person.sendReply(IN_FLIGHT)
  await cut
  await stage.line.cutOff()
  // The lane of the conversation: the second message waits for the first.
  await person.sendReply(WAITING)
  await person.reply().fill(DRAFT)
  await person.row(/^John Smith.*draft/i).waitFor()
  return person
}

async function backUp(person: Person): Promise<void> {
  await runCommand(person, 'Back up this device')
  const dialog = person.page.getByRole('dialog', { name: 'Back up this device' })
  await dialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE)
  await person.page.keyboard.press('Enter')
  const done = person.page.getByRole('dialog', { name: 'Backup made' })
  await done.getByText('Saved as old.clarion-backup.').waitFor()
  await done.getByRole('button', { name: 'Close', exact: true }).click()
}

/** On the first screen of a new device. */
async function restoreOnFirstScreen(person: Person): Promise<void> {
  const { page } = person
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  const passphrase = dialog.getByRole('textbox', { name: 'Passphrase' })
  await passphrase.fill('four quiet green plains')
  await page.keyboard.press('Enter')
  await dialog.getByText(/This passphrase doesn’t open the backup/).waitFor()
  await passphrase.fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await dialog.getByText(/2 unsent messages and changes, 1 draft, and 1 star or snooze/).waitFor()
  await dialog.getByText('New on this device.').waitFor()
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('dialog', { name: 'Restored' }).getByRole('button', { name: 'Continue' }).click()
}

it('moves to another device without a readable word in the file, and sends nothing twice', async () => {
  const stage = await setStage()
  const folder = await aFolder()
  const old = await useOldDevice(stage)
  await chooseFile(stage.app, join(folder, 'old.clarion-backup'))
  await backUp(old)
  await stage.kill()
  const secrets = [KEY, WAITING, IN_FLIGHT, DRAFT, 'John Smith', 'conv_abc123'].map((text) => ({ kind: text, text }))
  const scan = scanFolder(folder, secrets)
  expect([describeFindings(scan.findings), scan.files.length]).toEqual([[], 1])

  await stage.line.restore()
  const userDataDir = await aFolder()
  const running = await launchApp({ userDataDir })
  onTestFinished(() => killHard(running))
  const person = new Person(running.page, running.app)
  await chooseFile(running.app, join(folder, 'old.clarion-backup'))
  await answerConnects(running.app, 'Connect')
  await restoreOnFirstScreen(person)

  // What the server had is done, and what it lacks asks.
  await person.row(/^John Smith.*starred/i).waitFor()
  await person.showView('Outbox')
  const waiting = person.entry('Needs your attention', WAITING)
  await waiting.getByText('This message was waiting when the backup was made. Send it from here?').waitFor()
  await person.page.getByRole('article').filter({ hasText: IN_FLIGHT }).waitFor({ state: 'detached' })
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual([IN_FLIGHT])

  // The old device comes back and sends what waited there; the user of the new one does not know that.
  const again = await stage.start('connected')
  await stage.server.journal.until(() => sentMessages(stage.server).length === 2)
  await again.page.getByText('to send').waitFor({ state: 'detached' })
  await waiting.getByRole('button', { name: 'Send again' }).click()
  await waiting.waitFor({ state: 'detached' })
  await person.page.getByText('to send').waitFor({ state: 'detached' })
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual([IN_FLIGHT, WAITING])

  await person.showView('Inbox')
  await person.open(/^John Smith/)
  await expect.poll(() => person.reply().inputValue()).toBe(DRAFT)
})
