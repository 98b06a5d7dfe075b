import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltWindow } from '../support/chromium.ts'
import { openDemoWindow } from '../support/demo-window.ts'
import { Random } from '../simulation/random.ts'
import type { Person } from '../support/person.ts'
import { FocusWalk } from '../support/states/focus-walk.ts'

describe('focus in the built window', () => {
  let built: BuiltWindow
  let page: Page
  let person: Person
  let devtools: CDPSession

  beforeEach(async () => {
    ;({ built, page, person, devtools } = await openDemoWindow())
  })

  afterEach(() => built.close())

  function focusedId(): Promise<string> {
    return page.evaluate(() => document.activeElement?.id ?? '')
  }

  /** Whether a field of a dialog has focus. */
  function isInField(): Promise<boolean> {
    return page.evaluate(() => document.activeElement?.matches('[role=dialog] :is(input, textarea)') ?? false)
  }

  /** Sends real key events without waiting between them. */
  async function typeAtOnce(keys: string): Promise<void> {
    await Promise.all(
      [...keys].map((text) => devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })),
    )
  }

  async function openVoice(): Promise<void> {
    await person.showView('All')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('All')
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Voice/ })
      .click()
    await expect.poll(async () => person.row(/Voice/).count()).toBeGreaterThan(0)
    await person.row(/Voice/).first().click()
    await person.thread().waitFor()
  }

  it('R opens a reply to the caller and keeps every typed letter when a call is selected', async () => {
    await openVoice()
    const rows = page.locator('#conversations [role=option]')
    const before = await rows.count()
    await person.list().focus()
    await typeAtOnce('rYour order has shipped.')
    await page.waitForFunction(() => ['reply', 'first-message'].includes(document.activeElement?.id ?? ''))
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value))
      .toBe('Your order has shipped.')
    expect(await rows.count()).toBe(before)
  })

  it('G S shows the snoozed conversations and selects none outside the list', async () => {
    await person.rows().first().click()
    await person.thread().waitFor()
    const first = (await person.selectedLabel()).split(',')[0] ?? ''
    await person.press('h')
    // Enter chooses the first time when the field has focus.
    await expect.poll(isInField).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const nextName = async (): Promise<string> => (await person.selectedLabel()).split(',')[0] || first
    await expect.poll(nextName).not.toBe(first)
    const second = await nextName()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Snoozed')
    await page.keyboard.press('e')
    expect(await page.locator('section[data-conversation-id]').count()).toBe(0)
    // J moves the selection only after the new view's list is loaded.
    const next = async (): Promise<string> => {
      await page.keyboard.press('j')
      return person.selectedLabel()
    }
    await expect.poll(next).toContain(first)
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await person
      .row(new RegExp(`^${second}`))
      .first()
      .waitFor()
  })

  it('Escape closes the search and focuses the list when a hint has focus', async () => {
    await page.keyboard.press('/')
    await expect.poll(focusedId).toBe('search')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('#search-hints') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(focusedId).toBe('conversations')
    await page.keyboard.press('j')
    await expect.poll(() => person.selectedLabel()).not.toBe('')
  })

  it('Escape leaves the tag field, and the next letters are commands', async () => {
    await person.press('j')
    await person.thread().waitFor()
    await page.keyboard.press('l')
    await expect.poll(focusedId).toBe('tags')
    await page.keyboard.type('v')
    await page.keyboard.press('Escape')
    await expect.poll(focusedId).toBe('conversations')
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Remove star' }).waitFor()
    expect(await page.getByRole('combobox', { name: 'Add tag' }).inputValue()).toBe('')
  })

  it('Escape ends an IME composition in any dialog and keeps the dialog open', async () => {
    await person.press('j')
    for (const [what, key] of [
      ['snooze', 'h'],
      ['the command palette', 'Control+k'],
      ['a new conversation', 'c'],
      ['the keyboard shortcuts', '?'],
      ['Settings', 'Control+,'],
    ] as const) {
      await person.press(key)
      await expect.poll(isInField, { message: what }).toBe(true)
      await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
      await devtools.send('Input.dispatchKeyEvent', { ...ESCAPE, type: 'rawKeyDown' })
      await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      expect(await page.getByRole('dialog').count(), what).toBe(1)
      // Without a composition Escape closes the dialog.
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count(), { message: what }).toBe(0)
    }
  })

  it('focus stays on an element after any Tab and Escape, and any button that a key presses', async () => {
    // Every state: npm run axe.
    const ring = await FocusWalk.begin(page)
    const showThread = async (): Promise<void> => {
      await person.showView('Inbox')
      await person.rows().first().click()
      await person.thread().waitFor()
    }
    const showHints = async (): Promise<void> => {
      await page.keyboard.press('Control+f')
      await expect.poll(focusedId).toBe('search')
      await page.getByRole('button', { name: /^from:/ }).waitFor()
    }
    for (const reach of [showThread, showHints, () => person.showView('Outbox')]) {
      await reach()
      await ring.walk({ part: 'main' }, reach)
    }
    expect(ring.take()).toEqual([])
    expect(ring.stops).toBeGreaterThan(100)

    const lost: string[] = []
    const check = async (step: string): Promise<void> => {
      // Restoring focus may take a frame.
      await page
        .waitForFunction(
          () => document.activeElement !== document.body && document.activeElement?.matches(':disabled') === false,
          null,
          { timeout: 2_000 },
        )
        .catch(() => lost.push(step))
    }
    await page.keyboard.press('Escape')
    const random = new Random(14)
    const pressed = { Tab: 5, 'Shift+Tab': 2, Enter: 3, Escape: 2, j: 1, e: 1, '/': 1 }
    const walk: string[] = []
    for (let step = 0; step < WALK_STEPS; step += 1) {
      const key = random.weighted(pressed)
      walk.push(key)
      await page.keyboard.press(key)
      await check(walk.slice(-6).join(' '))
    }
    expect(lost).toEqual([])
    // Out of every dialog.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Escape')

    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await person.press('j')
    await person.thread().waitFor()
    await person.press('e')
    const undo = page.getByRole('region', { name: 'Notice' }).getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    // No row is below the toast.
    const toast = await undo.boundingBox()
    const list = await person.list().boundingBox()
    expect(toast?.y).toBeGreaterThanOrEqual((list?.y ?? Infinity) + (list?.height ?? 0))
    const next = await person.selectedId()
    await page.keyboard.press('Tab')
    expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await undo.waitFor({ state: 'detached' })
    expect(await focusedId()).toBe('conversations')
    await person.press('s')
    await page
      .getByRole('status')
      .filter({ hasText: / starred$/ })
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /^Undone/ })
      .waitFor()
    expect(await focusedId()).toBe('conversations')
    expect(await person.selectedId()).toBe(next)
  })
})

/** Key presses of the random walk. */
const WALK_STEPS = 60

const ESCAPE = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 }
