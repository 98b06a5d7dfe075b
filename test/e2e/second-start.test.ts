import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { launchApp } from '../support/app.ts'
import { removeFolder } from '../support/remove-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

it('second start shows the first window and exits', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'clarion-second-'))
  const { app, page, close } = await launchApp({ userDataDir })
  onTestFinished(async () => {
    await close()
    await removeFolder(userDataDir)
  })
  await page.getByRole('button', { name: 'Connect' }).waitFor()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const isVisible = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  expect(await isVisible()).toBe(false)

  const { electron, switches, env } = await prepareLaunch()
  const second = spawn(electron.executable, [ROOT, ...switches, `--user-data-dir=${userDataDir}`], {
    env,
    stdio: 'ignore',
  })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect.poll(isVisible).toBe(true)
  expect(app.windows()).toHaveLength(1)
})
