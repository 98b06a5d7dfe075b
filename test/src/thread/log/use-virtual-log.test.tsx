// @vitest-environment happy-dom
import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ThreadItem } from '../../../../src/db/overlay.ts'
import { layOut } from '../../../../src/thread/log/days.ts'
import { useVirtualLog } from '../../../../src/thread/log/use-virtual-log.ts'

let root: Root
const scrollTo = vi.fn()

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  HTMLElement.prototype.scrollTo = scrollTo
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function item(key: string, opId: string | null): ThreadItem {
  const echo = opId === null ? null : { opId, state: 'held', news: [] }
  return { key, content: key, sender: 'human', isMine: true, at: 1, echo } as unknown as ThreadItem
}

function Log({ items }: { readonly items: readonly ThreadItem[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  useVirtualLog({ rows: layOut(items), items, soughtKey: null }, scroller)
  return <div ref={scroller} />
}

/** How often the log scrolls when it is drawn with these messages. */
function scrolls(items: readonly ThreadItem[]): number {
  scrollTo.mockClear()
  act(() => root.render(<Log items={items} />))
  return scrollTo.mock.calls.length
}

it('the log scrolls to its end on opening and on sending, and stays where the user is when the server has the message', () => {
  expect(scrolls([item('a', null)])).toBeGreaterThan(0)
  expect(scrolls([item('a', null), item('b', 'op-b')])).toBeGreaterThan(0)
  expect(scrolls([item('a', null), item('b', null)])).toBe(0)
  expect(scrolls([item('a', null), item('b', null), item('c', 'op-c')])).toBeGreaterThan(0)
})
