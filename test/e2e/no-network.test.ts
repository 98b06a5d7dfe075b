import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canMount } from '../../scripts/mounts.mjs'
import { launchApp, type RunningApp } from '../support/app.ts'
import { type Listeners, openListeners } from '../support/listeners.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { HELPERS, QUIET_WAYS_OUT, type Target } from '../support/ways-out.ts'

/** An address of loopback that nothing else uses. Names can be listened to only where a test may replace the system's name server. */
const NAME_SERVER = canMount() ? '127.83.17.53' : null
/** Everything that leaves does so within a fraction of this, ms. */
const LEAVING_MS = 2_500

let folder: string
let listeners: Listeners
let running: RunningApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-no-network-'))
  listeners = await openListeners(NAME_SERVER)
  running = await launchApp({
    userDataDir: join(folder, 'profile'),
    env: { CLARION_WORKSPACE: 'demo' },
    ...(NAME_SERVER === null ? {} : { wrap: (executable) => withNameServer(NAME_SERVER, executable) }),
  })
  await running.page.getByRole('option').first().waitFor()
})

afterAll(async () => {
  await running.close()
  listeners.close()
  await removeFolder(folder)
})

/** A program that runs another one with a different name server, in a mount namespace of its own. */
function withNameServer(address: string, executable: string): string {
  const [settings, program] = [join(folder, 'resolv.conf'), join(folder, 'run.sh')]
  writeFileSync(settings, `nameserver ${address}\noptions timeout:1 attempts:1\n`)
  const inside = `mount --bind '${settings}' /etc/resolv.conf && exec "$0" "$@"`
  writeFileSync(
    program,
    `#!/bin/sh\nexec unshare --mount sh -c '${inside.replaceAll("'", "'\\''")}' '${executable}' "$@"\n`,
    {
      mode: 0o755,
    },
  )
  return program
}

/** Runs all ways like scripts of the page, from timers: its policy does not apply to code that the debugger evaluates. */
async function tryAll(page: Page, target: Target): Promise<number> {
  const ways = Object.values(QUIET_WAYS_OUT).map((way) => `async () => (${way.toString()})(target)`)
  await page.evaluate(`new Promise((resolve) => setTimeout(() => {
    ${HELPERS.map((helper) => helper.toString()).join('\n')}
    const target = ${JSON.stringify(target)}
    for (const way of [${ways.join(',\n')}]) way().catch(() => {})
    resolve()
  }))`)
  await wait(LEAVING_MS)
  return ways.length
}

it.each([
  ['with its content security policy', false],
  ['without it', true],
])('page reaches no host by TCP, UDP or DNS %s', async (_name, isBypassed) => {
  const { page } = running
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.setBypassCSP', { enabled: isBypassed })
  await cdp.send('Page.reload')
  await page.getByRole('option').first().waitFor()
  const { tcpPort, udpPort } = listeners
  const web = `http://127.0.0.1:${tcpPort}`
  listeners.forget()
  const tried = await tryAll(page, { web, host: '127.0.0.1', udpPort, name: 'out.example' })
  expect(listeners.heard).toEqual([])
  expect(tried).toBeGreaterThan(40)
  expect(page.url()).toMatch(/^app:\/\/clarion\//)
})

it('both sessions have a proxy that refuses everything, also connections to this computer', async () => {
  const proxies = await running.app.evaluate(({ session, BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.session
    if (page === undefined || page === session.defaultSession) throw new Error('the window has no session of its own')
    return Promise.all(
      [page, session.defaultSession].flatMap((each) =>
        ['https://example.com/', 'http://127.0.0.1/'].map((url) => each.resolveProxy(url)),
      ),
    )
  })
  expect(proxies).toEqual(Array(4).fill('SOCKS5 nowhere.invalid:9'))
})

it('listeners hear the test itself', async () => {
  listeners.forget()
  await fetch(`http://127.0.0.1:${listeners.tcpPort}/control`, { signal: AbortSignal.timeout(500) }).catch(() => null)
  const socket = createSocket('udp4')
  socket.send('control', listeners.udpPort, '127.0.0.1', () => socket.close())
  const expected = ['tcp connection', 'tcp GET /control HTTP/1.1', 'udp control']
  if (NAME_SERVER !== null) {
    expected.push('dns control.example')
    // Looks the name up in the app's surroundings.
    await promisify(execFile)(withNameServer(NAME_SERVER, '/usr/bin/getent'), ['ahostsv4', 'control.example']).catch(
      () => null,
    )
  }
  await expect.poll(() => listeners.heard).toEqual(expect.arrayContaining(expected))
})
