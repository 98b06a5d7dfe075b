import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { which } from './run.mjs'
import { Trouble } from './say.mjs'

const SIZE = '1440x900x24'
/** Xvfb answers in well under a second; a machine under load gets more. */
const START_LIMIT_MS = 30_000

/** Only Linux can be without a screen that a window could open on. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * A screen in memory. `env` is what a program needs to draw on it, `framebuffer` the file that shows what is drawn (see screenshot.mjs),
 * `close` ends it.
 * @returns {Promise<{ env: Record<string, string>, framebuffer: string, close: () => void }>}
 */
export async function openVirtualDisplay() {
  const xvfb = which('Xvfb')
  if (xvfb === null)
    throw new Trouble(
      'there is no display and no Xvfb to stand in for one. Run `node scripts/setup.mjs`: it says what to install.',
    )
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
  // In a group of its own: Ctrl+C is for the app, which must not lose its screen before it has quit.
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const close = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', close)
  const number = await displayNumber(child)
  // Nobody reads these any more, and they must not keep a finished script alive.
  child.stderr.resume().unref()
  child.stdio[3].unref()
  child.unref()
  // GDK would rather ask a Wayland compositor that is not this screen.
  const env = { DISPLAY: `:${number}`, XAUTHORITY: authority, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' }
  return { env, framebuffer: join(folder, 'Xvfb_screen0'), close }
}

/** A test runner that is killed cannot close its screen; where util-linux is there, the kernel does it then. */
function dieWithParent() {
  const setpriv = which('setpriv')
  return setpriv === null ? [] : [setpriv, '--pdeathsig', 'TERM']
}

/** Xvfb picks a free number itself and writes it once it takes connections. */
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

/** One Xauthority entry that fits every host and number: without it any user of the machine could look at the screen. */
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
