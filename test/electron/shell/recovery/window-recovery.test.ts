import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it, onTestFinished, vi } from 'vitest'
import { stopPageUrl } from '../../../../electron/shell/recovery/stop-page.ts'
import { loadWithRecovery } from '../../../../electron/shell/recovery/window-recovery.ts'

vi.mock('electron', async () => ({ app: new (await import('node:events')).EventEmitter() }))

const APP = 'app://clarion/'

/** A window that notes what it loads. Its page's process ends when it is killed. */
function begin() {
  const loaded: string[] = []
  const logged: string[] = []
  let id = 0
  const webContents = Object.assign(new EventEmitter(), { getOSProcessId: () => id })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    isVisible: () => true,
    loadURL: async (url: string) => {
      id += 1
      loaded.push(url)
    },
  })
  const kill = vi.spyOn(process, 'kill').mockImplementation((killed) => {
    if (killed !== id) throw new Error('no such process')
    return true
  })
  onTestFinished(() => kill.mockRestore())
  const { replacePage } = loadWithRecovery(window as unknown as BrowserWindow, {
    logFile: 'main.log',
    reportProblem: () => {},
    platform: 'linux',
    now: () => 1_000_000,
    log: (event) => void logged.push(event),
  })
  const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  const gone = (reason: string): Promise<unknown> => {
    id = 0
    webContents.emit('render-process-gone', {}, { reason })
    return settled()
  }
  return { loaded, logged, replacePage, gone, settled, kill }
}

it('a page is replaced any number of times in a row, and none of them is a crash', async () => {
  const { loaded, logged, replacePage, gone, settled } = begin()
  await settled()
  for (let time = 0; time < 5; time += 1) {
    replacePage()
    await gone('killed')
  }
  expect(loaded).toEqual(Array.from({ length: 6 }, () => APP))
  expect([...new Set(logged)]).toEqual(['window-loaded'])
  // Crashes count as before: the first one reloads.
  await gone('crashed')
  await gone('killed')
  expect(loaded.slice(6)).toEqual([APP, stopPageUrl('crashed')])
  expect(logged.filter((event) => event === 'window-gone')).toHaveLength(2)
})

it('a second call while the process ends changes nothing, and the stop page is never replaced', async () => {
  const { loaded, replacePage, gone, settled, kill } = begin()
  await settled()
  replacePage()
  kill.mockImplementationOnce(() => {
    throw new Error('no such process')
  })
  replacePage()
  await gone('killed')
  await gone('crashed')
  await gone('crashed')
  expect(loaded).toEqual([APP, APP, APP, stopPageUrl('crashed')])
  kill.mockClear()
  replacePage()
  expect(kill).not.toHaveBeenCalled()
})

it('a page whose process is gone already is not replaced, and its crash counts', async () => {
  const { loaded, logged, replacePage, gone, settled, kill } = begin()
  await settled()
  kill.mockImplementationOnce(() => {
    throw new Error('no such process')
  })
  replacePage()
  await gone('crashed')
  expect([loaded.length, logged.includes('window-gone')]).toEqual([2, true])
})
