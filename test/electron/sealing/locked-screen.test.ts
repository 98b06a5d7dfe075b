import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { makeLockedScreen } from '../../../electron/sealing/locked-screen.ts'

vi.mock('electron', () => ({}))

it('closing withdraws the notifications and tells the page, and replacing it is left to the window', () => {
  const done: string[] = []
  const page = { send: (channel: string) => void done.push(channel) }
  const screen = makeLockedScreen(
    () => page as unknown as WebContents,
    () => void done.push('replaced'),
    () => void done.push('withdrawn'),
  )
  screen.close()
  expect(done).toEqual(['withdrawn', 'event:lock'])
  screen.replacePage()
  expect(done.at(-1)).toBe('replaced')
})
