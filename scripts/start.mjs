// npm start: builds the app if needed and opens it. `npm start -- --user-data-dir=PATH` passes its arguments to the app.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildIfStale } from './build.mjs'
import { followToEnd, prepareLaunch, showErrors } from './launch.mjs'
import { ROOT } from './paths.mjs'
import { command, say } from './say.mjs'
import { countColours, encodePng, readScreen } from './screenshot.mjs'

const SCREENSHOT = join(ROOT, 'out', 'screenshot.png')
const CHECK_INTERVAL_MS = 500
/** Antialiased text has more colours than this. A menu bar above an empty page has fewer. */
const MIN_DRAWN_COLOURS = 64
/** A continuous animation must not delay the screenshot for more than 10 s. */
const MAX_CHECKS = 20

await command(async () => {
  await buildIfStale()
  const { electron, switches, display, env } = await prepareLaunch()
  say(
    `opening Clarion on Electron ${electron.version}${electron.isFallback ? ' (from the package registry)' : ''}; Ctrl+C stops it`,
  )
  const args = [ROOT, ...switches, ...process.argv.slice(2)]
  const child = spawn(electron.executable, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', display ? 'pipe' : 'inherit'],
  })
  const ended = new AbortController()
  followToEnd(child, () => {
    ended.abort()
    display?.close()
  })
  if (display === null) return
  showErrors(child)
  await saveScreenshot(display.framebuffer, ended.signal)
})

/** Saves a screenshot when the window is drawn and unchanged between two checks, because a virtual display is not visible. */
async function saveScreenshot(framebuffer, ended) {
  let before = null
  for (let checks = 1; ; checks++) {
    await wait(CHECK_INTERVAL_MS)
    if (ended.aborted) return undefined
    const screen = readScreen(framebuffer)
    const isStill = before?.equals(screen.rgb) || checks >= MAX_CHECKS
    if (isStill && countColours(screen) > MIN_DRAWN_COLOURS) {
      mkdirSync(join(ROOT, 'out'), { recursive: true })
      writeFileSync(SCREENSHOT, encodePng(screen))
      return say(`saved a screenshot of the window: ${relative(process.cwd(), SCREENSHOT)}`)
    }
    before = screen.rgb
  }
}
