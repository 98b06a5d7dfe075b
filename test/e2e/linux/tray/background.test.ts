import type { ElectronApplication } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { invariant } from '../../../../src/shared/failure.ts'
import { setStage, type Stage } from '../../../support/stage.ts'
import { TrayDesktop } from '../../../support/tray-host.ts'
import { PageByMain } from '../../../support/page-by-main.ts'

const KEEP_RUNNING = 0
const KEEP_OPEN = 1

function mainOf({ app }: Stage): ElectronApplication {
  invariant(app !== null, 'the app was started')
  return app
}

/** Replaces the system's dialog and its notifications, which a test machine cannot show, and chooses this button. */
async function fakeSystem(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog, Notification }, answer) => {
    const asked: unknown[] = []
    const notified: string[] = []
    Object.assign(globalThis, { asked, notified })
    Object.assign(dialog, {
      showMessageBox: async (...given: unknown[]) => {
        asked.push((given.at(-1) as { message: string }).message)
        return { response: answer, checkboxChecked: false }
      },
    })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      notified.push(this.title)
    }
  }, response)
}

const read = (app: ElectronApplication, name: 'asked' | 'notified'): Promise<readonly string[]> =>
  app.evaluate((_electron, of) => (globalThis as unknown as Record<string, string[]>)[of] ?? [], name)

const isVisible = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

it('a closed window goes on in the tray, and without a tray closing asks and quits', async () => {
  const desktop = await TrayDesktop.start()
  onTestFinished(() => desktop.stop())
  await desktop.begin()
  const stage = await setStage({ env: desktop.env })
  const person = await stage.start('connected')
  const app = mainOf(stage)
  await person.rows().first().waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await expect.poll(() => desktop.icons).toHaveLength(1)

  // The first close says that the app keeps running.
  await fakeSystem(app, KEEP_RUNNING)
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await read(app, 'asked')).toEqual(['Clarion keeps running'])

  // The hidden page receives a message.
  const john = stage.server.account.find('conv_abc123')
  invariant(john !== null, 'the conversation is seeded')
  stage.server.account.send(john, 'customer', 'Are you there?', null)
  await person.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => read(app, 'notified')).toEqual(['John Smith'])
  expect(await isVisible(app)).toBe(false)

  // A click on the icon opens the window again, and the next close says nothing.
  await desktop.click()
  await expect.poll(() => isVisible(app)).toBe(true)
  await closeWindow(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await read(app, 'asked')).toHaveLength(1)
  await desktop.click()
  await expect.poll(() => isVisible(app)).toBe(true)

  // The desktop takes its tray away while a message waits.
  await person.open(/^John Smith/)
  await person.bubble('Are you there?').waitFor()
  await stage.line.cutOff()
  await person.sendReply('To be sent tomorrow')
  await person.bubble('To be sent tomorrow').getByText('Waiting for connection').waitFor()
  await desktop.end()
  await fakeSystem(app, KEEP_OPEN)
  const closeAndRead = async (): Promise<readonly string[]> => {
    await closeWindow(app)
    return read(app, 'asked')
  }
  await expect.poll(closeAndRead).toContain('1 message hasn’t been sent.')
  // The app answered, and still runs.
  await person.bubble('To be sent tomorrow').waitFor()
})

it('a hidden start opens no window, is locked from the tray, and shows the lock when it is opened', async () => {
  const desktop = await TrayDesktop.start()
  onTestFinished(() => desktop.stop())
  await desktop.begin()
  const stage = await setStage({ env: desktop.env })
  const person = await stage.start('connected', ['--hidden'])
  const app = mainOf(stage)
  // The page works as in a visible window.
  await person.page.getByText('All threads on this device').waitFor()
  await expect.poll(() => desktop.icons).toHaveLength(1)
  expect(await isVisible(app)).toBe(false)

  const menu = ['Open Clarion', 'New conversation…', expect.stringMatching(/^\d+ conversations waiting$/), 'Lock now']
  await expect.poll(() => desktop.menu()).toEqual([...menu, 'Quit Clarion'])

  const page = PageByMain.of(app)
  await desktop.choose('Lock now')
  // This text comes with the new page.
  await expect.poll(() => page.inPage('document.body.innerText')).toMatch(/Unlocking takes one click/)
  await expect.poll(() => desktop.menu()).toEqual(['Open Clarion', 'New conversation…', 'Quit Clarion'])
  expect(await isVisible(app)).toBe(false)
  await desktop.choose('Open Clarion')
  await expect.poll(() => isVisible(app)).toBe(true)
  expect(await page.inPage('document.body.innerText')).toMatch(/Unlocking takes one click/)
})
