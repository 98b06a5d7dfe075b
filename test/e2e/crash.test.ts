import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { prepareLaunch } from '../../scripts/launch.mjs'
import { startFaultProxy } from '../support/fault-proxy.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The process of the page, or null while there is none. */
function findPage(userDataDir: string): number | null {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const line = lines.find((one) => one.includes('--type=renderer') && one.includes(userDataDir))
  return line === undefined ? null : Number(/\d+/.exec(line)?.[0])
}

// Without Playwright, which holds on to a page that died: what shows that the page lives is that it asks the server.
it('a page whose process is killed comes back and goes on reading', async () => {
  const server = await startSandbox({ conversations: 5, answers: false, key: 'sk_test_crash' })
  const line = await startFaultProxy(server.port)
  const userDataDir = mkdtempSync(join(tmpdir(), 'clarion-crash-'))
  const { electron, switches, env } = await prepareLaunch()
  const app = spawn(electron.executable, [ROOT, ...switches, `--user-data-dir=${userDataDir}`], {
    env: { ...env, CLARION_API_URL: line.url, CLARION_API_KEY: 'sk_test_crash' },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    const exited = once(app, 'exit')
    app.kill()
    await exited
    await line.close()
    await server.close()
    rmSync(userDataDir, { recursive: true, force: true })
  })
  await expect.poll(() => line.requests.length).toBeGreaterThan(0)

  const first = findPage(userDataDir)
  expect(first).not.toBeNull()
  process.kill(first ?? 0, 'SIGKILL')
  await expect.poll(() => [null, first].includes(findPage(userDataDir))).toBe(false)
  const before = line.requests.length
  await expect.poll(() => line.requests.length).toBeGreaterThan(before)
})
