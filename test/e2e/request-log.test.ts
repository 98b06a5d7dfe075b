import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { KEY, setStage, type Stage } from '../support/stage.ts'

async function openRequestLog({ page }: Person): Promise<Locator> {
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: 'Request log' }).click()
  return page.getByRole('table', { name: 'Requests' })
}

function mainOf({ app }: Stage): ElectronApplication {
  invariant(app !== null, 'the app was started')
  return app
}

it('request log lists requests with their results, updates while open, and is copied and saved without keys or customer data', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  const table = await openRequestLog(person)
  await table
    .getByRole('row', { name: /List conversations GET 200 \d/ })
    .first()
    .waitFor()
  await table
    .getByRole('row', { name: /Read a conversation GET 200 \d/ })
    .first()
    .waitFor()

  // The app polls the open thread every few seconds. The next response is an error, and the table shows it automatically.
  stage.server.faults.inject(
    { answer: 'status', status: 503, error: `John Smith broke it with ${KEY}` },
    { when: (request) => request.method === 'GET' },
  )
  await table
    .getByRole('row', { name: /503 · server error/ })
    .first()
    .waitFor()
  expect(await table.textContent()).not.toContain('John')

  await person.page.getByRole('button', { name: 'Copy' }).click()
  await person.page.getByText('Copied', { exact: true }).waitFor()
  const copied = await mainOf(stage).evaluate(({ clipboard }) => clipboard.readText())
  expect(JSON.parse(copied)).toMatchObject({ app: 'Clarion', server: stage.line.url, requests: expect.any(Array) })
  expect(copied).toContain('"failure": "server"')
  expect(copied).not.toMatch(/John|Smith|conv_abc123|\+1|reschedule/)
  expect(copied).not.toContain(KEY)

  const file = join(stage.userDataDir, 'requests.json')
  await mainOf(stage).evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath }) })
  }, file)
  await person.page.getByRole('button', { name: 'Save to file…' }).click()
  await person.page.getByText('Saved', { exact: true }).waitFor()
  const saved = JSON.parse(readFileSync(file, 'utf8')) as { readonly requests: readonly { readonly number: number }[] }
  expect(saved.requests.length).toBeGreaterThan(10)
  const numbers = saved.requests.map((request) => request.number)
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one))
})
