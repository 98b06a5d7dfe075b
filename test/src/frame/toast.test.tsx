// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeConversations } from '../../../src/commands/change.ts'
import { runInOrder } from '../../../src/commands/serial.ts'
import type { Database } from '../../../src/db/database.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { ToastPlace } from '../../../src/frame/toast.tsx'
import { sendAndFinish, sendMessage } from '../../../src/outbox/send.ts'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'
import { useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { showToast } from '../../../src/view/toasts.ts'
import { WorkspaceProvider } from '../../../src/workspace.tsx'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { openForCommands } from '../../support/open-workspace.ts'

/** For the database on a busy machine. It only bounds a hang. */
const LONG_WAIT = { timeout: 30_000 }

const STEP = { stepId: 's', field: 'status', doneAt: 1 } as const
let db: Database
let open: ReturnType<typeof openForCommands>
let root: Root
/** Texts that assistive technology announces: elements that come into a live region which is drawn. */
let announced: (string | null)[]

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  resetView()
  db = aDatabase()
  open = openForCommands(db)
  document.body.innerHTML = '<main tabindex="-1"></main><button id="before"></button><div id="root"></div>'
  announced = []
  root = createRoot(document.getElementById('root') as HTMLElement)
  draw(<ToastPlace />)
})

afterEach(async () => {
  vi.useRealTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  act(() => root.unmount())
  await db.delete()
})

function draw(places: React.ReactNode): void {
  act(() =>
    root.render(
      <WorkspaceProvider value={open}>
        <TooltipProvider>{places}</TooltipProvider>
      </WorkspaceProvider>,
    ),
  )
  for (const region of document.querySelectorAll('[role=status]')) listen(region)
}

const heard = new WeakSet<Element>()

function listen(region: Element): void {
  if (heard.has(region)) return
  heard.add(region)
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) announced.push(node.textContent)
  }).observe(region, { childList: true })
}

async function show(text: string, details: Parameters<typeof showToast>[1] = {}): Promise<void> {
  await act(() => {
    showToast(text, details)
    return Promise.resolve()
  })
  await vi.waitFor(() => expect(shown()).not.toBe(''))
}

function shown(): string {
  return document.querySelector('[role=status]')?.textContent ?? ''
}

function button(name: string): HTMLElement | undefined {
  const isNamed = (element: HTMLElement): boolean =>
    element.textContent?.startsWith(name) === true || element.getAttribute('aria-label') === name
  return [...document.querySelectorAll<HTMLElement>('section button')].find(isNamed)
}

function press(element: Element, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  act(() => void element.dispatchEvent(event))
  return event
}

describe('a toast', () => {
  it('is announced once, and again when the same text is shown again', async () => {
    await show('John Smith resolved')
    await vi.waitFor(() => expect(announced).toEqual(['John Smith resolved']))
    await show('John Smith resolved')
    await vi.waitFor(() => expect(announced).toEqual(['John Smith resolved', 'John Smith resolved']))
  })

  it('is announced in a place that is drawn with it, and not again in the next place', async () => {
    draw(null)
    act(() => showToast('Undone'))
    draw(<ToastPlace key="outbox" />)
    await vi.waitFor(() => expect(shown()).toBe('Undone'))
    expect(announced).toEqual([])
    draw(<ToastPlace key="list" />)
    expect(shown()).toBe('Undone')
  })

  it('has a title under the pointer only, because a screen reader says it after the same text', async () => {
    await show('John Smith resolved')
    const line = document.querySelector<HTMLElement>('[role=status] span')
    expect(line?.title).toBe('')
    act(() => void line?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })))
    expect(line?.title).toBe('John Smith resolved')
  })

  it('cuts a long name, and not the text around it', async () => {
    const name = 'x'.repeat(200)
    await show(`${name} resolved`, { names: [name] })
    const cut = document.querySelector('[role=status] bdi')
    expect(cut?.textContent).toBe(name)
    expect(cut?.className).toContain('truncate')
    expect(cut?.parentElement?.textContent).toBe(`${name} resolved`)
  })

  it('goes after its time, but not while it has the focus or a dialog covers it', async () => {
    await show('John Smith resolved', { undo: STEP })
    vi.useFakeTimers()
    act(() => button('Undo')?.focus())
    act(() => void vi.advanceTimersByTime(60_000))
    expect(shown()).toBe('John Smith resolved')
    act(() => button('Undo')?.blur())
    act(() => useView.setState({ dialog: 'tags' }))
    act(() => void vi.advanceTimersByTime(60_000))
    expect(shown()).toBe('John Smith resolved')
    act(() => useView.setState({ dialog: 'none' }))
    act(() => void vi.advanceTimersByTime(9_999))
    expect(shown()).toBe('John Smith resolved')
    act(() => void vi.advanceTimersByTime(1))
    expect(shown()).toBe('')
  })

  it('continues with the time that is left after a dialog and in another place', async () => {
    await show('John Smith resolved', { undo: STEP })
    vi.useFakeTimers()
    // A timer of the fake clock begins with the next interruption.
    act(() => useView.setState({ dialog: 'tags' }))
    act(() => useView.setState({ dialog: 'none' }))
    act(() => void vi.advanceTimersByTime(6_000))
    act(() => useView.setState({ dialog: 'tags' }))
    act(() => void vi.advanceTimersByTime(60_000))
    act(() => useView.setState({ dialog: 'none' }))
    draw(<ToastPlace key="outbox" />)
    act(() => void vi.advanceTimersByTime(3_000))
    expect(shown()).toBe('John Smith resolved')
    act(() => void vi.advanceTimersByTime(1_000))
    expect(shown()).toBe('')
  })

  it('is dismissed by Escape in it, which restores the focus and reaches no command', async () => {
    await show('John Smith resolved', { undo: STEP })
    const before = document.getElementById('before')
    act(() => before?.focus())
    const undo = button('Undo')
    act(() => {
      undo?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, relatedTarget: before }))
      undo?.focus()
    })
    expect(press(undo as HTMLElement, 'Escape').defaultPrevented).toBe(true)
    expect(shown()).toBe('')
    expect(document.activeElement).toBe(before)
  })
})

