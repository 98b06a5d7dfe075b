import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'

const LAUNCH = new URL('../../../scripts/launch.mjs', import.meta.url).href

// Windows has no signal that a program can ignore.

/** An app that prints its process ids, has a child, and runs `onTerm` on SIGTERM. */
function fakeApp(onTerm: string): string {
  return `
    const { spawn } = require('node:child_process')
    const idle = 'setInterval(() => {}, 60_000)'
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {});' + idle], { stdio: ['ignore', 'ignore', 'inherit'] })
    process.on('SIGTERM', () => { ${onTerm} })
    setInterval(() => {}, 60_000)
    console.log(JSON.stringify([process.pid, child.pid]))`
}

/** A launcher with a short limit. */
function launch(app: string): ChildProcess {
  const script = `
    import { spawn } from 'node:child_process'
    import { followToEnd } from ${JSON.stringify(LAUNCH)}
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(app)}], { stdio: ['ignore', 'inherit', 'pipe'] })
    followToEnd(child, () => console.log('ended'), 300)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function start(onTerm: string) {
  const launcher = launch(fakeApp(onTerm))
  let output = ''
  launcher.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/\]\n/)
  const pids = JSON.parse(output.split('\n')[0] ?? '') as number[]
  onTestFinished(() => {
    for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL')
    launcher.kill('SIGKILL')
  })
  return { launcher, pids, output: () => output }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('the launcher kills an app and its children when they ignore the signal', async () => {
  const { launcher, pids, output } = await start('')
  expect(pids.map(isAlive)).toEqual([true, true])
  launcher.kill('SIGTERM')
  const [code] = await once(launcher, 'exit')
  expect(code).toBe(1)
  expect(output()).toContain('ended')
  await expect.poll(() => pids.map(isAlive), { timeout: 30_000 }).toEqual([false, false])
})

it('the launcher exits when the app quits, even if a child of the app keeps running', async () => {
  const { launcher, pids, output } = await start('process.exit(0)')
  launcher.kill('SIGTERM')
  const [code] = await once(launcher, 'exit')
  expect(code).toBe(0)
  expect(output()).toContain('ended')
  expect(isAlive(pids[0] ?? 0)).toBe(false)
})
