import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'

describe('focus, in the built window', () => {
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
  })

  afterEach(() => built.close())

  async function selectedName(): Promise<string> {
    const selected = person.list().getByRole('option', { selected: true })
    return (await selected.count()) === 0 ? '' : ((await selected.getAttribute('aria-label')) ?? '')
  }

  function focusedId(): Promise<string> {
    return page.evaluate(() => document.activeElement?.id ?? '')
  }

  function dialog(name: string) {
    return page.getByRole('dialog', { name })
  }

  /** Real key presses that the window handles one after the other, without a pause between them. */
  async function typeAtOnce(keys: string): Promise<void> {
    await Promise.all(
      [...keys].map((text) => keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })),
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

  it('R at a call opens a reply to the caller and keeps every letter', async () => {
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

  it('G S shows snoozed conversations and selects none that the list does not hold', async () => {
    await person.rows().first().click()
    await person.thread().waitFor()
    const first = (await selectedName()).split(',')[0] ?? ''
    await person.press('h')
    await dialog('Snooze').or(page.getByRole('dialog')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const nextName = async (): Promise<string> => (await selectedName()).split(',')[0] || first
    await expect.poll(nextName).not.toBe(first)
    const second = await nextName()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Snoozed')
    await page.keyboard.press('e')
    expect(await page.locator('section[data-conversation-id]').count()).toBe(0)
    // J has nothing to move along until the list of the new view is there.
    const next = async (): Promise<string> => {
      await page.keyboard.press('j')
      return selectedName()
    }
    await expect.poll(next).toContain(first)
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await person
      .row(new RegExp(`^${second}`))
      .first()
      .waitFor()
  })

  it('Escape leaves the search from a hint, with the focus in the list', async () => {
    await page.keyboard.press('/')
    await expect.poll(focusedId).toBe('search')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('#search-hints') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(focusedId).toBe('conversations')
    await page.keyboard.press('j')
    await expect.poll(selectedName).not.toBe('')
  })

  it('Escape leaves the tag field at once, and the letters after it are commands', async () => {
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

  it.each<[what: string, keys: readonly string[]]>([
    ['snooze', ['j', 'h']],
    ['the palette', ['Control+k']],
    ['a new conversation', ['c']],
    ['the keyboard shortcuts', ['?']],
    ['Settings', ['Control+,']],
  ])('Escape during a composition in %s ends the composition, and the dialog stays', async (_what, keys) => {
    await person.list().focus()
    for (const key of keys) await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input, [role=dialog] textarea'))
    await keyboard.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await keyboard.send('Input.dispatchKeyEvent', { ...ESCAPE, type: 'rawKeyDown' })
    await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(await page.getByRole('dialog').count()).toBe(1)
    // Without a composition it closes.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('the focus is never lost, wherever Tab and Escape lead', async () => {
    const views = ['i', 'u', 'w', 'd', 's', '*', 'r', 'c', 'a', 'o']
    const lost: string[] = []
    let looked = 0
    const look = async (where: string): Promise<void> => {
      // What takes the focus back may need a frame.
      await page
        .waitForFunction(() => document.activeElement !== document.body && document.activeElement !== null, null, {
          timeout: 2_000,
        })
        .catch(() => lost.push(where))
      looked += 1
    }
    for (const view of views) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('g')
      await page.keyboard.press(view)
      await look(`after G ${view}`)
      await page.keyboard.press('j')
      for (let step = 1; step <= 6; step += 1) {
        await page.keyboard.press('Tab')
        await look(`view ${view}, Tab ${step}`)
      }
      for (let step = 1; step <= 3; step += 1) {
        await page.keyboard.press('Escape')
        await look(`view ${view}, Escape ${step}`)
      }
      for (let step = 1; step <= 3; step += 1) {
        await page.keyboard.press('Shift+Tab')
        await look(`view ${view}, Shift+Tab ${step}`)
      }
    }
    expect(lost).toEqual([])
    expect(looked).toBe(views.length * 13)
  })
})

const ESCAPE = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 }
