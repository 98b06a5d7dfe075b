import { closeSync, lstatSync, mkdirSync, readlinkSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { text, type TextId } from '../strings/text.ts'
import { moveAside, realDisk } from './disk.ts'
import { createOwnFile } from './own-file.ts'

/**
 * Why the app cannot start; `path` names the file or folder that causes it. `reason` is called when it is shown: the language is known
 * only after the app is ready.
 */
export type StartProblem = { readonly reason: () => string; readonly path: string }

/** Checks that the profile's folder is writable, because Chromium exits silently if it is not. Null when it is writable. */
export function findProfileProblem(folder: string, write: (folder: string) => void = writeProbe): StartProblem | null {
  try {
    write(folder)
    return null
  } catch (error) {
    return { reason: () => reasonOf(error), path: folder }
  }
}

function writeProbe(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'write-test')
  const file = createOwnFile(path)
  try {
    // Without fsync, which can take longer than the rest of the start: a full disk already refuses the write.
    writeSync(file, 'x')
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
}

const REASONS = {
  EROFS: 'start.profile.readOnly',
  EACCES: 'start.profile.noPermission',
  EPERM: 'start.profile.noPermission',
  ENOTDIR: 'start.profile.isFile',
  EEXIST: 'start.profile.isFile',
  ENOSPC: 'start.profile.diskFull',
  EDQUOT: 'start.profile.quota',
} as const satisfies Record<string, TextId>

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return Object.hasOwn(REASONS, code)
    ? text(REASONS[code as keyof typeof REASONS])
    : text('start.profile.other', { code })
}

/** The files with which Chromium locks a profile. On Linux and macOS each is a symbolic link. Windows has none of them. */
const LOCK_NAMES = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'] as const

export type Claim = 'ours' | 'running' | StartProblem

/** Takes the profile's lock. `running`: another Clarion process has the lock, and its window comes to the front. */
export function claimProfile(folder: string, lock: () => boolean, now: () => number): Claim {
  const problem = findProfileProblem(folder)
  if (problem !== null) return problem
  if (lock()) return 'ours'
  try {
    if (moveFalseLocks(folder, now()) && lock()) return 'ours'
  } catch (error) {
    return { reason: () => text('start.profile.damagedLock', { code: codeOf(error) }), path: folder }
  }
  return lockHolder(readLock(folder), hostname(), join(folder, 'SingletonLock'))
}

/** Moves a file or folder aside that has the name of a lock's link. No process holds such a lock. True when there was one. */
function moveFalseLocks(folder: string, now: number): boolean {
  const isFalse = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === false
  const found = LOCK_NAMES.map((name) => join(folder, name)).filter(isFalse)
  for (const path of found) moveAside(realDisk, path, now)
  return found.length > 0
}

/** `target` is the target of the lock's link: `host-pid`. */
export function lockHolder(target: string | null, host: string, path: string): Claim {
  const owner = target === null ? null : target.slice(0, Math.max(0, target.lastIndexOf('-')))
  if (owner === null || owner === host) return 'running'
  return {
    reason: () => text('start.profile.elsewhere', { computer: owner }),
    path,
  }
}

function readLock(folder: string): string | null {
  try {
    return readlinkSync(join(folder, 'SingletonLock'))
  } catch {
    return null
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
