import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, get as httpsGet } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { makeOwnCertificate } from '../../support/own-certificate.ts'
import { type PackagedApp, shareDisplay, startPackaged } from '../../support/packaged-app.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { threadsRead } from '../../support/threads-read.ts'
import { xdotool, xWindowOf } from '../../support/x-keys.ts'

const KEY = 'sk_live_packaged_0123456789'

/**
 * The fuses and the refused switches of a packaged app prevent that a test driver connects to it. So this test sends key strokes to
 * the X display and checks the requests that reach the server.
 */
describe('the packaged app', () => {
  let app: PackagedApp | undefined
  let server: Sandbox | undefined

  afterEach(async () => {
    await app?.close()
    await server?.close()
    ;[app, server] = [undefined, undefined]
  })

  it('starts with its sandbox, reads the account and sends a typed message', async () => {
    const running = await startSandbox({ conversations: 12, answers: false, key: KEY })
    server = running
    shareDisplay()
    app = startPackaged({ env: { CLARION_API_URL: running.url, CLARION_API_KEY: KEY } })

    await running.journal.until(() => threadsRead(running).size === 12)
    const window = await xWindowOf('Clarion')
    xdotool('windowfocus', '--sync', window)
    xdotool('key', 'j')
    const openPath = await pollOfOneThread(running)
    xdotool('key', 'r')
    // The next read of the open thread comes seconds later. By then the composer has focus.
    await pollOfOneThread(running)
    xdotool('type', 'Hello from the package')
    xdotool('key', 'ctrl+Return')
    await running.journal.until((journal) => journal.mutations().length > 0)
    expect(running.journal.mutations()).toMatchObject([
      { kind: 'send', sender: 'assistant', content: 'Hello from the package' },
    ])
    expect(openPath).toContain(running.journal.mutations()[0]?.conversationId)
    expect(app.process.exitCode).toBeNull()
  })

  it.each([
    ['--remote-debugging-port=0', 'was started with --remote-debugging-port,'],
    ['-no-sandbox', 'was started with -no-sandbox,'],
    ['--inspect', 'was started with --inspect,'],
    ['--enable-features=NetworkServiceInProcess', 'was started with --enable-features,'],
    ['--disable-gpu-sandbox', 'was started with --disable-gpu-sandbox,'],
  ])('does not start with %s and names the switch', async (argument, named) => {
    shareDisplay()
    app = startPackaged({ env: { CLARION_WORKSPACE: 'demo', LANGUAGE: 'en' }, args: [argument] })
    expect(await app.ended).toBe(1)
    expect(app.errors()).toContain(named)
  })

  it('sends nothing to a server without a valid certificate, whatever the environment says', async () => {
    shareDisplay()
    const { key, cert } = makeOwnCertificate()
    const heard: string[] = []
    const tls = createServer({ key, cert }, (request, response) => {
      heard.push(request.headers.authorization ?? '')
      response.end('{}')
    })
    onTestFinished(() => void tls.close())
    const outcome = new Promise((resolve) => {
      tls.once('tlsClientError', () => resolve('refused')).once('secureConnection', () => resolve('trusted'))
    })
    await once(tls.listen(0, '127.0.0.1'), 'listening')
    const { port } = tls.address() as AddressInfo
    const folder = mkdtempSync(join(tmpdir(), 'clarion-tls-'))
    onTestFinished(() => removeFolder(folder))
    chmodSync(folder, 0o777)
    const [trusted, secrets] = [join(folder, 'own.pem'), join(folder, 'secrets.log')]
    writeFileSync(trusted, cert, { mode: 0o644 })
    app = startPackaged({
      env: {
        CLARION_API_URL: `https://localhost:${port}`,
        CLARION_API_KEY: KEY,
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
        NODE_EXTRA_CA_CERTS: trusted,
        NODE_OPTIONS: '--use-openssl-ca',
        SSLKEYLOGFILE: secrets,
      },
    })
    expect(await outcome).toBe('refused')
    expect(heard).toEqual([])
    expect(existsSync(secrets)).toBe(false)
    // The server hears one that does not check its certificate.
    await once(httpsGet({ port, rejectUnauthorized: false, headers: { authorization: 'control' } }), 'response')
    expect(heard).toEqual(['control'])
  })
})

/** After all threads are read, the app reads only the open one again. */
async function pollOfOneThread(server: Sandbox): Promise<string> {
  const before = server.journal.requests().length
  const polls = (): readonly string[] =>
    server.journal
      .requests()
      .slice(before)
      .map((request) => request.path)
      .filter((path) => path.startsWith('/conversations/'))
  await server.journal.until(() => polls().length > 0)
  return polls()[0] ?? ''
}
