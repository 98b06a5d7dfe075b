// npm run package: builds the unpacked app for this machine, then every package format whose tools are available.
// `npm run package -- --all`, for releases, fails when a format is missing or Electron is the fallback.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, tool } from './build.mjs'
import { makeDeb } from './deb/make-deb.mjs'
import { findElectron } from './electron.mjs'
import { NOTICES, SBOM, writeSbom } from './legal/write-legal.mjs'
import { NOTES, ROOT } from './paths.mjs'
import { unsigned, warning, withoutEmptySecrets } from './release/signing.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const DIST = join(ROOT, 'dist')
const PLATFORM = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform]
const KINDS = {
  linux: ['tar.gz', 'AppImage', 'deb', 'rpm'],
  darwin: ['zip', 'dmg'],
  win32: ['nsis', 'portable'],
}[process.platform]
/** electron-builder downloads its tools from here, unless a mirror is set. */
const TOOLS = 'https://github.com/electron-userland/electron-builder-binaries'
const ANSWER_LIMIT_MS = 10_000
/** Long enough for downloads over a slow connection. */
const KIND_LIMIT_MS = 15 * 60_000

/** Builds the unpacked app in dist/ with the installed Electron. */
export async function makePackage() {
  await buildIfStale()
  const electron = findElectron()
  if (electron === null) throw new Trouble('Electron is not installed. Run `node scripts/setup.mjs`.')
  // Files of an earlier run could be mistaken for the new ones.
  rmSync(DIST, { recursive: true, force: true })
  say(`packing the app with Electron ${electron.version}`)
  writeSbom(electron.version)
  const over = [`-c.electronVersion=${electron.version}`, `-c.electronDist=${distOf(electron)}`]
  const { code, output } = await pack(['dir', '--config', configFor(electron), ...over])
  if (code !== 0) throw new Trouble(`couldn't pack the app:\n${output}`)
  // The same files as in the package, for administrators who read them before they install it.
  for (const file of [SBOM, NOTICES]) copyFileSync(file, join(DIST, basename(file)))
  return electron
}

function pack(args) {
  const all = [tool('electron-builder', 'cli.js'), PLATFORM, ...args, ...signing(process.env), '--publish', 'never']
  return run(process.execPath, all, { quiet: true, limitMs: KIND_LIMIT_MS, env: withoutEmptySecrets(process.env) })
}

/** macOS refuses the libraries of an app that has the hardened runtime and no certificate. */
const signing = (env) =>
  process.platform !== 'darwin' || env.CSC_LINK || env.CSC_NAME ? [] : ['-c.mac.hardenedRuntime=false']

/** electron-builder.yml, for the fallback without the fuse that its older Electron does not have. */
function configFor(electron) {
  const config = join(ROOT, 'electron-builder.yml')
  if (!electron.isFallback) return config
  const older = join(NOTES, 'electron-builder.yml')
  mkdirSync(NOTES, { recursive: true })
  writeFileSync(older, readFileSync(config, 'utf8').replace(/^ +grantFileProtocolExtraPrivileges:.*\n/m, ''))
  return older
}

/** The runtime without the shim that opens a checkout in the fallback. */
function distOf(electron) {
  if (!electron.isFallback) return electron.folder
  const folder = join(NOTES, 'electron-dist')
  rmSync(folder, { recursive: true, force: true })
  const shim = join(electron.folder, 'resources', 'app')
  cpSync(electron.folder, folder, { recursive: true, filter: (source) => source !== shim })
  return folder
}

/**
 * Builds one package format from the unpacked app, so that all formats contain the same files. A universal app for macOS combines two
 * Electrons, which electron-builder downloads itself.
 */
async function makeKind(kind, electron) {
  const from = ['--prepackaged', join(DIST, unpackedFolder() ?? ''), `-c.electronVersion=${electron.version}`]
  const how = process.platform === 'darwin' ? ['--universal'] : from
  const { code, output } = await pack([kind, '--config', configFor(electron), ...how])
  return code === 0 ? null : reasonIn(output)
}

/** Builds every possible format. Returns the missing formats by reason. */
async function makeKinds(electron) {
  const canFetch = await canFetchTools()
  const left = new Map()
  for (const kind of KINDS) {
    const reason = await (kind === 'deb' ? makeDebKind() : canFetch ? makeKind(kind, electron) : makeWithout(kind))
    if (reason === null) say(`made ${kind}`)
    else left.set(reason, [...(left.get(reason) ?? []), kind])
  }
  return left
}

/** One maker for the .deb everywhere: electron-builder's needs fpm, which is on GitHub. See docs/decisions/0011-own-deb.md. */
async function makeDebKind() {
  const { version } = readManifest()
  try {
    await makeDeb({ unpacked: join(DIST, unpackedFolder() ?? ''), out: DIST, version, arch: process.arch })
    return null
  } catch (error) {
    if (error instanceof Trouble) return error.message
    throw error
  }
}

const readManifest = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** Checks once, because electron-builder tries each tool for a minute before it fails. */
async function canFetchTools() {
  if (process.env.ELECTRON_BUILDER_BINARIES_MIRROR || process.env.ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(TOOLS, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** Every system has tar. The other formats need tools that cannot be downloaded. */
async function makeWithout(kind) {
  if (kind !== 'tar.gz')
    return 'the tools are on GitHub, which cannot be reached; ELECTRON_BUILDER_BINARIES_MIRROR names a mirror'
  const { name, version } = readManifest()
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

/** The last error message of electron-builder, without its stack. */
function reasonIn(output) {
  const messages = [...output.matchAll(/(?:⨯|\w*Error:)\s+(.+)/g)].map((match) =>
    match[1].replace(/\s+(failedTask|stackTrace)=.*/, ''),
  )
  return messages.at(-1)?.slice(0, 160) ?? 'no reason given'
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    const isRelease = process.argv.includes('--all')
    if (isRelease)
      for (const sentence of unsigned(process.platform, process.env)) console.log(warning(sentence, process.env))
    const electron = await makePackage()
    const left = await makeKinds(electron)
    for (const [reason, kinds] of left) say(`not built: ${kinds.join(', ')} (${reason})`)
    say(`in dist/: ${readdirSync(DIST).join(', ')}`)
    if (electron.isFallback)
      say(
        `use this for testing only: Electron ${electron.version} no longer gets security fixes. Ship the packages of the release workflow`,
      )
    if (isRelease && (left.size > 0 || electron.isFallback)) throw new Trouble('the release is incomplete, see above')
  })
}
