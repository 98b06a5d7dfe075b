import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'
import { say, Trouble } from './say.mjs'

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/**
 * True when what npm says it installed is what the lock asks for. Optional packages of other platforms are in the lock and not on
 * disk; everything else must be there in the very version.
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

/** Installs the packages of the lock when they are not already there. */
export async function ensurePackages(root = ROOT) {
  const lock = readJson(join(root, 'package-lock.json'))
  // npm keeps this file beside what it installed; comparing it beats a stamp of our own, which `npm install` would not move.
  if (isInstalledAsLocked(lock, readJson(join(root, 'node_modules', '.package-lock.json')))) return
  say('installing the packages of package-lock.json')
  // Not `npm ci`: it refuses a lock that lacks an optional package of some other platform, and not every registry serves them all.
  const { code } = await npm(
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'],
    { cwd: root },
  )
  if (code !== 0) {
    throw new Trouble(
      'the packages could not be installed (npm says why above). Check the network and `npm config get registry`, then run this again.',
    )
  }
}
