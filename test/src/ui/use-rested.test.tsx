// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useRested } from '../../../src/ui/use-rested.ts'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('is the value only after it has rested', () => {
  let seen: string | null = 'nothing'
  function Probe({ value }: { readonly value: string }) {
    seen = useRested(value, 500)
    return null
  }
  const root = createRoot(document.createElement('div'))
  const show = (value: string) => act(() => root.render(<Probe value={value} />))
  const wait = (ms: number): void =>
    act(() => {
      vi.advanceTimersByTime(ms)
    })
  show('t')
  wait(400)
  show('to')
  wait(400)
  expect(seen).toBeNull()
  wait(100)
  expect(seen).toBe('to')
  show('tom')
  expect(seen).toBeNull()
  act(() => root.unmount())
})
