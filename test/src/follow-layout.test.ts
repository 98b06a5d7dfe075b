import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followLayout } from '../../src/follow-layout.ts'
import { isCustomerOpen, layoutFor } from '../../src/view/layout.ts'
import { openConversation, select, showCustomer, showView, uncoverThread, useView } from '../../src/view/view.ts'
import { resetView } from '../../src/view/workspace-view.ts'
import { INITIAL_VIEW } from '../../src/view/view-state.ts'

let stop: () => void
let dataset: Record<string, string>
let stored: Map<string, string>
let resize: (width: number) => void
/** The pane with the focus. */
let side: string | null

/** A window of this width. */
function follow(innerWidth: number): void {
  dataset = {}
  const listeners = new Set<() => void>()
  const page = {
    innerWidth,
    addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
  }
  const focused = { closest: () => (side === null ? null : { dataset: { column: side } }) }
  stop = followLayout({
    window: page as unknown as Window,
    document: { activeElement: focused, documentElement: { dataset } } as unknown as Document,
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
    },
  })
  resize = (width) => {
    page.innerWidth = width
    for (const listener of listeners) listener()
  }
}

beforeEach(() => {
  useView.setState(INITIAL_VIEW)
  stored = new Map()
  side = null
})

afterEach(() => stop())

describe('followLayout', () => {
  it('writes the layout for the styles, and its changes with the width', () => {
    follow(1_280)
    expect(dataset).toEqual({ rail: 'names', panes: 'several', customer: 'beside' })
    resize(640)
    expect(dataset).toEqual({ rail: 'icons', panes: 'one', customer: 'alone', front: 'list' })
    resize(1_280)
    expect(dataset).toEqual({ rail: 'names', panes: 'several', customer: 'beside' })
  })

  it('writes the pane on screen as soon as it changes', () => {
    follow(640)
    openConversation('c1')
    expect(dataset['front']).toBe('thread')
    showCustomer(true)
    expect(dataset['front']).toBe('customer')
    showCustomer(false)
    expect(dataset['front']).toBe('thread')
    showView('waiting', null)
    expect(dataset['front']).toBe('list')
  })

  it('shows the list while the selection moves along it, also after the last conversation is finished', () => {
    follow(640)
    select('c1')
    expect(dataset['front']).toBe('list')
    openConversation('c1')
    select(null)
    expect(dataset['front']).toBe('list')
    select('c2')
    expect(dataset['front']).toBe('list')
  })

  it.each(['thread', 'customer'])('keeps the %s with the focus when the window gets narrow', (focused) => {
    follow(1_280)
    select('c1')
    side = focused
    resize(640)
    expect(dataset['front']).toBe(focused)
  })

  it('keeps the list for a user who moves along it, and the conversation that was opened', () => {
    follow(1_280)
    select('c1')
    resize(640)
    expect(dataset['front']).toBe('list')
    resize(1_280)
    openConversation('c1')
    side = 'list'
    resize(640)
    expect(dataset['front']).toBe('thread')
  })

  it.each<[what: string, focused: string | null, isOpen: boolean]>([
    ['closes in front of', 'list', false],
    ['closes in front of', 'thread', false],
    ['stays over the thread with the focus, not in front of', 'customer', true],
  ])('the customer panel beside the thread %s the %s when there is less room', (_, focused, isOpen) => {
    follow(1_280)
    openConversation('c1')
    showCustomer(true)
    side = focused
    resize(1_000)
    expect(isCustomerOpen(useView.getState())).toBe(isOpen)
    resize(1_280)
    expect(isCustomerOpen(useView.getState())).toBe(true)
  })

  it.each([1_000, 640])('the customer panel that was opened at %i px stays open beside the thread', (width) => {
    follow(width)
    openConversation('c1')
    showCustomer(true)
    side = 'customer'
    resize(1_280)
    expect(isCustomerOpen(useView.getState())).toBe(true)
    side = 'thread'
    resize(width)
    expect(isCustomerOpen(useView.getState())).toBe(false)
  })

  it('the customer panel over the thread closes when the thread gets the focus, and follows the list', () => {
    follow(1_000)
    openConversation('c1')
    showCustomer(true)
    select('c2')
    expect(isCustomerOpen(useView.getState())).toBe(true)
    uncoverThread()
    expect(isCustomerOpen(useView.getState())).toBe(false)
    showCustomer(true)
    openConversation('c1')
    expect(isCustomerOpen(useView.getState())).toBe(false)
    expect(stored.get('customer-shown')).toBe(undefined)
  })

  it('a panel beside the thread stays when the thread gets the focus', () => {
    follow(1_280)
    showCustomer(true)
    uncoverThread()
    expect(isCustomerOpen(useView.getState())).toBe(true)
  })

  it('remembers an open customer panel and the setting for wide windows', () => {
    stored.set('customer-shown', 'yes')
    follow(1_280)
    expect(useView.getState()).toMatchObject({ isCustomerShown: true, opensCustomer: true })
    showCustomer(false)
    useView.setState({ opensCustomer: false })
    stop()
    expect(Object.fromEntries(stored)).toEqual({ 'customer-shown': 'no', 'customer-in-wide-windows': 'no' })
    useView.setState(INITIAL_VIEW)
    follow(1_280)
    expect(useView.getState()).toMatchObject({ isCustomerShown: false, opensCustomer: false })
  })

  it('respects in every workspace that the user has closed the panel of a wide window', () => {
    follow(1_920)
    showCustomer(false)
    resetView()
    expect(useView.getState()).toMatchObject({ layout: layoutFor(1_920), isCustomerClosed: true })
  })
})
