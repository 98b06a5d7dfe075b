import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { type PackagedApp, startPackaged } from '../../support/packaged-app.ts'
import { xdotool, xWindowOf } from '../../support/x-keys.ts'

const KEY = 'sk_live_packaged_0123456789'

/**
 * Nothing can look into a packaged app: that is what its fuses and switches are for. So this story is told from outside, with
 * real key strokes on the X screen, and judged by the server's log.
 */
describe('the packaged app', () => {
  let app: PackagedApp | undefined
  let server: Sandbox | undefined

  afterEach(async () => {
    await app?.close()
    await server?.close()
    ;[app, server] = [undefined, undefined]
  })

  it('starts with its sandbox, reads the account, and sends what is typed', async () => {
    const running = await startSandbox({ conversations: 12, answers: false, key: KEY })
    server = running
    letOthersDraw()
    app = startPackaged({ env: { CLARION_API_URL: running.url, CLARION_API_KEY: KEY } })

    await running.journal.until(() => threadsRead(running).size === 12)
    const window = await xWindowOf('Clarion')
    xdotool('windowfocus', '--sync', window)
    xdotool('key', 'j')
    const openPath = await pollOfOneThread(running)
    xdotool('key', 'r')
    // The next look at the open thread is seconds later: by then the composer has had the focus for many frames.
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

  it.each(['--remote-debugging-port=0', '--no-sandbox', '--js-flags=--expose-gc', '--inspect'])(
    'does not start with %s, and says why',
    async (argument) => {
      letOthersDraw()
      app = startPackaged({ env: { CLARION_WORKSPACE: 'demo' }, args: [argument] })
      expect(await app.ended).toBe(1)
      expect(app.errors()).toContain('Clarion did not start')
    },
  )
})

/** Paths of the threads that were read. */
function threadsRead(server: Sandbox): ReadonlySet<string> {
  const reads = server.journal
    .requests()
    .filter((request) => request.method === 'GET' && request.path.startsWith('/conversations/'))
  return new Set(reads.map((request) => request.path))
}

/** Once every thread was read, only the one on screen is read again. */
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

/** The app runs as another user than the one who opened the screen in memory. */
function letOthersDraw(): void {
  const authority = process.env['XAUTHORITY']
  invariant(authority !== undefined, 'the packaged stage draws on a screen of its own')
  chmodSync(dirname(authority), 0o755)
  chmodSync(authority, 0o644)
}
