import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { leaveOnce, sentMessages } from '../support/stage.ts'
import { storedRows } from '../support/stored-rows.ts'

/** database-loss.test.ts damages IndexedDB, which contains the user's messages and drafts. Without its key in `keys` nothing can open it. */
const EXCLUDED = /^(IndexedDB|keys$|Singleton)/

/** Every file of the profile, ours and Chromium's. */
function filesIn(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !EXCLUDED.test(name))
    .flatMap((entry) => {
      const path = join(below, entry.name)
      return entry.isDirectory() ? filesIn(folder, path) : entry.isFile() ? [path] : []
    })
}

const DAMAGES: readonly (readonly [string, (path: string) => void])[] = [
  ['empty', (path) => writeFileSync(path, '')],
  ['truncated to half', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['all zeros', (path) => writeFileSync(path, new Uint8Array(statSync(path).size || 16))],
  ['random text', (path) => writeFileSync(path, '\uFEFF}{ not what it was \u0000')],
  ['a folder', (path) => (rmSync(path), mkdirSync(path))],
]

/** The texts of the drafts in the database. */
async function storedDrafts({ page }: Person): Promise<readonly string[]> {
  return (await storedRows<{ readonly text: string }>(page, 'drafts')).map(({ text }) => text)
}

const stageWithUnsentWork = leaveOnce(async (stage) => {
  const person = await stage.start('connected')
  await person.row(/^John Smith/).waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await stage.line.cutOff()
  await person.open(/^John Smith/)
  await person.sendReply('Queued before the damage.')
  await expect.poll(() => person.reply().inputValue()).toBe('')
  await person.reply().fill('A draft.')
  await expect.poll(() => storedDrafts(person)).toEqual(['A draft.'])
  // Quit writes all files.
  await stage.quit()
})

it.each(DAMAGES)(
  'app sends the queued message once and keeps the draft when every file but the database is %s',
  async (_, damage) => {
    const stage = await stageWithUnsentWork()
    const files = filesIn(stage.userDataDir)
    expect(files).toEqual(expect.arrayContaining(['workspaces.json', 'workspaces.json.bak', 'window.json']))
    for (const file of files) damage(join(stage.userDataDir, file))

    const person = await stage.start('connected')
    await person.row(/^John Smith/).waitFor()
    await stage.line.restore()
    await stage.server.journal.until(() => sentMessages(stage.server).length > 0)
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Queued before the damage.'])
    await person.open(/^John Smith/)
    await expect.poll(() => person.reply().inputValue()).toBe('A draft.')
  },
)
