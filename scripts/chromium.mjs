import { existsSync } from 'node:fs'
import { which } from './run.mjs'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A current Chromium on this machine, to drive the built window in the engine of today where the runtime is an older one; else null.
 * @returns {string | null}
 */
export function findChromium() {
  return (
    PROGRAMS.map((program) => which(program)).find((file) => file !== null) ??
    PLACES.find((file) => existsSync(file)) ??
    null
  )
}
