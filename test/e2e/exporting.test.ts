import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'
import { removeFolder } from '../support/remove-folder.ts'

/** These tests use only the keyboard, or focus that a user can move with Tab. */

/** `fileName` is the user's choice in the system's save dialog. */
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

/** Number of conversations in the list. */
async function countRows(person: Person): Promise<number> {
  return Number(await person.rows().first().getAttribute('aria-setsize'))
}

it('Export saves a view as CSV with a row for each message, and replaces an existing file', async () => {
  const { person, folder, file, read } = await begin('Inbox.csv')
  await writeFile(file, 'before')
  const count = await countRows(person)
  await exportAs(person, 'CSV', /^Export \d+ conversations$/)
  await person.page.getByText(`${count} conversations saved as Inbox.csv.`).waitFor()
  const csv = await read()
  expect(csv.startsWith('\uFEFFconversation_id,customer_name')).toBe(true)
  const ids = new Set(csv.match(/^conv_\w+/gm))
  expect(ids.size).toBe(count)
  expect(csv).toContain("conv_abc123,John Smith,'+15551234567")
  expect(await readdir(folder)).toEqual(['Inbox.csv'])
})

it('Export saves only the selected conversations', async () => {
  const { person, read } = await begin('Two.json')
  await person.press('j')
  await person.press('Shift+J')
  await exportAs(person, 'JSON', /^Export 2 conversations$/)
  await person.page.getByText('2 conversations saved as Two.json.').waitFor()
  const exported = JSON.parse(await read()) as { title: string; conversations: unknown[] }
  expect(exported.title).toBe('Selected from Inbox')
  expect(exported.conversations).toHaveLength(2)
})

it('Export saves all search results when the search field has focus', async () => {
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

it('Export shows the reason until it is dismissed and leaves no file when the folder is missing', async () => {
  const { person, folder } = await begin(join('no such folder', 'Inbox.csv'))
  await exportAs(person, 'Markdown', /^Export/)
  const line = person.page.getByRole('region', { name: 'Export' })
  await line.getByRole('alert').filter({ hasText: 'Couldn’t export. The folder no longer exists.' }).waitFor()
  await line.getByRole('button', { name: 'Close' }).press('Enter')
  await line.waitFor({ state: 'detached' })
  expect(await readdir(folder)).toEqual([])
})

/** Begins an export without completing it. */
function beginPartialExport(person: Person) {
  return person.page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: Bridge }
    const begun = await bridge.beginExport({ name: 'Inbox', format: 'csv' })
    const exportId = begun.ok ? (begun.value?.exportId ?? '') : ''
    return bridge.appendExport({ exportId, content: 'half of it' })
  })
}

it('next export removes the partial file when the app was killed during an export', async () => {
  const { person, folder, kill, start } = await begin('Inbox.csv')
  expect(await beginPartialExport(person)).toEqual({ ok: true, value: null })
  await kill()
  expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)])
  const again = await start()
  await exportAs(again, 'CSV', /^Export \d+ conversations$/)
  await again.page.getByText(/saved as Inbox\.csv/).waitFor()
  expect(await readdir(folder)).toEqual(['Inbox.csv'])
})

it('app removes the partial file when the page reloads or the app quits during an export', async () => {
  const { person, folder, quit } = await begin('Inbox.csv')
  expect(await beginPartialExport(person)).toEqual({ ok: true, value: null })
  expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)])
  await person.page.reload()
  await expect.poll(() => readdir(folder)).toEqual([])
  expect(await beginPartialExport(person)).toEqual({ ok: true, value: null })
  await quit()
  expect(await readdir(folder)).toEqual([])
})
