import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished, vi } from 'vitest'
import { endProcess } from '../../../../electron/shell/recovery/end-process.ts'

const pageOf = (id: number) => ({ getOSProcessId: () => id })

it('ends a process that answers nothing, and says whether there was one', async () => {
  const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); for (;;);'], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  expect(endProcess(pageOf(child.pid ?? 0))).toBe(true)
  await ended
  expect(child.signalCode ?? child.exitCode).not.toBeNull()
  expect(endProcess(pageOf(child.pid ?? 0))).toBe(false)
})

it.each([0, -1])('signals nothing for a page without a process: %s', (id) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  onTestFinished(() => kill.mockRestore())
  expect(endProcess(pageOf(id))).toBe(false)
  expect(kill).not.toHaveBeenCalled()
})
