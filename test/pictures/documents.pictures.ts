import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterEach, describe, it } from 'vitest'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { type DemoWindow, openDemoWindow } from '../support/demo-window.ts'
import { Person } from '../support/person.ts'
import { KEY } from '../support/stage.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const WINDOW = { width: 1280, height: 800 }
const SMALL_WINDOW = { width: 640, height: 480 }

/** The server limits requests, and the machine may be busy. This bounds a hang. */
const MAX_SYNC_MS = 200_000

let closing: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(closing.map((close) => close()))
  closing = []
})

describe('pictures of the documents', () => {
  it('inbox, palette, settings, search, a small window and four selected conversations', async () => {
    const { page, person } = await openJohn()
    await take(page, 'inbox-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await take(page, 'inbox-dark')
    await page.emulateMedia({ colorScheme: 'light' })

    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await palette.waitFor()
    await page.keyboard.type('snooze')
    await palette
      .getByRole('option', { name: /^Snooze/ })
      .first()
      .waitFor()
    await take(page, 'palette')
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })

    await page.keyboard.press('Control+,')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('tab', { name: 'Sending' }).press('Enter')
    await settings.getByRole('textbox', { name: 'Undo window for SMS' }).waitFor()
    await take(page, 'settings')
    await page.keyboard.press('Escape')
    await settings.waitFor({ state: 'detached' })

    await person.press('/')
    const field = page.getByRole('searchbox', { name: 'Search conversations' })
    await field.fill('status:open appointment')
    const results = page.getByRole('listbox', { name: 'Search results' })
    await results.getByRole('option', { name: /^John Smith/ }).waitFor()
    await take(page, 'search')
    await field.press('Escape')
    await results.waitFor({ state: 'detached' })

    await person.open(/^John Smith/)
    await person.press('r')
    await page.waitForFunction(() => document.activeElement?.id === 'reply')
    await page.setViewportSize(SMALL_WINDOW)
    await page.getByRole('button', { name: 'Back to list' }).waitFor()
    await take(page, 'small-window')
    await page.setViewportSize(WINDOW)

    await person.open(/^John Smith/)
    await person.press('x')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+J')
    await page.getByText('4 conversations selected').first().waitFor()
    await take(page, 'selection')
  })

  it('outbox without a connection', async () => {
    const server = await startSandbox({ conversations: 40, answers: false, key: KEY })
    const { page } = keepOpen(await openBuiltWindow())
    await prepare(page)
    const person = new Person(page)
    await person.connect(KEY, server.url)
    await page
      .getByText(/^Checked/)
      .first()
      .waitFor({ timeout: MAX_SYNC_MS })
    // Loads the view while there is a connection.
    await person.showView('Outbox')
    await page.getByText('All messages sent').waitFor()
    await person.showView('Inbox')
    await person.open(/^John Smith/)
    await server.close()
    await page.context().setOffline(true)
    await person.sendReply('Yes, Friday at 2 pm works. See you then!')
    await person.bubble('Yes, Friday').getByText('Waiting for connection').waitFor()
    await take(page, 'offline')
    await person.showView('Outbox')
    await person.entry('Waiting', 'Yes, Friday').waitFor()
    await take(page, 'outbox')
  })
})

/** The demo once all of it is downloaded, so that every count is known, without the key drill and with John Smith's thread open. */
async function openJohn(): Promise<DemoWindow> {
  const demo = await openDemoWindow()
  keepOpen(demo.built)
  const { page, person } = demo
  await prepare(page)
  await page.getByRole('button', { name: 'Skip drill' }).click()
  // The details of the status line are drawn before they are shown.
  await page.getByText('All threads on this device').waitFor({ state: 'attached', timeout: MAX_SYNC_MS })
  await page.getByRole('listbox', { name: 'Conversations' }).focus()
  await page.keyboard.press('Home')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  return demo
}

async function prepare(page: Page): Promise<void> {
  await page.setViewportSize(WINDOW)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

function keepOpen(built: BuiltWindow): BuiltWindow {
  closing.push(() => built.close())
  return built
}

/** The pointer is away, so that nothing is drawn as hovered. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ animations: 'disabled' }))
}
