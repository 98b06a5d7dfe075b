// @vitest-environment happy-dom
import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLogEnd } from '../../../../src/thread/log/use-end.ts'

let root: Root
let log: HTMLElement
/** What the browser calls after layout when the size of the log or of its content changed. */
let onResize: (entries: readonly { readonly target: Element }[]) => void

class FakeResizeObserver {
  constructor(callback: typeof onResize) {
    onResize = callback
  }
  observe(): void {}
  disconnect(): void {}
}

function Log() {
  const scroller = useRef<HTMLDivElement>(null)
  useLogEnd(scroller, [], { startsAtEnd: true, followsGrowth: true })
  return (
    <div ref={scroller}>
      <div />
    </div>
  )
}

/** The browser lays out the log: 400 px of content that is this high. */
function layOut(scrollHeight: number): void {
  Object.defineProperty(log, 'scrollHeight', { value: scrollHeight, configurable: true })
  Object.defineProperty(log, 'clientHeight', { value: 400, configurable: true })
}

const scroll = (): void => act(() => void log.dispatchEvent(new Event('scroll')))
const resized = (): void => act(() => onResize([{ target: log.firstElementChild as Element }]))

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() => root.render(<Log />))
  log = document.body.querySelector('div > div') as HTMLElement
  layOut(1_000)
  log.scrollTop = 600
  resized()
  log.scrollTop = 600
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

it('a log at its end stays there when its messages wrap, also if the browser reports a scroll before the new size', () => {
  layOut(1_200)
  scroll()
  resized()
  expect(log.scrollTop).toBe(1_200)
})

it('a log that the user has scrolled away from its end stays where it is when its messages wrap', () => {
  log.scrollTop = 300
  scroll()
  layOut(1_200)
  scroll()
  resized()
  expect(log.scrollTop).toBe(300)
})
