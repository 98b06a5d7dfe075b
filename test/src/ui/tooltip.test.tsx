// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IconButton } from '../../../src/ui/icon-button.tsx'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'

const DELAY_MS = 450
let root: Root
let entered: readonly string[] = []

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  entered = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <TooltipProvider>
        <IconButton
          label="Star"
          shortcut="s"
          icon={<svg />}
          onPointerEnter={() => (entered = [...entered, 'pointer'])}
          onFocus={() => (entered = [...entered, 'focus'])}
        />
        <IconButton label="Snooze" icon={<svg />} />
      </TooltipProvider>,
    ),
  )
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function button(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`)
  if (found === null) throw new Error(`no button ${label}`)
  return found
}

function point(label: string, type: string, pointerType = 'mouse'): void {
  act(() => void button(label).dispatchEvent(new PointerEvent(type, { pointerType, bubbles: true })))
}

/** React has `pointerenter` from `pointerover`. */
const reach = (label: string, pointerType = 'mouse'): void => point(label, 'pointerover', pointerType)
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))
const shown = (): string => document.querySelector('[data-radix-popper-content-wrapper]')?.textContent ?? ''

it('a tooltip opens when the pointer rests on its element', () => {
  reach('Star')
  wait(DELAY_MS - 50)
  expect(shown()).toBe('')
  wait(100)
  expect(shown()).toBe('StarS')
  expect(entered).toEqual(['pointer'])
})

it('a tooltip does not open when the pointer has left before', () => {
  reach('Star')
  wait(DELAY_MS - 50)
  point('Star', 'pointerleave')
  wait(1_000)
  expect(shown()).toBe('')
})

it('a tooltip does not open when the pointer has left before React could mount it', () => {
  act(() => {
    button('Star').dispatchEvent(new PointerEvent('pointerover', { pointerType: 'mouse', bubbles: true }))
    button('Star').dispatchEvent(
      new PointerEvent('pointerout', { pointerType: 'mouse', bubbles: true, relatedTarget: document.body }),
    )
  })
  wait(1_000)
  expect(shown()).toBe('')
  reach('Star')
  point('Star', 'pointermove')
  wait(DELAY_MS)
  expect(shown()).toBe('StarS')
})

it('a tooltip closes at a click, and opens again when the pointer comes back', () => {
  reach('Star')
  wait(DELAY_MS)
  expect(shown()).toBe('StarS')
  point('Star', 'pointerdown')
  expect(shown()).toBe('')
  point('Star', 'pointerleave')
  point('Star', 'pointermove')
  wait(DELAY_MS)
  expect(shown()).toBe('StarS')
})

it('only one tooltip is open', () => {
  reach('Star')
  wait(DELAY_MS)
  reach('Snooze')
  wait(DELAY_MS)
  expect(document.querySelectorAll('[data-radix-popper-content-wrapper]')).toHaveLength(1)
  expect(shown()).toBe('Snooze')
})

it('a tooltip opens at once when the keyboard brings the focus', () => {
  vi.spyOn(HTMLElement.prototype, 'matches').mockImplementation((selector) => selector === ':focus-visible')
  act(() => button('Star').focus())
  expect(shown()).toBe('StarS')
  expect(entered).toEqual(['focus'])
  act(() => button('Star').blur())
  expect(shown()).toBe('')
  vi.restoreAllMocks()
})

it('a touch opens no tooltip', () => {
  reach('Star', 'touch')
  wait(1_000)
  expect(shown()).toBe('')
})

it('a tooltip mounts nothing before its button is reached', () => {
  const html = document.body.innerHTML
  expect(html).not.toContain('data-state')
  reach('Snooze')
  // The element stays the same, with its focus and its state.
  expect(document.body.innerHTML).toBe(html)
})
