import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { BuiltWindow } from '../support/chromium.ts'
import { openDemoWindow } from '../support/demo-window.ts'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'

/** Characters that Polish, German and French layouts type with AltGr, and the codes of their keys. */
const ALT_GR = [
  ...[...'ąćęłńóśźż'].map((key, index) => ({ key, code: `Key${'ACELNOSXZ'[index] ?? ''}` })),
  { key: '@', code: 'KeyQ' },
  { key: '€', code: 'KeyE' },
  { key: '#', code: 'Digit3' },
  { key: '[', code: 'Digit5' },
]

/** Engines report AltGr without modifiers or as Ctrl and Alt. These are bits of the DevTools protocol. */
const ALT_GR_MODIFIERS = [0, 1 | 2]

describe('keyboard commands in the built window', () => {
  let built: BuiltWindow
  let page: Page
  let person: Person
  let devtools: CDPSession

  beforeEach(async () => {
    ;({ built, page, person, devtools } = await openDemoWindow())
    await selectJohnSmith()
  })

  afterEach(() => built.close())

  /** Selects with J. John Smith is near the top of the list. */
  async function selectJohnSmith(): Promise<void> {
    await person.list().focus()
    await expect
      .poll(async () => {
        if ((await person.selectedLabel()).startsWith('John Smith')) return true
        await page.keyboard.press('j')
        return false
      })
      .toBe(true)
    await person.bubble('Can I reschedule my appointment?').waitFor()
  }

  /** Dispatches the keys in one task, so that the window cannot read or draw between them. */
  async function pressAtOnce(keys: readonly string[]): Promise<void> {
    await person.list().evaluate((list, all) => {
      for (const key of all) list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }, keys)
  }

  function heading(): Promise<string | null> {
    return page.getByRole('heading', { level: 1 }).textContent()
  }

  function dialog(name: string) {
    return page.getByRole('dialog', { name })
  }

  async function runByPalette(query: string): Promise<void> {
    // There is no pause: the palette must receive keys typed directly after Ctrl+K, even before it is first loaded.
    await page.keyboard.press('Control+k')
    await page.keyboard.type(query)
    await page.keyboard.press('Enter')
    await dialog('Command palette').waitFor({ state: 'detached' })
  }

  async function readResolveKey(): Promise<string | null> {
    return page.getByRole('button', { name: 'Resolve', exact: true }).getAttribute('aria-keyshortcuts')
  }

  it('command palette runs a command on the selection, lists it first next time, and opens views', async () => {
    await runByPalette('resolve')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect.poll(() => person.selectedLabel()).not.toBe('')
    await page.keyboard.press('z')
    await person.row(/^John Smith/).waitFor()
    // Commands are available when the thread is on screen.
    await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor()

    await page.keyboard.press('Control+k')
    const options = dialog('Command palette').getByRole('option')
    await options.filter({ hasText: 'Resolve' }).first().waitFor()
    await expect.poll(() => options.first().textContent()).toContain('Resolve')
    await page.keyboard.press('Control+k')
    await dialog('Command palette').waitFor({ state: 'detached' })

    await runByPalette('go to all')
    await expect.poll(heading).toBe('All')
    await runByPalette('reply')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reply')
    // Opens the palette from the composer and returns to it.
    await page.keyboard.type('Sent from the palette')
    await runByPalette('send')
    await person.bubble('Sent from the palette').waitFor()
    expect(built.violations).toEqual([])
  })

  it('Settings changes a shortcut everywhere at once, and asks when the key is in use', async () => {
    expect(await readResolveKey()).toBe('e')
    await page.keyboard.press('Control+,')
    await dialog('Settings').getByRole('tab', { name: 'Keys' }).focus()
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('j')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor()
    await dialog('Settings').getByRole('button', { name: 'Cancel' }).press('Enter')
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('j')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor()
    // Escape closes the question and keeps Settings open.
    await page.keyboard.press('Escape')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor({ state: 'detached' })
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('Control+Shift+Y')
    await dialog('Settings').getByRole('button', { name: 'Remove E from Resolve' }).press('Enter')
    await page.keyboard.press('Escape')
    await dialog('Settings').waitFor({ state: 'detached' })

    expect(await readResolveKey()).toBe('Control+Shift+y')
    await person.press('?')
    const line = dialog('Keyboard shortcuts').getByRole('definition').filter({ hasText: 'Control Shift Y' })
    await line.waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await dialog('Command palette').getByRole('option', { name: 'Resolve Control Shift Y' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog('Command palette').waitFor({ state: 'detached' })

    await person.press('e')
    await person.press('Control+Shift+y')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await page.reload()
    await person.rows().first().waitFor()
    await person.press('j')
    await expect.poll(readResolveKey).toBe('Control+Shift+y')
  })

  it('fields receive the letters of any layout and no command runs', async () => {
    const before = await person.selectedId()
    const fields = [
      { open: 'r', field: person.reply() },
      { open: 'l', field: page.getByRole('combobox', { name: 'Add tag' }) },
      { open: '?', field: page.getByRole('searchbox', { name: 'Search shortcuts' }) },
      { open: 'Control+k', field: page.getByRole('combobox', { name: 'Command' }) },
    ]
    for (const { open, field } of fields) {
      await person.press(open)
      await field.waitFor()
      await field.focus()
      await page.keyboard.type('ejkruclnzoxg#?')
      for (const modifiers of ALT_GR_MODIFIERS)
        for (const { key, code } of ALT_GR) {
          await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, modifiers })
          await devtools.send('Input.dispatchKeyEvent', { type: 'char', key, code, text: key })
          await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
        }
      const letters = ALT_GR.map(({ key }) => key).join('')
      expect(await field.inputValue()).toBe(`ejkruclnzoxg#?${letters}${letters}`)
      await field.fill('')
      await page.keyboard.press('Escape')
    }
    expect(await person.selectedId()).toBe(before)
    expect(await heading()).toBe('Inbox')
    expect(await readResolveKey()).toBe('e')
  })

  it('an IME composition runs no command, in a field or in the list', async () => {
    await person.press('r')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await devtools.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    const processed = { key: 'Process', code: 'KeyK', windowsVirtualKeyCode: 229 }
    for (const modifiers of [0, 2]) {
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processed, modifiers })
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processed, modifiers })
      // The key that ends a composition belongs to the IME too.
      await devtools.send('Input.dispatchKeyEvent', { ...ENTER, type: 'rawKeyDown', modifiers })
    }
    await devtools.send('Input.insertText', { text: '日本' })
    expect(await person.reply().inputValue()).toBe('日本')
    expect(await dialog('Command palette').count()).toBe(0)
    expect(await person.bubble('日本').count()).toBe(0)
    await person.list().focus()
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'e',
      code: 'KeyE',
      windowsVirtualKeyCode: 229,
    })
    expect(await person.selectedLabel()).toMatch(/^John Smith/)
  })

  it('only arrow keys and keys with Ctrl run commands when single keys are off', async () => {
    await page.keyboard.press('Control+,')
    await dialog('Settings').getByRole('tab', { name: 'Keys' }).focus()
    const singleKeys = dialog('Settings').getByRole('radiogroup', { name: 'Single-key shortcuts' })
    await singleKeys.getByRole('radio', { name: 'Off' }).press('Space')
    await page.keyboard.press('Escape')
    await dialog('Settings').waitFor({ state: 'detached' })
    expect(await readResolveKey()).toBeNull()
    const before = await person.selectedId()
    for (const key of ['j', 'e', '#', '?', 'c', 'g', 'a']) await person.press(key)
    expect(await person.selectedId()).toBe(before)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await heading()).toBe('Inbox')
    await person.press('ArrowDown')
    await expect.poll(() => person.selectedId()).not.toBe(before)
    await runByPalette('shortcuts')
    await dialog('Keyboard shortcuts').getByText('Single keys are off').waitFor()
  })

  it('Enter focuses the thread, and a letter typed directly after it is a command for that conversation', async () => {
    await pressAtOnce(['k', 'Enter', 's'])
    await page.getByRole('button', { name: 'Remove star' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'thread')
    expect(await person.selectedLabel()).not.toMatch(/^John Smith/)
  })

  it('composer receives keys typed directly after R before the thread is drawn', async () => {
    const before = await person.selectedId()
    await pressAtOnce(['k', 'r', 'e', 's', 'h', '#', 'Backspace'])
    await page.waitForFunction(() => document.activeElement?.id === 'reply')
    expect(await person.selectedId()).not.toBe(before)
    expect(await page.getByRole('dialog').count()).toBe(0)
    // The composer has all the text and continues after it, and the status is unchanged.
    await page.keyboard.type('e')
    expect(await page.locator('#reply').inputValue()).toBe('eshe')
    expect(await page.getByRole('button', { name: 'Resolve', exact: true }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Remove star' }).count()).toBe(0)
  })

  it('Escape closes any dialog and focuses the list', async () => {
    for (const [what, keys] of [
      ['a new conversation', ['c']],
      ['snooze', ['h']],
      ['the keyboard shortcuts', ['?']],
      ['Settings', ['Control+,']],
      ['the command palette', ['Control+k']],
      ['Export', ['Control+Shift+e']],
      ['the bulk confirmation', ['Control+a', '#']],
    ] as const) {
      const isInDialog = (): Promise<boolean> =>
        page.evaluate(() => (document.activeElement?.closest('[role=dialog]') ?? null) !== null)
      for (const key of keys) await person.press(key)
      await expect.poll(isInDialog, { message: what }).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count(), { message: what }).toBe(0)
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), { message: what }).toBe('conversations')
    }
  })

  it('Shift+F10 opens the row’s menu, and G with a letter opens a view', async () => {
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').getByRole('menuitem', { name: 'Close' }).waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('End')
        return page.evaluate(() => document.activeElement?.textContent)
      })
      .toBe('ReplyR')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await page.keyboard.press('Escape')
    for (const [letter, title] of [
      ['a', 'All'],
      ['u', 'Unread'],
      ['o', 'Outbox'],
      ['i', 'Inbox'],
    ] as const) {
      await page.keyboard.press('g')
      await page.keyboard.press(letter)
      await expect.poll(heading).toBe(title)
    }
    await person.list().waitFor()
    await page.keyboard.press('n')
    await expect.poll(() => person.selectedLabel()).not.toBe('')
    // Opening marks the conversation as read a moment later.
    await expect.poll(() => person.selectedLabel()).not.toContain(', unread')
    await page.keyboard.press('u')
    await expect.poll(() => person.selectedLabel()).toContain(', unread')
  })
})

