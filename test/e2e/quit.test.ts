import type { ElectronApplication } from 'playwright-core'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** The texts of a dialog that was shown. */
type ShownDialog = { readonly message: string; readonly detail: string }

const QUIT = 0
const KEEP_OPEN = 1

/** Replaces the system's dialog, which a test cannot click, and chooses this button. */
async function fakeDialog(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shown })
    Object.assign(dialog, {
      showMessageBox: async (...given: unknown[]) => {
        shown.push(given.at(-1))
        return { response: answer, checkboxChecked: false }
      },
    })
  }, response)
}

async function readDialogs(app: ElectronApplication): Promise<readonly ShownDialog[]> {
  return app.evaluate(() =>
    (globalThis as unknown as { shown: ShownDialog[] }).shown.map(({ message, detail }) => ({ message, detail })),
  )
}

const QUIT_BY = {
  'the menu': (app: ElectronApplication) =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click()),
  'the window’s close button': (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
} as const

/** Queues a message while offline. The main process knows that it waits. */
async function startWithQueuedMessage(stage: Stage) {
  // Closing the window quits, also where there is a tray.
  writeFileSync(join(stage.userDataDir, 'background.json'), JSON.stringify({ keepsRunning: false }))
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await stage.line.cutOff()
  await person.sendReply('To be sent tomorrow')
  await person.bubble('To be sent tomorrow').getByText('Waiting for connection').waitFor()
  const { app } = stage
  invariant(app !== null, 'the app was started')
  return { person, app }
}

describe('quit while a message waits', () => {
  it.each(Object.keys(QUIT_BY) as (keyof typeof QUIT_BY)[])(
    'by %s asks first, and closes the app when the user confirms',
    async (action) => {
      const stage = await setStage()
      const { person, app } = await startWithQueuedMessage(stage)
      await fakeDialog(app, KEEP_OPEN)
      await QUIT_BY[action](app)
      await expect.poll(() => readDialogs(app)).toHaveLength(1)
      expect(await readDialogs(app)).toEqual([
        {
          message: '1 message hasn’t been sent.',
          detail: expect.stringMatching(/^It stays on this device and will be sent /) as string,
        },
      ])
      // The app continues to run.
      await person.bubble('To be sent tomorrow').waitFor()

      await fakeDialog(app, QUIT)
      const exited = new Promise((resolve) => app.process().once('exit', resolve))
      await QUIT_BY[action](app).catch(expectClosed)
      await exited
      await stage.line.restore()
      await stage.start('connected')
      await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual(['To be sent tomorrow'])
    },
  )

  it('says that quitting loses it where nothing is kept, and the next start begins anew without a banner', async () => {
    const stage = await setStage({ withoutKeychain: 'memory' })
    const { app } = await startWithQueuedMessage(stage)
    await fakeDialog(app, KEEP_OPEN)
    await QUIT_BY['the menu'](app)
    await expect.poll(() => readDialogs(app)).toHaveLength(1)
    const detail = 'Nothing is kept on this computer after you quit. It will be lost.'
    expect(await readDialogs(app)).toEqual([{ message: '1 message hasn’t been sent.', detail }])
    await fakeDialog(app, QUIT)
    const exited = new Promise((resolve) => app.process().once('exit', resolve))
    await QUIT_BY['the menu'](app).catch(expectClosed)
    await exited
    const names = readdirSync(stage.userDataDir)
    expect(names).toContain('workspaces.json')
    expect(names.filter((name) => ['keys', 'journals'].includes(name))).toEqual([])

    await stage.line.restore()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    const notices = person.page.getByRole('region', { name: 'Notices' })
    await notices.getByText('the API key is forgotten when you quit').waitFor()
    expect(await notices.innerText()).not.toMatch(/lost|restored/)
    expect(await person.bubble('To be sent tomorrow').count()).toBe(0)
    expect(sentMessages(stage.server)).toEqual([])
  })

  it('asks nothing when the system ends the app or nothing waits', async () => {
    const stage = await setStage()
    const { person, app } = await startWithQueuedMessage(stage)
    await fakeDialog(app, KEEP_OPEN)
    // The dialog would keep the app open. A system that shuts down sends a signal.
    const exited = new Promise((resolve) => app.process().once('exit', resolve))
    app.process().kill('SIGTERM')
    await exited
    await expect.poll(() => person.page.isClosed()).toBe(true)

    await stage.line.restore()
    await stage.start('connected')
    await expect.poll(() => sentMessages(stage.server)).toHaveLength(1)
    const again = stage.app
    invariant(again !== null, 'the app was started')
    await fakeDialog(again, KEEP_OPEN)
    let hasEnded = false
    again.process().once('exit', () => (hasEnded = true))
    // The dialog would keep the app open, so only a close without a question ends it. The main process learns a moment after the window that
    // everything is sent.
    const closeAndCheck = async (): Promise<boolean> => {
      if (!hasEnded) await QUIT_BY['the window’s close button'](again).catch(expectClosed)
      return hasEnded
    }
    await expect.poll(closeAndCheck, SEND_LIMIT).toBe(true)
  })
})

/** The app may exit before it responds. */
function expectClosed(error: unknown): void {
  expect(String(error)).toMatch(/closed|destroyed/)
}

/** Keeps the table of drafts busy for this time, ms, as a large sync would on a slow disk. */
async function occupyDrafts({ page }: Person, durationMs: number): Promise<void> {
  await page.evaluate(async (forMs) => {
    const { name = '' } = (await indexedDB.databases())[0] ?? {}
    const opening = indexedDB.open(name)
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
    const end = performance.now() + forMs
    const next = (): void => {
      if (performance.now() < end) drafts.count().addEventListener('success', next)
      else opening.result.close()
    }
    next()
  }, durationMs)
}

it('keeps every letter of a draft and of a begun conversation when the user quits while they are being saved', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.page.keyboard.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.type('Half')
  await occupyDrafts(person, 800)
  await person.page.keyboard.type(' a sentence, to the last letter')
  const { app } = stage
  invariant(app !== null, 'the app was started')
  const exited = new Promise((resolve) => app.process().once('exit', resolve))
  await QUIT_BY['the menu'](app).catch(expectClosed)
  await exited

  const again = await stage.start('connected')
  await again.open(/^John Smith/)
  await expect.poll(() => again.reply().inputValue()).toBe('Half a sentence, to the last letter')
  await again.page.keyboard.press('Escape')
  await again.page.keyboard.press('c')
  const message = again.page.getByRole('dialog').getByLabel('Message')
  await message.fill('A begun conversation')
  await stage.quit()

  const last = await stage.start('connected')
  await last.list().waitFor()
  await last.page.keyboard.press('c')
  await expect.poll(() => last.page.getByRole('dialog').getByLabel('Message').inputValue()).toBe('A begun conversation')
})
