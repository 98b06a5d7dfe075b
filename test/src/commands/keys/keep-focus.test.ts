// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPicked, NONE_PICKED, pick } from '../../../../src/catalogue/picked.ts'
import { layoutFor } from '../../../../src/view/layout.ts'
import { keepFocus } from '../../../../src/commands/keys/keep-focus.ts'
import { useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'

let stop: () => void

beforeEach(() => {
  resetView()
  document.body.innerHTML = `
    <main tabindex="-1">
      <div id="chips"><span data-focus-group="">
        <span><button id="one"></button></span><span><button id="two"></button></span><span><input id="field" /></span>
      </span></div>
      <button id="lone"></button>
      <div id="conversations" tabindex="0"></div>
      <button id="end"></button>
    </main>`
  element('conversations').focus()
  stop = keepFocus(document)
})

afterEach(() => stop())

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`no ${id}`)
  return found
}

function focusedId(): string | undefined {
  return document.activeElement?.id
}

describe('keepFocus', () => {
  it('focuses the list when the focused element is removed, before the next task', async () => {
    element('lone').focus()
    element('lone').remove()
    await vi.waitFor(() => expect(focusedId()).toBe('conversations'))
  })

  it('focuses the list when the focused button is disabled', async () => {
    element('lone').focus()
    element('lone').setAttribute('disabled', '')
    await vi.waitFor(() => expect(focusedId()).toBe('conversations'))
  })

  it('focuses the next part of a group, and never a text field', async () => {
    element('one').focus()
    element('one').parentElement?.remove()
    await vi.waitFor(() => expect(focusedId()).toBe('two'))
    element('two').parentElement?.remove()
    await vi.waitFor(() => expect(focusedId()).toBe('conversations'))
  })

  it.each([
    ['the first element after Tab from the last', 'end', false, 'one'],
    ['the last element after Shift+Tab from the first', 'one', true, 'end'],
  ])('focuses %s', async (_, from, shiftKey, to) => {
    element(from).focus()
    element(from).dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true }))
    element(from).blur()
    await vi.waitFor(() => expect(focusedId()).toBe(to))
  })

  it('focuses the list when an element is removed after Tab', async () => {
    element('lone').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))
    element('lone').focus()
    element('lone').remove()
    await vi.waitFor(() => expect(focusedId()).toBe('conversations'))
  })

  it('focuses the pane that is drawn when there is no list', async () => {
    element('lone').focus()
    element('conversations').remove()
    element('lone').remove()
    await vi.waitFor(() => expect(document.activeElement?.matches('main')).toBe(true))
  })

  it('keeps the selection that a narrow window shows', async () => {
    const picked = pick(NONE_PICKED, ['a', 'b'])
    useView.setState({ layout: layoutFor(640), pane: 'thread', selectedId: 'a', picked })
    element('lone').focus()
    element('lone').remove()
    await vi.waitFor(() => expect(document.activeElement?.matches('main')).toBe(true))
    expect(isPicked(useView.getState().picked, 'b')).toBe(true)
  })

  it('leaves the focus to a dialog that restores it some frames after it has closed', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="dialog" role="dialog"><button id="in"></button></div>')
    element('in').focus()
    element('dialog').remove()
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(document.activeElement).toBe(document.body)
    element('lone').focus()
    await vi.waitFor(() => expect(focusedId()).toBe('lone'))
  })

  it('focuses the dialog when a control in it is removed', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div id="dialog" role="dialog" tabindex="-1"><button id="in"></button></div>',
    )
    useView.setState({ dialog: 'settings' })
    element('in').focus()
    element('in').remove()
    await vi.waitFor(() => expect(focusedId()).toBe('dialog'))
  })

  it('leaves the focus to a dialog that closes', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="dialog" role="dialog" tabindex="-1"></div>')
    element('dialog').focus()
    // What the move of the focus began ends first.
    await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)))
    element('dialog').remove()
    // As the dialog does, in a task of its own.
    setTimeout(() => document.activeElement === document.body && element('lone').focus())
    await vi.waitFor(() => expect(focusedId()).toBe('lone'))
  })
})