const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }

it('application menu shows the user’s shortcuts and runs the chosen item', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  const { app } = stage
  invariant(app !== null, 'the app was started')
  const itemOf = (id: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      return item === null || item === undefined
        ? null
        : { label: item.label, accelerator: item.accelerator ?? null, takesKey: item.registerAccelerator }
    }, id)
  await expect
    .poll(() => itemOf('new-conversation'))
    .toEqual({ label: 'New conversation', accelerator: 'CmdOrCtrl+N', takesKey: false })
  expect(await itemOf('resolve')).toMatchObject({ label: 'Resolve', accelerator: null })
  await person.press('Control+,')
  await person.page.getByRole('tab', { name: 'Keys' }).focus()
  await person.page.getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
  await person.page.keyboard.press('Control+Shift+Y')
  await expect.poll(() => itemOf('resolve')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+Y' })
  await person.page.keyboard.press('Escape')
  await person.page.getByRole('dialog').waitFor({ state: 'detached' })
  const opened = await app.evaluate(({ Menu, shell }) => {
    const files: string[] = []
    Object.assign(shell, { openPath: async (file: string) => files.push(file) && '' })
    Menu.getApplicationMenu()?.getMenuItemById('third-party-licenses')?.click()
    return files
  })
  expect(opened.map((file) => readFileSync(file, 'utf8'))).toEqual([expect.stringContaining('dexie')])
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('resolve')?.click())
  await person.row(/^John Smith/).waitFor({ state: 'detached' })
})
