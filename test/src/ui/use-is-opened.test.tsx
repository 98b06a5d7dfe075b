// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useIsOpened } from '../../../src/ui/use-is-opened.ts'

afterEach(() => void vi.useRealTimers())

function Field() {
  return <input aria-activedescendant={useIsOpened() ? 'first' : undefined} />
}

it('names the active option only a moment after the field has the focus', () => {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.innerHTML = '<div id="root"></div>'
  const root = createRoot(document.getElementById('root') as HTMLElement)
  act(() => root.render(<Field />))
  const named = (): string | null | undefined => document.querySelector('input')?.getAttribute('aria-activedescendant')
  expect(named()).toBeNull()
  act(() => void vi.advanceTimersByTime(1_000))
  expect(named()).toBe('first')
  act(() => root.unmount())
})
