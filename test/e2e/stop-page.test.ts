import { expect, it } from 'vitest'
import { DrivenApp } from '../support/driven-app.ts'
import { KEY, sentMessages, setStage, type Stage } from '../support/stage.ts'

const APP = 'app://clarion/'

async function start(stage: Stage): Promise<DrivenApp> {
  const app = await DrivenApp.start(stage.userDataDir, { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY })
  await untilInbox(app)
  return app
}

async function untilInbox(app: DrivenApp): Promise<void> {
  await expect.poll(() => app.url()).toBe(APP)
  await expect.poll(() => app.inPage('document.querySelector("[role=option]") !== null')).toBe(true)
}

/** Waits until the stop page's first button has focus. */
async function untilStopPage(app: DrivenApp): Promise<void> {
  await expect.poll(() => app.url()).toBe('app://clarion/stopped/crashed')
  await expect.poll(() => app.inPage('document.activeElement?.textContent')).toBe('Reload')
}

async function crashTwice(app: DrivenApp): Promise<void> {
  await app.crashPage()
  await untilInbox(app)
  await app.crashPage()
  await untilStopPage(app)
}

it('stop page reloads by F5, Enter and mouse when the page crashes twice', async () => {
  const app = await start(await setStage())
  await crashTwice(app)
  expect(await app.inPage('document.querySelector("[role=alert]").textContent')).toMatch(/closed unexpectedly/)
  for (const reload of [() => app.press('F5'), () => app.press('Return'), () => app.click('a.primary')]) {
    await reload()
    await untilInbox(app)
    await app.crashPage()
    await untilStopPage(app)
  }
})

it('stop page opens the log and stays open', async () => {
  const app = await start(await setStage())
  await crashTwice(app)
  await app.ask(({ shell }) => {
    Object.assign(shell, { openPath: async (file: string) => Object.assign(globalThis, { openedFile: file }) && '' })
  })
  await app.click('a:last-of-type')
  await expect
    .poll(() => app.ask(() => (globalThis as unknown as { openedFile?: string }).openedFile ?? ''))
    .toMatch(/main\.log$/)
  expect(await app.url()).toBe('app://clarion/stopped/crashed')
})

it('stop page clears the cache, downloads the conversations again and keeps unsent messages', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await stage.line.cutOff()
  await person.sendReply('Written before the crash')
  await person.bubble('Written before the crash').getByText('Waiting for connection').waitFor()
  await stage.kill()

  const app = await start(stage)
  await crashTwice(app)
  await stage.line.restore()
  const before = stage.server.journal.requests().length
  await app.click('a:nth-of-type(2)')
  await untilInbox(app)
  const listed = () =>
    stage.server.journal
      .requests()
      .slice(before)
      .filter(({ method, path }) => method === 'GET' && path === '/conversations')
  await expect.poll(() => listed().length).toBeGreaterThan(0)
  await expect
    .poll(() => sentMessages(stage.server).map(({ content }) => content))
    .toEqual(['Written before the crash'])
})

it('app shows a system dialog and reloads when the stop page crashes', async () => {
  const app = await start(await setStage())
  await crashTwice(app)
  await app.ask(({ dialog }) => {
    const showMessageBox = async (_window: unknown, { message }: { message: string }) => {
      Object.assign(globalThis, { shownMessage: message })
      return { response: 0, checkboxChecked: false }
    }
    Object.assign(dialog, { showMessageBox })
  })
  await app.crashPage()
  await untilInbox(app)
  expect(await app.ask(() => (globalThis as unknown as { shownMessage?: string }).shownMessage)).toBe(
    'Clarion can’t show its window',
  )
})

it('page reloads when it hangs and the user chooses to reload', async () => {
  const app = await start(await setStage())
  await app.ask(({ BrowserWindow, dialog }) => {
    Object.assign(dialog, { showMessageBox: async () => ({ response: 1, checkboxChecked: false }) })
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'window.isOld = true; setTimeout(() => { for (;;); })',
    )
    // Chromium emits this event when the page does not handle a key for 30 seconds.
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive')
  })
  await expect.poll(() => app.inPage('window.isOld !== true')).toBe(true)
  await untilInbox(app)
})
