import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invariant } from '../../src/shared/failure.ts'
import { chooseProtection } from './profile-protection.ts'
import { removeFolder } from './remove-folder.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const PLACES = [
  'linux-unpacked/clarion',
  'linux-arm64-unpacked/clarion',
  'win-unpacked/Clarion.exe',
  'win-arm64-unpacked/Clarion.exe',
  'mac/Clarion.app/Contents/MacOS/Clarion',
  'mac-arm64/Clarion.app/Contents/MacOS/Clarion',
]
/** The user `nobody`, because the packaged app uses Chromium's sandbox, which does not work as root. */
const NOBODY = 65_534

export function packagedExecutable(): string {
  const executable = PLACES.map((place) => join(DIST, place)).find((file) => existsSync(file))
  invariant(executable !== undefined, 'the package stage ran before this')
  return executable
}

export type PackagedApp = {
  readonly process: ChildProcess
  /** Its stderr output so far. */
  readonly errors: () => string
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>
  readonly close: () => Promise<void>
}

/** Starts the package like an ordinary Linux user, with its own profile. */
export function startPackaged(options: {
  readonly env: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}): PackagedApp {
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'clarion-packaged-'))
  const home = join(folder, 'home')
  const profile = join(home, 'profile')
  chooseProtection(profile)
  const executable = isRoot ? installFor(NOBODY, folder, home) : packagedExecutable()
  const args = [`--user-data-dir=${profile}`, '--disable-gpu', ...(options.args ?? [])]
  const child = spawn(executable, args, {
    cwd: home,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    process: child,
    errors: () => errors,
    ended,
    async close() {
      child.kill()
      await ended
      await removeFolder(folder)
    },
  }
}

/** A copy that another user can read and run, with the permissions of Chromium's sandbox helper as set by an installer. */
function installFor(user: number, folder: string, home: string): string {
  const app = join(folder, 'app')
  cpSync(dirname(packagedExecutable()), app, { recursive: true })
  chmodSync(folder, 0o755)
  chmodSync(join(app, 'chrome-sandbox'), 0o4755)
  for (const path of [
    home,
    ...readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name)),
  ])
    chownSync(path, user, user)
  return join(app, 'clarion')
}

/** Lets the app use the virtual display, because it runs as another user. */
export function shareDisplay(): void {
  const authority = process.env['XAUTHORITY']
  invariant(authority !== undefined, 'the packaged stage has a virtual display')
  chmodSync(dirname(authority), 0o755)
  chmodSync(authority, 0o644)
}
