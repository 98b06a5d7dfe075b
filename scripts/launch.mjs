import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openVirtualDisplay, hasDisplay } from './display.mjs'
import { findElectron } from './electron.mjs'
import { killTree } from './process-tree.mjs'
import { run, which } from './run.mjs'
import { say, Trouble } from './say.mjs'

/**
 * Why Chromium's sandbox cannot work for this user on this machine; null when it can. Development and tests then run without it, but
 * the packaged app never does.
 * @returns {Promise<string | null>}
 */
async function whyNoSandbox(electronFolder) {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0) return 'Chromium does not sandbox for root'
  const helper = join(electronFolder, 'chrome-sandbox')
  const isHelperReady = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0
  if (isHelperReady || which('unshare') === null) return null
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { quiet: true })
  return code === 0 ? null : 'this system does not let users create namespaces'
}

/** Finds the runtime, its switches and a display for start, dev and the tests. `tell` reports unusual settings. */
export async function prepareLaunch(tell = say) {
  const electron = findElectron()
  if (electron === null) throw new Trouble('Electron is not installed. Run `node scripts/setup.mjs`.')
  const switches = []
  const reason = await whyNoSandbox(electron.folder)
  if (reason !== null) {
    tell(`starting with --no-sandbox: ${reason}. Only development does this, never the packaged app`)
    switches.push('--no-sandbox')
  }
  if (hasDisplay()) return { electron, switches, display: null, env: process.env }
  tell('there is no display: using a virtual one (Xvfb)')
  const display = await openVirtualDisplay()
  return { electron, switches: [...switches, '--disable-gpu'], display, env: { ...process.env, ...display.env } }
}

// A container has no D-Bus and no GPU. Chromium logs harmless errors about both, which would hide other errors.
const CONTAINER_NOISE = /ERROR:(\w+\/)*(bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|\w*gpu\w*)\.cc[(:]/

/** Prints the errors of a child process, without those that occur in every container. */
export function showErrors(child) {
  let rest = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (!CONTAINER_NOISE.test(line)) process.stderr.write(`${line}\n`)
  })
}

/** The app ends its own hung quit (electron/shell/quit/watch-quit.ts). This limit is for an app that ignores the signal. */
const QUIT_LIMIT_MS = 10_000

/**
 * Forwards SIGINT, SIGTERM and SIGHUP to the app, which then quits. After the limit the app and its children are killed. Exits when the
 * app exits.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} onEnd
 * @param {number} [quitLimitMs]
 */
export function followToEnd(child, onEnd, quitLimitMs = QUIT_LIMIT_MS) {
  let limit
  const startLimit = (onLimit) => {
    limit ??= setTimeout(() => onLimit(), quitLimitMs)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      child.kill(signal)
      startLimit(() => {
        say('the app did not quit in time, so it was killed')
        killTree(child)
      })
    })
  }
  child.on('error', (error) => {
    onEnd()
    throw error
  })
  child.on('exit', () => {
    clearTimeout(limit)
    limit = undefined
    // A process that the app left running may keep these streams open, and they would keep this process alive.
    startLimit(() => [child.stdout, child.stderr].forEach((stream) => stream?.destroy()))
  })
  child.on('close', (code, signal) => {
    clearTimeout(limit)
    onEnd()
    process.exitCode = signal === null || signal === 'SIGINT' || signal === 'SIGTERM' ? (code ?? 0) : 1
  })
}
