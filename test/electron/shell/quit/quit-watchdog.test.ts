import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { quitWatchdog } from '../../../../electron/shell/quit/quit-watchdog.ts'

/** A process that runs until it is stopped or killed. */
function startProcess(): { readonly child: ChildProcess; readonly pid: number; readonly ended: Promise<unknown[]> } {
  const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, pid: child.pid ?? 0, ended }
}

function watch(pid: number, limitS: number): Promise<unknown[]> {
  const { file, args } = quitWatchdog(process.platform, { pid, limitS }, process.env['SystemRoot'])
  return once(spawn(file, args, { stdio: 'ignore' }), 'exit')
}

describe('the quit watchdog', () => {
  it('kills the process after the limit', async () => {
    const { child, pid, ended } = startProcess()
    await watch(pid, 1)
    await ended
    expect(child.signalCode ?? child.exitCode).not.toBeNull()
  })

  it('ends soon after the process and long before the limit', async () => {
    const { child, pid, ended } = startProcess()
    const watched = watch(pid, 3_600)
    child.stdin?.end()
    expect(await ended).toEqual([0, null])
    await watched
  })

  it('ends when the process has already ended', async () => {
    const { child, pid, ended } = startProcess()
    child.stdin?.end()
    await ended
    expect(await watch(pid, 3_600)).toEqual([0, null])
  })

  it('waits with a process handle on Windows', () => {
    const { file, args } = quitWatchdog('win32', { pid: 4_321, limitS: 10 }, 'D:\\Windows')
    expect(file).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
    expect(args.at(-1)).toContain('Get-Process -Id 4321')
    expect(args.at(-1)).toContain('WaitForExit(10000)')
  })
})
