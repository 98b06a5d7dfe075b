// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CoverageLine } from '../../../src/search-view/coverage-line.tsx'

let root: Root

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.getElementById('root') as HTMLElement)
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
})

function draw(words: string): void {
  act(() => root.render(<CoverageLine words={words} />))
}

function announced(): string | undefined {
  return document.querySelector('[role=status]')?.textContent
}

it('shows each count of the indexing, and announces only the last one', () => {
  for (let count = 1; count <= 20; count += 1) {
    draw(`Searched ${count} conversations`)
    act(() => void vi.advanceTimersByTime(300))
    expect(document.querySelector('[title]')?.textContent).toBe(`Searched ${count} conversations`)
    expect(announced()).toBe('')
  }
  act(() => void vi.advanceTimersByTime(2_000))
  expect(announced()).toBe('Searched 20 conversations')
})
