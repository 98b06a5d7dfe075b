import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { setStage } from '../support/stage.ts'

async function startApp() {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.rows().first().waitFor()
  const { app } = stage
  invariant(app !== null, 'the app was started')
  const exited = once(app.process(), 'exit')
  return {
    app,
    page: person.page,
    exited,
    windowFile: join(stage.userDataDir, 'window.json'),
    quitFile: join(stage.userDataDir, 'quit'),
  }
}

it('quit writes the window file and then ends by force when the main process hangs', async () => {
  const { app, exited, windowFile, quitFile } = await startApp()
  await app.evaluate((electron, path) => {
    electron.app.on('quit', () => process.mainModule?.require('node:fs').writeFileSync(path, ''))
    // Blocks the thread outside JavaScript, as a system library can.
    electron.app.on('will-quit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
    setTimeout(() => electron.app.quit())
  }, quitFile)
  const [code, signal] = await exited
  expect(process.platform === 'win32' ? code : signal).not.toBe(process.platform === 'win32' ? 0 : null)
  expect(existsSync(windowFile)).toBe(true)
  expect(existsSync(quitFile)).toBe(false)
})

it('app gets through its quit when the page hangs', async () => {
  const { app, page, exited, quitFile } = await startApp()
  void page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => 'the page closes before it responds')
  await app.evaluate((electron, path) => {
    electron.app.on('quit', () => process.mainModule?.require('node:fs').writeFileSync(path, ''))
    setTimeout(() => electron.app.quit())
  }, quitFile)
  await exited
  // Electron 25 may loop in its own teardown after this event, and is then killed.
  expect(existsSync(quitFile)).toBe(true)
})
