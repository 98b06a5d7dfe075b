import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { quitWatchdog } from '../../../electron/shell/quit/quit-watchdog.ts'

it('the watchdog does not kill another process with the same id', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const { file, args } = quitWatchdog('linux', { pid: child.pid ?? 0, limitS: 0 })
  // The start time changes between two checks, as when the system reuses the id.
  const script = (args[1] ?? '').replace('born=', 'started() { echo "started $left"; }\nborn=')
  expect(script).toContain('started $left')
  const [code] = await once(spawn(file, ['-c', script, ...args.slice(2)], { stdio: 'ignore' }), 'exit')
  expect(code).toBe(0)
  child.stdin.end()
  // The process exited and was not killed by a signal.
  expect(await ended).toEqual([0, null])
})
