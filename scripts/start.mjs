// npm start: builds what changed, opens the app. `npm start -- --user-data-dir=PATH` hands its arguments on to the app.
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
const LOOK_EVERY_MS = 500
/** Text alone, drawn smoothly, brings more colours than this; a menu bar over an empty page does not. */
const DRAWN_COLOURS = 64
/** Something that moves all the time must not put the picture off for ever: 10 s. */
const MAX_LOOKS = 20

await command(async () => {
  await buildIfStale()
  const { electron, switches, display, env } = await prepareLaunch()
  say(
    `opening Clarion on Electron ${electron.version}${electron.isFallback ? ' (from the package registry)' : ''}; Ctrl+C ends it`,
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

/** Waits until something is drawn and stays as it is between two looks, then saves it: where no screen is, this is what there is to see. */
async function saveScreenshot(framebuffer, ended) {
  let before = null
  for (let looks = 1; ; looks++) {
    await wait(LOOK_EVERY_MS)
    if (ended.aborted) return undefined
    const screen = readScreen(framebuffer)
    const isStill = before?.equals(screen.rgb) || looks >= MAX_LOOKS
    if (isStill && countColours(screen) > DRAWN_COLOURS) {
      mkdirSync(join(ROOT, 'out'), { recursive: true })
      writeFileSync(SCREENSHOT, encodePng(screen))
      return say(`the window is drawn: see ${relative(process.cwd(), SCREENSHOT)}`)
    }
    before = screen.rgb
  }
}
