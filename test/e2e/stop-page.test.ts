import { expect, it } from 'vitest'
import { DrivenApp } from '../support/driven-app.ts'
import { KEY, sentMessages, setStage, type Stage } from '../support/stage.ts'

const APP = 'app://clarion/'

async function start(stage: Stage): Promise<DrivenApp> {
  const app = await DrivenApp.start(stage.userDataDir, { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY })
  await inboxShown(app)
  return app
}

async function inboxShown(app: DrivenApp): Promise<void> {
  await expect.poll(() => app.url()).toBe(APP)
  await expect.poll(() => app.inPage('document.querySelector("[role=option]") !== null')).toBe(true)
}

/** With the focus on its first button. */
async function stopPageShown(app: DrivenApp): Promise<void> {
  await expect.poll(() => app.url()).toBe('app://clarion/stopped/crashed')
  await expect.poll(() => app.inPage('document.activeElement?.textContent')).toBe('Reload')
}

async function crashTwice(app: DrivenApp): Promise<void> {
  await app.crashPage()
  await inboxShown(app)
  await app.crashPage()
  await stopPageShown(app)
}

it('a page that crashes again gets a page that reloads by F5, by Enter and by the mouse', async () => {
  const app = await start(await setStage())
  await crashTwice(app)
  expect(await app.inPage('document.querySelector("[role=alert]").textContent')).toMatch(/closed unexpectedly/)
  for (const reload of [() => app.press('F5'), () => app.press('Return'), () => app.click('a.primary')]) {
    await reload()
    await inboxShown(app)
    await app.crashPage()
    await stopPageShown(app)
  }
})

it('the log opens from the stop page, which stays', async () => {
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

it('starting without the cache downloads the conversations again and keeps what is unsent', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await stage.line.cutOff()
  await person.sendReply('Said before the crash')
  await person.bubble('Said before the crash').getByText('Sends when you’re online').waitFor()
  await stage.kill()

  const app = await start(stage)
  await crashTwice(app)
  await stage.line.restore()
  const before = stage.server.journal.requests().length
  await app.click('a:nth-of-type(2)')
  await inboxShown(app)
  const listed = () =>
    stage.server.journal
      .requests()
      .slice(before)
      .filter(({ method, path }) => method === 'GET' && path === '/conversations')
  await expect.poll(() => listed().length).toBeGreaterThan(0)
  await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual(['Said before the crash'])
})

it('a crash of the stop page asks by a dialog of the system, which can try again', async () => {
  const app = await start(await setStage())
  await crashTwice(app)
  await app.ask(({ dialog }) => {
    const showMessageBox = async (_window: unknown, { message }: { message: string }) => {
      Object.assign(globalThis, { asked: message })
      return { response: 0, checkboxChecked: false }
    }
    Object.assign(dialog, { showMessageBox })
  })
  await app.crashPage()
  await inboxShown(app)
  expect(await app.ask(() => (globalThis as unknown as { asked?: string }).asked)).toBe('Clarion can’t show its window')
})

it('a page that hangs can be reloaded', async () => {
  const app = await start(await setStage())
  await app.ask(({ BrowserWindow, dialog }) => {
    Object.assign(dialog, { showMessageBox: async () => ({ response: 1, checkboxChecked: false }) })
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'window.isOld = true; setTimeout(() => { for (;;); })',
    )
    // Chromium tells it after a key that was not answered for half a minute.
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive')
  })
  await expect.poll(() => app.inPage('window.isOld !== true')).toBe(true)
  await inboxShown(app)
})
