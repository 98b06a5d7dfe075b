import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'
import { removeFolder } from '../support/remove-folder.ts'

/** Nothing here touches the mouse: every step is a key, or the focus that a person moves with Tab. */

/** `fileName`: what the person says in the system's dialog. */
async function begin(fileName: string, conversations = 30) {
  const stage = await setStage({ conversations })
  const folder = await mkdtemp(join(tmpdir(), 'clarion-export-'))
  onTestFinished(() => removeFolder(folder))
  const file = join(folder, fileName)
  const start = async (): Promise<Person> => {
    const person = await stage.start('connected')
    await stage.app?.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await person.rows().first().waitFor()
    return person
  }
  const read = (): Promise<string> => readFile(file, 'utf8')
  return { person: await start(), start, folder, file, read, quit: stage.quit, kill: stage.kill }
}

async function exportAs(person: Person, format: string, title: RegExp): Promise<void> {
  await person.page.keyboard.press('Control+Shift+e')
  await person.page.getByRole('dialog', { name: title }).waitFor()
  for (let step = 0; step < ['Markdown', 'JSON', 'CSV'].indexOf(format); step += 1)
    await person.page.keyboard.press('ArrowRight')
  await expect.poll(() => person.page.getByRole('radio', { name: format }).isChecked()).toBe(true)
  await person.page.keyboard.press('Enter')
}

/** The list's heading tells how many there are. */
async function countIn(person: Person): Promise<number> {
  return Number(await person.rows().first().getAttribute('aria-setsize'))
}

it('a view is exported as CSV with a row for each message, and what is there under the name is written over only then', async () => {
  const { person, folder, file, read } = await begin('Inbox.csv')
  await writeFile(file, 'before')
  const count = await countIn(person)
  await exportAs(person, 'CSV', /^Export \d+ conversations$/)
  await person.page.getByText(`${count} conversations saved as Inbox.csv.`).waitFor()
  const csv = await read()
  expect(csv.startsWith('\uFEFFconversation_id,customer_name')).toBe(true)
  const ids = new Set(csv.match(/^conv_\w+/gm))
  expect(ids.size).toBe(count)
  expect(csv).toContain("conv_abc123,John Smith,'+15551234567")
  expect(await readdir(folder)).toEqual(['Inbox.csv'])
})

it('what is picked is exported alone', async () => {
  const { person, read } = await begin('Two.json')
  await person.press('j')
  await person.press('Shift+J')
  await exportAs(person, 'JSON', /^Export 2 conversations$/)
  await person.page.getByText('2 conversations saved as Two.json.').waitFor()
  const exported = JSON.parse(await read()) as { title: string; conversations: unknown[] }
  expect(exported.title).toBe('Selected from Inbox')
  expect(exported.conversations).toHaveLength(2)
})

it('what was found is exported, all of it, from the field in which it was searched for', async () => {
  const { person, read } = await begin('Found.md')
  await person.press('/')
  await person.page.keyboard.type('status:open')
  const results = person.page.getByRole('listbox', { name: 'Search results' })
  await results.getByRole('option').first().waitFor()
  const count = Number(await results.getByRole('option').first().getAttribute('aria-setsize'))
  await exportAs(person, 'Markdown', /^Export \d+ conversations?$/)
  await person.page.getByText(/saved as Found\.md\./).waitFor()
  const text = await read()
  expect(text.startsWith('# Search status:open\n')).toBe(true)
  expect(text.match(/^## /gm)).toHaveLength(count)
})

it('where the file cannot be written it says why until that is read, and leaves nothing', async () => {
  const { person, folder } = await begin(join('no such folder', 'Inbox.csv'))
  await exportAs(person, 'Markdown', /^Export/)
  const line = person.page.getByRole('region', { name: 'Export' })
  await line.getByRole('alert').filter({ hasText: 'Couldn’t export. The folder no longer exists.' }).waitFor()
  await line.getByRole('button', { name: 'Close' }).press('Enter')
  await line.waitFor({ state: 'detached' })
  expect(await readdir(folder)).toEqual([])
})

/** What a page does that goes in the middle. */
function writeHalf(person: Person) {
  return person.page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: Bridge }
    const begun = await bridge.beginExport({ name: 'Inbox', format: 'csv' })
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    return bridge.appendExport({ exportId, content: 'half of it' })
  })
}

it('what a kill in the middle leaves is taken away by the next export to that folder', async () => {
  const { person, folder, kill, start } = await begin('Inbox.csv')
  expect(await writeHalf(person)).toEqual({ ok: true, value: null })
  await kill()
  expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)])
  const again = await start()
  await exportAs(again, 'CSV', /^Export \d+ conversations$/)
  await again.page.getByText(/saved as Inbox\.csv/).waitFor()
  expect(await readdir(folder)).toEqual(['Inbox.csv'])
})

it('of a file whose page goes in the middle nothing is left: loaded anew, or closed', async () => {
  const { person, folder, quit } = await begin('Inbox.csv')
  expect(await writeHalf(person)).toEqual({ ok: true, value: null })
  expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)])
  await person.page.reload()
  await expect.poll(() => readdir(folder)).toEqual([])
  expect(await writeHalf(person)).toEqual({ ok: true, value: null })
  await quit()
  expect(await readdir(folder)).toEqual([])
})
