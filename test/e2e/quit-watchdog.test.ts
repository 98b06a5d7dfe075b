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
  const gone = once(app.process(), 'exit')
  return { app, page: person.page, gone, windowFile: join(stage.userDataDir, 'window.json') }
}

it('a quit is ended by force when the main process hangs, after what it writes', async () => {
  const { app, gone, windowFile } = await startApp()
  await app.evaluate((electron) => {
    // Blocks the thread outside JavaScript, as a library of the system does.
    electron.app.on('will-quit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
    setTimeout(() => electron.app.quit())
  })
  const [code, signal] = await gone
  expect(process.platform === 'win32' ? code : signal).not.toBe(process.platform === 'win32' ? 0 : null)
  expect(existsSync(windowFile)).toBe(true)
})

it('the app quits in its usual way when the page hangs', async () => {
  const { app, page, gone } = await startApp()
  void page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => 'the page is gone before it answers')
  await app.evaluate((electron) => void setTimeout(() => electron.app.quit()))
  expect(await gone).toEqual([0, null])
})
