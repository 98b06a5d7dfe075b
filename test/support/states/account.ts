import { startSandbox } from '../../../electron/sandbox/server.ts'
import { text } from '../../../src/strings/text.ts'
import type { Visit } from './visit.ts'

const KEY = 'sk_test_visit_0123456789'
const PASSPHRASE = 'seven green lamps on a slow river'

/** An account that is still being read, and then offline; a backup of it, and restoring that. */
export async function visitAccount(visit: Visit): Promise<void> {
  const { page, person } = visit
  const server = await startSandbox({ answers: false, key: KEY })
  try {
    let requests = 0
    server.faults.inject({ answer: 'hang' }, { times: 1_000, when: () => ++requests > 2 })
    await page.getByRole('button', { name: text('settings.workspaces.demo') }).press('Enter')
    await page.getByRole('menuitem', { name: text('rail.addWorkspace') }).press('Enter')
    await visit.button(text('welcome.back')).waitFor()
    await visit.check()
    await page.getByRole('textbox', { name: text('welcome.key') }).fill(KEY)
    await page.getByRole('textbox', { name: text('welcome.address') }).fill(server.url)
    await visit.button(text('welcome.connect')).click()
    await person.rows().first().waitFor()
    await visit.state(() => person.rows().first().waitFor())
    await visitBackup(visit)
  } finally {
    await server.close()
  }
  await visit.press('F5')
  await visit.waitForText(text('rail.status.offline'))
  await visit.state(() => person.rows().first().waitFor())
  // Back to the demo, the first workspace.
  await person.press('g')
  await visit.press('1')
  await page.getByRole('button', { name: text('settings.workspaces.demo') }).waitFor()
}

async function visitBackup(visit: Visit): Promise<void> {
  const { page } = visit
  const passphrase = page.getByRole('textbox', { name: text('backup.passphrase'), exact: true })
  const repeated = page.getByRole('textbox', { name: text('backup.repeat') })
  const backUp = visit.button(text('backup.chooseLocation'))
  const open = async (command: string, title: string): Promise<void> => {
    if (!(await visit.dialog(title).isVisible())) await visit.runCommand(command)
    await visit.dialog(title).waitFor()
  }
  const openBackup = (): Promise<void> => open(text('commands.backUp.title'), text('backup.title'))
  await visit.state(openBackup)
  await visit.state(async () => {
    await openBackup()
    await passphrase.fill('short')
    await repeated.fill('other')
    await backUp.click()
    await visit.waitForText(text('backup.different'))
  })
  await passphrase.fill(PASSPHRASE)
  await repeated.fill(PASSPHRASE)
  await backUp.click()
  await visit.dialog(text('backup.done.title')).waitFor()
  await visit.check()
  await visit.closeDialog()
  const openRestore = (): Promise<void> => open(text('commands.restoreBackup.title'), text('backup.restore.title'))
  await visit.state(openRestore)
  await visit.button(text('backup.restore.chooseFile')).click()
  await passphrase.fill('wrong')
  await visit.button(text('backup.restore.open')).click()
  await visit.dialog().getByText('Wrong passphrase.').waitFor()
  await visit.check()
  await passphrase.fill(PASSPHRASE)
  await visit.button(text('backup.restore.open')).click()
  await visit.button(text('backup.restore.start')).waitFor()
  await visit.check()
  await visit.closeDialog()
}
