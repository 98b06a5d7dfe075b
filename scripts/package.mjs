// npm run package: the unpacked app for this machine, then every kind of package whose tools can be had here.
// `npm run package -- --all` fails when a kind is left out or the Electron is not the one to ship: that is for releases.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, tool } from './build.mjs'
import { findElectron } from './electron.mjs'
import { NOTES, ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const DIST = join(ROOT, 'dist')
const PLATFORM = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform]
const KINDS = {
  linux: ['tar.gz', 'AppImage', 'deb', 'rpm'],
  darwin: ['zip', 'dmg'],
  win32: ['nsis', 'portable'],
}[process.platform]
/** Where the packager fetches its tools, unless a mirror is named. */
const TOOLS = 'https://github.com/electron-userland/electron-builder-binaries'
const ANSWER_LIMIT_MS = 10_000
/** A hang is ended; a slow line is not. */
const KIND_LIMIT_MS = 15 * 60_000

/** The unpacked app in dist/, over the Electron that is at hand. */
export async function makePackage() {
  await buildIfStale()
  const electron = findElectron()
  if (electron === null) throw new Trouble('there is no Electron yet. Run `node scripts/setup.mjs`.')
  // What an earlier run left would pass for this one's.
  rmSync(DIST, { recursive: true, force: true })
  say(`packing the app over Electron ${electron.version}`)
  const over = [`-c.electronVersion=${electron.version}`, `-c.electronDist=${distOf(electron)}`]
  const { code, output } = await pack(['dir', '--config', configFor(electron), ...over])
  if (code !== 0) throw new Trouble(`the app could not be packed:\n${output}`)
  return electron
}

function pack(args) {
  const all = [tool('electron-builder', 'cli.js'), PLATFORM, ...args, '--publish', 'never']
  return run(process.execPath, all, { quiet: true, limitMs: KIND_LIMIT_MS })
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
  const shim = join(electron.folder, 'resources', 'app')
  cpSync(electron.folder, folder, { recursive: true, filter: (source) => source !== shim })
  return folder
}

/**
 * One kind of package, made from the unpacked app so that all hold the same files. A universal app for macOS is two Electrons joined, which
 * the packager fetches itself.
 */
async function makeKind(kind, electron) {
  const from = ['--prepackaged', join(DIST, unpackedFolder() ?? ''), `-c.electronVersion=${electron.version}`]
  const how = process.platform === 'darwin' ? ['--universal'] : from
  const { code, output } = await pack([kind, '--config', configFor(electron), ...how])
  return code === 0 ? null : reasonIn(output)
}

/** Makes what can be made; the kinds that could not, by reason. */
async function makeKinds(electron) {
  const canFetch = await canFetchTools()
  const left = new Map()
  for (const kind of KINDS) {
    const reason = canFetch ? await makeKind(kind, electron) : await makeWithout(kind)
    if (reason === null) say(`made ${kind}`)
    else left.set(reason, [...(left.get(reason) ?? []), kind])
  }
  return left
}

/** Asked once: the packager itself tries each tool for a minute before it gives up. */
async function canFetchTools() {
  if (process.env.ELECTRON_BUILDER_BINARIES_MIRROR || process.env.ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(TOOLS, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** Every system has tar; the other kinds have to wait for their tools. */
async function makeWithout(kind) {
  if (kind !== 'tar.gz')
    return 'the tools are on GitHub, which cannot be reached; ELECTRON_BUILDER_BINARIES_MIRROR names a mirror'
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const folder = `${name}-${version}`
  const args = [
    '-czf',
    `${folder}.tar.gz`,
    '--transform',
    `s,^[^/]*,${folder},`,
    '--owner=0',
    '--group=0',
    unpackedFolder(),
  ]
  const { code, output } = await run('tar', args, { cwd: DIST, quiet: true })
  return code === 0 ? null : output.trim()
}

const unpackedFolder = () => readdirSync(DIST).find((name) => name.endsWith('-unpacked'))

/** The packager's own last word; its stack and its advice are in dist/ for who wants them. */
function reasonIn(output) {
  const words = [...output.matchAll(/(?:⨯|\w*Error:)\s+(.+)/g)].map((match) =>
    match[1].replace(/\s+(failedTask|stackTrace)=.*/, ''),
  )
  return words.at(-1)?.slice(0, 160) ?? 'no reason given'
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    const isRelease = process.argv.includes('--all')
    const electron = await makePackage()
    const left = await makeKinds(electron)
    for (const [reason, kinds] of left) say(`left out: ${kinds.join(', ')} (${reason})`)
    say(`in dist/: ${readdirSync(DIST).join(', ')}`)
    if (electron.isFallback)
      say(
        `this is for trying out: Electron ${electron.version} no longer gets security fixes. Ship what the release workflow makes`,
      )
    if (isRelease && (left.size > 0 || electron.isFallback)) throw new Trouble('this is no complete release, see above')
  })
}
