import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { removeFolder } from './remove-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Time limit, ms. It only bounds a hang. */
const HANG_MS = 60_000

/** An empty folder that is deleted after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-profile-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

/** Starts the app with an unusable profile. A hook records the text of the system's error box, which would wait for a click. */
export async function startOn(userDataDir: string): Promise<{ readonly code: unknown; readonly shown: string }> {
  const folder = makeFolder()
  const note = join(folder, 'shown.txt')
  const hook = join(folder, 'hook.cjs')
  writeFileSync(note, '')
  writeFileSync(
    hook,
    `const { dialog, app } = require('electron')
dialog.showErrorBox = (title, text) =>
  require('node:fs').writeFileSync(${JSON.stringify(note)}, [app.isReady(), title, text].join('\\n'))`,
  )
  const { electron, switches, env } = await prepareLaunch(() => {})
  const app = spawn(electron.executable, ['-r', hook, ROOT, ...switches, `--user-data-dir=${userDataDir}`], {
    env,
    stdio: 'ignore',
  })
  // In case the app starts anyway.
  const bound = setTimeout(() => app.kill('SIGKILL'), HANG_MS)
  const [code] = (await once(app, 'exit')) as unknown[]
  clearTimeout(bound)
  return { code, shown: readFileSync(note, 'utf8') }
}
