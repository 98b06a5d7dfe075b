import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSaveFirst } from '../../../../electron/shell/quit/save-first.ts'

function fakeWindow() {
  const close = vi.fn<() => void>()
  const webContents = new EventEmitter()
  const window = Object.assign(new EventEmitter(), { webContents, close, isDestroyed: () => false })
  return { window: window as unknown as BrowserWindow & EventEmitter, webContents, close }
}

function fakeEvent() {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

function setUp({ canAsk = true, isQuitting = false, isSessionEnding = false } = {}) {
  const ask = vi.fn<(window: BrowserWindow) => boolean>(() => canAsk)
  const quit = vi.fn<() => void>()
  const log = vi.fn<(event: string) => void>()
  const saveFirst = makeSaveFirst({
    ...{ ask, quit, log },
    isQuitting: () => isQuitting,
    isSessionEnding: () => isSessionEnding,
  })
  /** Whether the close was prevented. */
  const closing = (window: BrowserWindow): boolean => {
    const event = fakeEvent()
    saveFirst.closing(event, window)
    return event.defaultPrevented
  }
  return { ...fakeWindow(), saveFirst, closing, ask, quit, log }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a window that is about to close', () => {
  it('waits for the page, asks it once, and closes when it has saved', () => {
    const { window, close, saveFirst, closing, ask } = setUp()
    expect(closing(window)).toBe(true)
    expect(closing(window)).toBe(true)
    expect(ask).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
    saveFirst.saved()
    expect(close).toHaveBeenCalledOnce()
    expect(closing(window)).toBe(false)
  })

  it('goes on with the quit that it delayed', () => {
    const { window, close, saveFirst, closing, quit } = setUp({ isQuitting: true })
    closing(window)
    saveFirst.saved()
    expect(quit).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
  })

  it('closes after two seconds when the page does not answer, and ignores a late answer', () => {
    const { window, close, saveFirst, closing, log } = setUp()
    closing(window)
    vi.advanceTimersByTime(1_999)
    expect(close).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    saveFirst.saved()
    expect(close).toHaveBeenCalledOnce()
    expect(log).toHaveBeenCalledWith('page-not-saved')
  })

  it.each(['the page is gone', 'the window was destroyed'])('goes on with the quit at once when %s', (what) => {
    const { window, webContents, saveFirst, closing, quit } = setUp({ isQuitting: true })
    closing(window)
    if (what === 'the page is gone') webContents.emit('render-process-gone')
    else window.emit('closed')
    expect(quit).toHaveBeenCalledOnce()
    saveFirst.saved()
    vi.advanceTimersByTime(10_000)
    expect(quit).toHaveBeenCalledOnce()
  })

  it.each([
    ['no page can be asked', { canAsk: false }],
    ['the session ends', { isSessionEnding: true }],
  ])('closes at once when %s', (_why, options) => {
    const { window, closing } = setUp(options)
    expect(closing(window)).toBe(false)
  })

  it('ignores an answer that nobody waits for', () => {
    const { saveFirst, quit } = setUp()
    saveFirst.saved()
    expect(quit).not.toHaveBeenCalled()
  })
})
