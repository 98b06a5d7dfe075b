// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { bindKeys } from '../../../../src/commands/keys/bind-keys.ts'
import type { Database } from '../../../../src/db/database.ts'
import { openDialog, useView } from '../../../../src/view/view.ts'
import { resetView } from '../../../../src/view/workspace-view.ts'
import { aDatabase } from '../../../support/builders.ts'
import { openForCommands } from '../../../support/open-workspace.ts'

let db: Database
let unbind: () => void
/** What the list and the dialog's field got. */
let heard: string[]

beforeEach(() => {
  resetView()
  heard = []
  // happy-dom has no editing commands; the text is then written without them.
  Object.assign(document, { execCommand: () => false })
  document.body.innerHTML = '<main tabindex="-1"><div id="conversations" tabindex="0"></div></main>'
  const list = document.getElementById('conversations')
  list?.addEventListener('keydown', ({ key }) => heard.push(`list ${key}`))
  list?.focus()
  db = aDatabase()
  const open = openForCommands(db)
  unbind = bindKeys(window, () => open)
})

afterEach(async () => {
  unbind()
  await db.delete()
})

/** Presses keys where the focus is. A field that gets a letter writes it, as in a browser. */
function press(...keys: readonly string[]): void {
  for (const key of keys) {
    const focused = document.activeElement
    const isFree = focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    if (isFree === true && focused instanceof HTMLInputElement && key.length === 1) focused.value += key
  }
}

function drawDialog(markup: string): void {
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  dialog.innerHTML = markup
  document.body.append(dialog)
  const [first] = dialog.querySelectorAll<HTMLElement>('input, textarea, button')
  first?.addEventListener('keydown', ({ key }) => heard.push(`${first.tagName} ${key}: ${valueOf(first)}`))
  first?.addEventListener('click', () => heard.push('click'))
  first?.focus()
}

function valueOf(element: Element): string {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : ''
}

function typed(): string {
  return document.activeElement === null ? '' : valueOf(document.activeElement)
}

it('types into the field what was typed before the dialog was drawn, and runs no command of the list', async () => {
  openDialog('palette')
  press('j', 'e', 'x')
  drawDialog('<input />')
  await vi.waitFor(() => expect(typed()).toBe('jex'))
  expect(heard).toEqual([])
})

it('keeps the order with keys that come right after the drawing', async () => {
  openDialog('palette')
  press('a', 'b')
  drawDialog('<input />')
  press('c')
  await vi.waitFor(() => expect(typed()).toBe('abc'))
  press('d')
  expect(typed()).toBe('abcd')
})

it('presses Enter once the dialog has the text before it', async () => {
  openDialog('palette')
  press('a', 'Backspace', 'v', 'Enter')
  expect(heard).toEqual([])
  drawDialog('<input />')
  await vi.waitFor(() => expect(heard).toEqual(['INPUT Enter: v']))
})

it('writes a new line into a field of several lines', async () => {
  openDialog('new-conversation')
  press('a', 'Enter', 'b')
  drawDialog('<textarea></textarea>')
  await vi.waitFor(() => expect(typed()).toBe('a\nb'))
})

it('leaves keys to a dialog that is drawn at once', () => {
  openDialog('palette')
  drawDialog('<input />')
  press('a', 'ArrowDown')
  expect(heard).toEqual(['INPUT a: ', 'INPUT ArrowDown: a'])
})

it('presses no button of a dialog without a field', async () => {
  openDialog('preview')
  press('a', 'Enter')
  drawDialog('<button></button>')
  await vi.waitFor(() => {
    press('Tab')
    expect(heard.at(-1)).toBe('BUTTON Tab: ')
  })
  expect(heard).not.toContain('click')
  expect(heard.filter((line) => line.includes('Enter'))).toEqual([])
})

it('closes the dialog at Escape, and types nothing into the next one', async () => {
  openDialog('palette')
  press('a', 'Escape')
  expect(useView.getState().dialog).toBe('none')
  openDialog('settings')
  drawDialog('<input />')
  press('b')
  await vi.waitFor(() => expect(typed()).toBe('b'))
})

it('gives keys to a dialog that takes no focus, after some frames', async () => {
  openDialog('help')
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  document.body.append(dialog)
  await vi.waitFor(() => {
    press('a')
    expect(heard).toContain('list a')
  })
})

/** A dialog that Enter closes, as the palette is: the focus returns a moment later. */
function drawLeavingDialog(beforeItLeaves: () => void = () => undefined): void {
  drawDialog('<input />')
  const field = document.querySelector('input')
  field?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return
    openDialog('none')
    queueMicrotask(() => {
      beforeItLeaves()
      field.closest('[role=dialog]')?.remove()
      document.getElementById('conversations')?.focus()
    })
  })
}

it('presses in the list what was typed after an Enter that closes the dialog', async () => {
  openDialog('palette')
  press('v', 'Enter', 'y', 'q')
  drawLeavingDialog()
  await vi.waitFor(() => expect(heard).toEqual(['INPUT Enter: v', 'list y', 'list q']))
})

it('keeps the order with keys that are pressed before the focus has returned', async () => {
  openDialog('palette')
  press('v', 'Enter', 'y')
  drawLeavingDialog(() => press('q'))
  await vi.waitFor(() => expect(heard).toEqual(['INPUT Enter: v', 'list y', 'list q']))
})

it('types into the next dialog what was typed after a key that opens it', async () => {
  openDialog('palette')
  press('v', 'Enter', '?', 'a')
  drawLeavingDialog()
  await vi.waitFor(() => expect(useView.getState().dialog).toBe('help'))
  drawDialog('<input />')
  await vi.waitFor(() => expect(typed()).toBe('a'))
})

it.each([
  ['Escape', () => press('Escape')],
  ['a click', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
])('drops at %s what was typed after such an Enter', async (_, giveUp) => {
  openDialog('palette')
  press('v', 'Enter', 'y')
  drawLeavingDialog(giveUp)
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('conversations'))
  // Longer than the keys would wait for the focus.
  for (let frame = 0; frame < 70; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  press('q')
  expect(heard).toEqual(['INPUT Enter: v', 'list q'])
})
