// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Hints } from '../../../src/search-view/hints.tsx'
import { SearchField } from '../../../src/search-view/search-field.tsx'
import { ELEMENT_IDS } from '../../../src/ui/element-ids.ts'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'
import { useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'

let root: Root

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  resetView()
  document.body.innerHTML = '<div id="root"></div><button id="after"></button>'
  root = createRoot(document.getElementById('root') as HTMLElement)
  act(() =>
    root.render(
      <TooltipProvider>
        <SearchField />
        <Pane />
      </TooltipProvider>,
    ),
  )
})

afterEach(() => act(() => root.unmount()))

function Pane() {
  return useView((view) => view.search) === '' ? <Hints /> : null
}

function field(): HTMLElement {
  return document.getElementById(ELEMENT_IDS.searchField) as HTMLElement
}

function focus(element: HTMLElement | null): void {
  act(() => element?.focus())
}

it('keeps the list when Tab passes through the field', () => {
  focus(field())
  expect(useView.getState().search).toBeNull()
  focus(document.getElementById('after'))
  expect(useView.getState().search).toBeNull()
})

it('shows the hints at a click, and brings the list back when the focus leaves them', () => {
  focus(field())
  act(() => field().click())
  expect(useView.getState().search).toBe('')
  const [first, second] = document.querySelectorAll<HTMLElement>('#search-hints button')
  focus(first ?? null)
  focus(second ?? null)
  expect(useView.getState().search).toBe('')
  focus(document.getElementById('after'))
  expect(useView.getState().search).toBeNull()
})

it('keeps a search with text when the focus leaves the field', () => {
  focus(field())
  act(() => useView.setState({ search: 'john' }))
  focus(document.getElementById('after'))
  expect(useView.getState().search).toBe('john')
})
