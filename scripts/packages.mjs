import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'
import { say, Trouble } from './say.mjs'

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/**
 * True when npm's record of the installed packages matches the lock file. Optional packages of other platforms may be missing.
 * Every other package must be installed in the exact version.
 */
export function isInstalledAsLocked(lock, installed) {
  if (lock === null || installed === null) return false
  const present = installed.packages ?? {}
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '') continue
    const found = present[path]
    if (found === undefined ? !wanted.optional && !wanted.devOptional : found.version !== wanted.version) return false
  }
  return Object.entries(present).every(([path, { optional }]) => path in lock.packages || optional)
}

/** Installs the packages of the lock file if they are not installed. */
export async function ensurePackages(root = ROOT) {
  const lock = readJson(join(root, 'package-lock.json'))
  // npm updates this file with every install. A stamp of our own would miss a manual `npm install`.
  if (isInstalledAsLocked(lock, readJson(join(root, 'node_modules', '.package-lock.json')))) return
  say('installing the packages of package-lock.json')
  // Not `npm ci`: it rejects a lock file without an optional package of another platform, and some registries do not have them all.
  const { code } = await npm(
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'],
    { cwd: root },
  )
  if (code !== 0) {
    throw new Trouble(
      "couldn't install the packages (see npm's message above). Check the network and `npm config get registry`, then run this again.",
    )
  }
}
