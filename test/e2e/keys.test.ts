import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'

/** What a Polish, a German and a French keyboard write with AltGr, and where those keys are. */
const ALT_GR = [
  ...[...'ąćęłńóśźż'].map((key, index) => ({ key, code: `Key${'ACELNOSXZ'[index] ?? ''}` })),
  { key: '@', code: 'KeyQ' },
  { key: '€', code: 'KeyE' },
  { key: '#', code: 'Digit3' },
  { key: '[', code: 'Digit5' },
]

/** As engines tell AltGr: by itself, or as Ctrl and Alt. Bits of the debugging protocol. */
const ALT_GR_MODIFIERS = [0, 1 | 2]

describe('the keys, in the built window', () => {
  let built: BuiltWindow
  let page: Page
  let person: Person
  let keyboard: CDPSession

  beforeEach(async () => {
    built = await openBuiltWindow()
    page = built.page
    person = new Person(page)
    keyboard = await page.context().newCDPSession(page)
    await page.getByRole('button', { name: 'Open the demo workspace' }).press('Enter')
    await person.rows().first().waitFor()
    await selectJohnSmith()
  })

  afterEach(() => built.close())

  /** By keys alone: John Smith is somewhere near the top. */
  async function selectJohnSmith(): Promise<void> {
    await person.list().focus()
    await expect
      .poll(async () => {
        if ((await selectedName()).startsWith('John Smith')) return true
        await page.keyboard.press('j')
        return false
      })
      .toBe(true)
    await person.bubble('Can I reschedule my appointment?').waitFor()
  }

  function selectedName(): Promise<string> {
    return person.selectedLabel()
  }

  /** In one go: nothing can be read or drawn between these keys. */
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

  async function runByPalette(words: string): Promise<void> {
    // Without a pause: what is typed right after the key belongs to the palette, even the first time.
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await dialog('Command palette').waitFor({ state: 'detached' })
  }

  async function resolveKey(): Promise<string | null> {
    return page.getByRole('button', { name: 'Resolve', exact: true }).getAttribute('aria-keyshortcuts')
  }

  it('the palette runs a command where the hands were, remembers it, and goes to views', async () => {
    await runByPalette('resolve')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect.poll(selectedName).not.toBe('')
    await page.keyboard.press('z')
    await person.row(/^John Smith/).waitFor()
    // What can be done is what the thread shows.
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
    // From within the composer, and back into it.
    await page.keyboard.type('Sent from the palette')
    await runByPalette('send')
    await person.bubble('Sent from the palette').waitFor()
    expect(built.violations).toEqual([])
  })

  it('a key that is changed is changed everywhere at once, and one that is taken is asked for', async () => {
    expect(await resolveKey()).toBe('e')
    await page.keyboard.press('Control+,')
    await dialog('Settings').getByRole('tab', { name: 'Keys' }).focus()
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('j')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor()
    await dialog('Settings').getByRole('button', { name: 'Cancel' }).press('Enter')
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('j')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor()
    // Of the two that are open, the question is what is left.
    await page.keyboard.press('Escape')
    await dialog('Settings').getByText('is used by “Next conversation”').waitFor({ state: 'detached' })
    await dialog('Settings').getByRole('button', { name: 'Add shortcut for Resolve' }).press('Enter')
    await page.keyboard.press('Control+Shift+Y')
    await dialog('Settings').getByRole('button', { name: 'Remove E from Resolve' }).press('Enter')
    await page.keyboard.press('Escape')
    await dialog('Settings').waitFor({ state: 'detached' })

    expect(await resolveKey()).toBe('Control+Shift+y')
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
    await expect.poll(resolveKey).toBe('Control+Shift+y')
  })

  it('letters of any layout typed into a field are letters, and nothing else', async () => {
    const before = await selectedName()
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
          await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, modifiers })
          await keyboard.send('Input.dispatchKeyEvent', { type: 'char', key, code, text: key })
          await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
        }
      const letters = ALT_GR.map(({ key }) => key).join('')
      expect(await field.inputValue()).toBe(`ejkruclnzoxg#?${letters}${letters}`)
      await field.fill('')
      await page.keyboard.press('Escape')
    }
    expect(await selectedName()).toBe(before)
    expect(await heading()).toBe('Inbox')
    expect(await resolveKey()).toBe('e')
  })

  it('what an input method composes runs nothing, in a field and outside', async () => {
    await person.press('r')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await keyboard.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    const processed = { key: 'Process', code: 'KeyK', windowsVirtualKeyCode: 229 }
    for (const modifiers of [0, 2]) {
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processed, modifiers })
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processed, modifiers })
      // The key that ends a composition is the input method's, too.
      await keyboard.send('Input.dispatchKeyEvent', { ...ENTER, type: 'rawKeyDown', modifiers })
    }
    await keyboard.send('Input.insertText', { text: '日本' })
    expect(await person.reply().inputValue()).toBe('日本')
    expect(await dialog('Command palette').count()).toBe(0)
    expect(await person.bubble('日本').count()).toBe(0)
    await person.list().focus()
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'e',
      code: 'KeyE',
      windowsVirtualKeyCode: 229,
    })
    expect(await selectedName()).toMatch(/^John Smith/)
  })

  it('where single keys are off, keys with Ctrl and the arrows are what is left', async () => {
    await page.keyboard.press('Control+,')
    await dialog('Settings').getByRole('tab', { name: 'Keys' }).focus()
    await dialog('Settings').getByRole('radio', { name: 'Off' }).press('Space')
    await page.keyboard.press('Escape')
    await dialog('Settings').waitFor({ state: 'detached' })
    expect(await resolveKey()).toBeNull()
    const before = await selectedName()
    for (const key of ['j', 'e', '#', '?', 'c', 'g', 'a']) await person.press(key)
    expect(await selectedName()).toBe(before)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await heading()).toBe('Inbox')
    await person.press('ArrowDown')
    await expect.poll(selectedName).not.toBe(before)
    await runByPalette('shortcuts')
    await dialog('Keyboard shortcuts').getByText('Single keys are off').waitFor()
  })

  it('Enter goes into the thread, and the letter right after it is a command for that one', async () => {
    await pressAtOnce(['k', 'Enter', 's'])
    await page.getByRole('button', { name: 'Remove star' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'thread')
    expect(await selectedName()).not.toMatch(/^John Smith/)
  })

  it('what is typed right after R is for the composer and no command, however long the thread takes to be drawn', async () => {
    const before = await selectedName()
    await pressAtOnce(['k', 'r', 'e', 's', 'h', '#', 'Backspace'])
    await page.waitForFunction(() => document.activeElement?.id === 'reply')
    expect(await selectedName()).not.toBe(before)
    expect(await page.getByRole('dialog').count()).toBe(0)
    // The composer has it all, and goes on from there; the status is what it was.
    await page.keyboard.type('e')
    expect(await page.locator('#reply').inputValue()).toBe('eshe')
    expect(await page.getByRole('button', { name: 'Resolve', exact: true }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Remove star' }).count()).toBe(0)
  })

  it.each<[what: string, keys: readonly string[]]>([
    ['a new conversation', ['c']],
    ['the question before many are changed', ['Control+a', '#']],
    ['snooze', ['h']],
    ['the keys', ['?']],
    ['Settings', ['Control+,']],
    ['the palette', ['Control+k']],
    ['an export', ['Control+Shift+e']],
  ])('Escape out of %s gives the hands back to the list', async (_what, keys) => {
    await person.list().focus()
    for (const key of keys) await page.keyboard.press(key)
    const opened = page.getByRole('dialog')
    await opened.waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.id === 'conversations')
  })

  it('the row’s menu comes by its key, and G goes where its letter says', async () => {
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
    await expect.poll(selectedName).not.toBe('')
    // It counts as read by being opened, a moment later.
    await expect.poll(selectedName).not.toContain(', unread')
    await page.keyboard.press('u')
    await expect.poll(selectedName).toContain(', unread')
  })
})

const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }

it('the application menu shows the person’s keys and runs what is chosen in it', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  const { app } = stage
  invariant(app !== null, 'the stage has started it')
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
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('resolve')?.click())
  await person.row(/^John Smith/).waitFor({ state: 'detached' })
})
