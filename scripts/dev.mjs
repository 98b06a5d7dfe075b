// npm run dev: the app with hot reload. Changes to the page appear immediately, and changes to the main process restart the app.
import { spawn } from 'node:child_process'
import { forgetBuild, tool } from './build.mjs'
import { followToEnd, prepareLaunch, showErrors } from './launch.mjs'
import { ROOT } from './paths.mjs'
import { command, say } from './say.mjs'

await command(async () => {
  const { electron, switches, display, env } = await prepareLaunch()
  // The files of dev in out/ are not a production build.
  forgetBuild()
  say(`developing on Electron ${electron.version}; Ctrl+C stops it`)
  const args = [
    tool('electron-vite', 'bin/electron-vite.js'),
    'dev',
    '--watch',
    '--',
    ...switches,
    ...process.argv.slice(2),
  ]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, ELECTRON_EXEC_PATH: electron.executable },
    stdio: ['ignore', 'inherit', display ? 'pipe' : 'inherit'],
  })
  followToEnd(child, () => display?.close())
  if (display !== null) showErrors(child)
})