describe('a problem', () => {
  it('stays until it is dismissed', async () => {
    vi.useFakeTimers()
    act(() => showToast('Couldn’t copy. Try again.', { tone: 'problem' }))
    act(() => void vi.advanceTimersByTime(600_000))
    expect(shown()).toBe('Couldn’t copy. Try again.')
    act(() => button('Dismiss')?.click())
    expect(shown()).toBe('')
  })

  it('gives way to a result when it could be read', () => {
    vi.useFakeTimers()
    act(() => showToast('Couldn’t copy. Try again.', { tone: 'problem' }))
    act(() => showToast('John Smith resolved'))
    expect(shown()).toBe('Couldn’t copy. Try again.')
    act(() => void vi.advanceTimersByTime(4_000))
    expect(shown()).toBe('John Smith resolved')
  })
})

describe('Undo', () => {
  it('undoes what the toast names, and moves the focus to the list', async () => {
    await db.conversations.bulkAdd(['a', 'b'].map((id) => ({ ...aConversation({ id }), activityAt: 1 })))
    const resolve = (id: string) =>
      changeConversations(db, { field: 'status', conversationIds: [id], valueFor: 'resolved' })
    const { undo } = await resolve('a')
    await resolve('b')
    await show('A resolved', { undo })
    act(() => button('Undo')?.focus())
    // A double click doesn't undo again, which would say that nothing is left to undo.
    act(() => button('Undo')?.click())
    act(() => button('Undo')?.click())
    expect(document.activeElement).toBe(document.querySelector('main'))
    // What follows comes from the database, in its own time.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    await vi.waitFor(async () => {
      const statuses = (await readListRows(db, ['a', 'b'])).map((row) => row.shown?.status)
      expect(statuses).toEqual(['open', 'resolved'])
    }, LONG_WAIT)
    await vi.waitFor(() => expect(shown()).toMatch(/^Undone/), LONG_WAIT)
    await runInOrder(db, () => Promise.resolve())
    expect(useView.getState().toast?.text).toMatch(/^Undone/)
  })

  it('shows its key after Send and resolve, whose message the key takes back', async () => {
    open.outboxFeed.begin()
    await db.conversations.add({ ...aConversation({ id: 'a' }), activityAt: 1 })
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    const { step } = await sendAndFinish(db, { conversationId: 'a', content: 'Done' }, 'resolved')
    await vi.waitFor(() => expect(open.outboxFeed.ops()).toHaveLength(2), LONG_WAIT)
    showToast('A resolved', { undo: step })
    await vi.waitFor(() => expect(button('Undo')?.getAttribute('aria-keyshortcuts')).toBe('z'), LONG_WAIT)
    await open.outboxFeed.stop()
  })

  it('shows its key only while the key would undo the same: not after a message was sent since', async () => {
    open.outboxFeed.begin()
    await show('A resolved', { undo: STEP })
    expect(button('Undo')?.getAttribute('aria-keyshortcuts')).toBe('z')
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    await db.conversations.add({ ...aConversation({ id: 'b' }), activityAt: 1 })
    await sendMessage(db, { conversationId: 'b', content: 'Hello' })
    await vi.waitFor(() => expect(button('Undo')?.hasAttribute('aria-keyshortcuts')).toBe(false), LONG_WAIT)
    await open.outboxFeed.stop()
  })
})
