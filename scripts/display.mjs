import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { which } from './run.mjs'
import { Trouble } from './say.mjs'

const SIZE = '1440x900x24'
/** Xvfb normally starts in less than a second. The limit allows for a busy machine. */
const START_LIMIT_MS = 30_000

/** True when a window can open. Only Linux may have no display. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual display. `env`: the environment variables that a program needs to use it. `framebuffer`: the file with its pixels
 * (see screenshot.mjs). `close` stops it.
 * @returns {Promise<{ env: Record<string, string>, framebuffer: string, close: () => void }>}
 */
export async function openVirtualDisplay() {
  const xvfb = which('Xvfb')
  if (xvfb === null)
    throw new Trouble('there is no display and no Xvfb. Run `node scripts/setup.mjs`, which says what to install.')
  const folder = mkdtempSync(join(tmpdir(), 'clarion-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, magicCookie(), { mode: 0o600 })
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    SIZE,
    '-fbdir',
    folder,
    '-auth',
    authority,
    '-nolisten',
    'tcp',
    '-noreset',
  ]
  const [program, ...rest] = [...dieWithParent(), xvfb, ...args]
  // Its own process group: Ctrl+C must not stop the display before the app has quit.
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const close = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', close)
  const number = await displayNumber(child)
  // These streams are no longer read, and they must not keep a finished script alive.
  child.stderr.resume().unref()
  child.stdio[3].unref()
  child.unref()
  // GDK would otherwise prefer a Wayland compositor, which is another display.
  const env = { DISPLAY: `:${number}`, XAUTHORITY: authority, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' }
  return { env, framebuffer: join(folder, 'Xvfb_screen0'), close }
}

/** With util-linux, the kernel stops the display when a test runner is killed and cannot stop it itself. */
function dieWithParent() {
  const setpriv = which('setpriv')
  return setpriv === null ? [] : [setpriv, '--pdeathsig', 'TERM']
}

/** Xvfb chooses a free number and writes it when it accepts connections. */
function displayNumber(child) {
  return new Promise((resolve, reject) => {
    let errors = ''
    const fail = () => reject(new Trouble(`Xvfb did not start: ${errors.trim() || 'no reason given'}`))
    const limit = setTimeout(fail, START_LIMIT_MS)
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.on('close', fail)
    child.stdio[3].once('data', (chunk) => {
      clearTimeout(limit)
      child.off('close', fail)
      resolve(Number(chunk))
    })
  })
}

/** One Xauthority entry for every host and number. Without it, any user of the machine could read the display. */
function magicCookie() {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
  const anyHost = Buffer.from([0xff, 0xff])
  return Buffer.concat([
    anyHost,
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(randomBytes(16)),
  ])
}
