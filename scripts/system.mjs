import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { hasDisplay } from './display.mjs'
import { NOTES } from './paths.mjs'
import { run, which } from './run.mjs'
import { say, Trouble } from './say.mjs'

/**
 * The packages that Electron and its tests need on Linux, by package manager. Debian renamed many libraries to …t64 in 2024, so each
 * entry lists the names of one library, and the first available one is installed.
 */
const DEBIAN = {
  electron: [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libgbm1'], ['libasound2t64', 'libasound2']],
  xvfb: [['xvfb']],
  emoji: [['fonts-noto-color-emoji']],
  chromium: [['chromium']],
  keys: [['xdotool']],
}
const OTHER_SYSTEMS = [
  {
    has: 'dnf',
    install: 'sudo dnf install',
    electron: 'gtk3 nss mesa-libgbm alsa-lib',
    xvfb: 'xorg-x11-server-Xvfb',
    emoji: 'google-noto-color-emoji-fonts',
    chromium: 'chromium',
    keys: 'xdotool',
  },
  {
    has: 'pacman',
    install: 'sudo pacman -S',
    electron: 'gtk3 nss mesa alsa-lib',
    xvfb: 'xorg-server-xvfb',
    emoji: 'noto-fonts-emoji',
    chromium: 'chromium',
    keys: 'xdotool',
  },
  {
    has: 'zypper',
    install: 'sudo zypper install',
    electron: 'libgtk-3-0 mozilla-nss libgbm1 libasound2',
    xvfb: 'xorg-x11-server-Xvfb',
    emoji: 'noto-coloremoji-fonts',
    chromium: 'chromium',
    keys: 'xdotool',
  },
]
const EMOJI_FONT = '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'

/** Finds missing libraries and programs on Linux. Installs them on Debian and Ubuntu as root; otherwise throws with the command to run. */
export async function ensureSystem(electron, purpose) {
  if (process.platform !== 'linux') return
  const missing = await listMissing(electron, purpose)
  if (missing.length === 0) return
  const packages = await describeInstall(missing)
  if (process.getuid() !== 0 || which('apt-get') === null)
    throw new Trouble(`${describe(missing)}. Install with: ${packages.join(' ')}`)
  say(`installing ${packages.join(' ')} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  })
  const left = code === 0 ? await listMissing(electron, purpose) : missing
  if (left.length > 0)
    throw new Trouble(`${describe(left)}, and apt-get failed: ${output.trim().split('\n').slice(-3).join(' ')}`)
}

const describe = (missing) => `missing on this system: ${missing.map(({ detail }) => detail).join(', ')}`

async function listMissing(electron, purpose) {
  const missing = []
  const libraries = await missingLibraries(electron)
  if (libraries.length > 0)
    missing.push({ what: 'electron', detail: `libraries for Electron (${libraries.join(', ')})` })
  // Tests always use a virtual display, so that no window appears while a developer works.
  if ((purpose === 'test' || !hasDisplay()) && which('Xvfb') === null)
    missing.push({ what: 'xvfb', detail: 'Xvfb (a virtual display)' })
  if (purpose !== 'test') return missing
  if (which('apt-get') !== null && !existsSync(EMOJI_FONT))
    missing.push({ what: 'emoji', detail: 'a colour-emoji font' })
  // The fallback Electron has an older engine, so tests also run the page in a current Chromium.
  if (electron.isFallback && findChromium() === null) missing.push({ what: 'chromium', detail: 'Chromium' })
  if (which('xdotool') === null) missing.push({ what: 'keys', detail: 'xdotool (types into the packaged app)' })
  return missing
}

/** Runs ldd, which takes a tenth of a second, so a result without missing libraries is stored for each executable. */
async function missingLibraries(electron) {
  const note = join(NOTES, 'libraries-complete')
  const identity = `${electron.executable} ${electron.version}`
  if (existsSync(note) && readFileSync(note, 'utf8') === identity) return []
  const { code, output } = await run('ldd', [electron.executable], { quiet: true })
  if (code !== 0)
    throw new Trouble(
      `Electron can't run here: ${output.trim().split('\n')[0]}. It needs Linux with glibc, which Alpine does not have.`,
    )
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  if (missing.length > 0) return missing
  mkdirSync(NOTES, { recursive: true })
  writeFileSync(note, identity)
  return []
}

/** The package names on Debian as root; otherwise the command to run. */
async function describeInstall(missing) {
  if (which('apt-get') === null) {
    const system = OTHER_SYSTEMS.find(({ has }) => which(has) !== null)
    return [
      system === undefined
        ? 'your package manager'
        : `${system.install} ${missing.map(({ what }) => system[what]).join(' ')}`,
    ]
  }
  const isRoot = process.getuid() === 0
  if (isRoot) await run('apt-get', ['update', '-q'], { quiet: true })
  const packages = []
  for (const names of missing.flatMap(({ what }) => DEBIAN[what])) packages.push(await firstKnown(names))
  return isRoot ? packages : [`sudo apt-get install ${packages.join(' ')}`]
}

async function firstKnown(names) {
  for (const name of names.slice(0, -1)) {
    const { code } = await run('apt-cache', ['show', name], { quiet: true })
    if (code === 0) return name
  }
  return names.at(-1)
}
