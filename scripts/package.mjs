// npm run package: the unpacked app for this machine, then every kind of package whose tools can be had here.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, tool } from './build.mjs'
import { findElectron } from './electron.mjs'
import { NOTES, ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const PLATFORM = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform]
const KINDS = { linux: ['tar.gz', 'AppImage', 'deb', 'rpm'], darwin: ['zip', 'dmg'], win32: ['portable', 'nsis'] }[process.platform]
/** The packager's tools come from GitHub; where it cannot be reached, this ends the waiting. */
const KIND_LIMIT_MS = 10 * 60_000

/** The unpacked app in dist/, over the Electron that is at hand. */
export async function makePackage() {
  await buildIfStale()
  const electron = findElectron()
  if (electron === null) throw new Trouble('there is no Electron yet. Run `node scripts/setup.mjs`.')
  say(`packing the app over Electron ${electron.version}`)
  const { code, output } = await pack('dir', electron)
  if (code !== 0) throw new Trouble(`the app could not be packed:\n${output}`)
}

function pack(kind, electron) {
  const overrides = [`-c.electronVersion=${electron.version}`, `-c.electronDist=${distOf(electron)}`]
  const args = [PLATFORM, kind, '--publish', 'never', '--config', configFor(electron), ...overrides]
  return run(process.execPath, [tool('electron-builder', 'cli.js'), ...args], { quiet: true, limitMs: KIND_LIMIT_MS })
}

/** electron-builder.yml; for the fallback without the one fuse that its Electron is too old to have. */
function configFor(electron) {
  const config = join(ROOT, 'electron-builder.yml')
  if (!electron.isFallback) return config
  const older = join(NOTES, 'electron-builder.yml')
  mkdirSync(NOTES, { recursive: true })
  writeFileSync(older, readFileSync(config, 'utf8').replace(/^ +grantFileProtocolExtraPrivileges:.*\n/m, ''))
  return older
}

/** The runtime as it came, without the shim that makes the fallback open a checkout. */
function distOf(electron) {
  if (!electron.isFallback) return electron.folder
  const folder = join(NOTES, 'electron-dist')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(electron.folder, folder, { recursive: true, filter: (source) => source !== join(electron.folder, 'resources', 'app') })
  return folder
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    await makePackage()
    const electron = findElectron()
    const left = []
    for (const kind of KINDS) {
      const { code, output } = await pack(kind, electron)
      if (code === 0) say(`made ${kind}`)
      else left.push(`${kind} (${reasonIn(output)})`)
    }
    say(left.length === 0 ? `everything is in ${join(ROOT, 'dist')}` : `left out, for want of tools or network: ${left.join('; ')}`)
  })
}

function reasonIn(output) {
  return /(?:⨯|Error:)\s*(.+)/.exec(output)?.[1]?.slice(0, 120) ?? 'no reason given'
}
