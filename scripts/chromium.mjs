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
 * The path of a current Chromium on this machine; null when there is none. Tests run the built page in it if Electron is the older
 * fallback.
 * @returns {string | null}
 */
export function findChromium() {
  return (
    PROGRAMS.map((program) => which(program)).find((file) => file !== null) ??
    PLACES.find((file) => existsSync(file)) ??
    null
  )
}
