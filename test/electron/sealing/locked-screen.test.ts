import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { makeLockedScreen } from '../../../electron/sealing/locked-screen.ts'
import { stopPageUrl } from '../../../electron/shell/recovery/stop-page.ts'

vi.mock('electron', () => ({}))

function begin(url: string | null) {
  const done: string[] = []
  const page = {
    getURL: () => url,
    send: (channel: string) => void done.push(channel),
    forcefullyCrashRenderer: () => void done.push('crashed'),
  }
  const screen = makeLockedScreen(
    () => (url === null ? undefined : (page as unknown as WebContents)),
    () => void done.push('withdrawn'),
  )
  return { screen, done }
}

it('closing withdraws the notifications and tells the page', () => {
  const { screen, done } = begin('app://clarion/')
  screen.close()
  expect(done).toEqual(['withdrawn', 'event:lock'])
})

it.each([
  ['app://clarion/', ['crashed']],
  ['app://clarion/?start=without-cache', ['crashed']],
  [stopPageUrl('crashed'), []],
  ['', []],
  [null, []],
])('a forced reload of the page %s: %j', (url, expected) => {
  const { screen, done } = begin(url)
  screen.forceReload()
  expect(done).toEqual(expected)
})
