import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { addSampleOps } from '../support/op-zoo.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { DataKey } from '../../src/shared/sealing.ts'
import { ELEMENT_IDS } from '../../src/ui/element-ids.ts'
import { Person } from '../support/person.ts'

describe('axe finds no violation in either theme on', () => {
  let built: BuiltWindow
  let person: Person

  beforeEach(async () => {
    built = await openBuiltWindow()
    // During a fade axe would measure the contrast of colors between two states.
    await built.page.emulateMedia({ reducedMotion: 'reduce' })
    person = new Person(built.page)
  })

  afterEach(() => built.close())

  it('the first screen, with and without a refused address', async () => {
    await built.page.getByRole('button', { name: 'Connect' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await person.connect('sk_live_x', 'http://api.example.com')
    await built.page.getByText(/https/).first().waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })

  it('the inbox, a thread, a queued reply, the views, the outbox, search and the dialogs', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.sendReply('A reply')
    expect(await violationsOn(built.page)).toEqual([])
    // The outbox with entries is in the last story. Here the reply may be sent before axe has read it.
    await person.showView('Outbox')
    await built.page.getByRole('heading', { name: 'All messages sent' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    for (const view of ['Unread', 'Waiting', 'Resolved', 'Closed', 'All', 'Voice']) {
      await person.showView(view)
      await person.rows().first().waitFor()
      // The thread beside it is the same in each.
      expect(await violationsOn(built.page, 'section:has([role=listbox])')).toEqual([])
    }
    await person.showView('Drafts')
    await built.page.getByRole('heading', { name: 'No drafts' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await person.showView('All')
    await person.press('/')
    await built.page.getByRole('button', { name: /^from:/ }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.type('john before:soon')
    await built.page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first().waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+s')
    await built.page.getByRole('dialog', { name: 'Save search as view' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Enter')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    // The focus returns a moment after the dialog is gone.
    await built.page.waitForFunction((id) => document.activeElement?.id === id, ELEMENT_IDS.searchField)
    await built.page.keyboard.press('ArrowDown')
    await built.page.keyboard.press('x')
    await built.page.getByRole('toolbar', { name: 'Selected conversations' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+Shift+e')
    await built.page.getByRole('dialog', { name: 'Export 1 conversation' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await built.page.keyboard.press('Control+f')
    await built.page.waitForFunction((id) => document.activeElement?.id === id, ELEMENT_IDS.searchField)
    await built.page.keyboard.type('john unusedword')
    await built.page.getByRole('heading', { name: 'No matches' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await person.press('c')
    await built.page.getByRole('dialog').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })

  it('the lock, the choice without a keychain, and data that can’t be opened', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    const { page } = built
    for (const [answers, title] of [
      [{ isLocked: true }, 'Clarion is locked'],
      [{ dataKey: { state: 'choose' } }, 'How should Clarion keep your data?'],
      [{ dataKey: { state: 'sealed', why: 'missing' } }, 'The key to your data is missing'],
    ] as const) {
      await startWith(page, answers)
      await page.getByRole('heading', { name: title }).waitFor()
      expect(await violationsOn(page)).toEqual([])
    }
    await page.getByRole('button', { name: /^Delete this data/ }).click()
    await page.getByRole('dialog', { name: 'Delete the data of Demo?' }).waitFor()
    expect(await violationsOn(page)).toEqual([])
  })

  it('bulk selection, its dialogs and toasts, snooze, tags and focus mode', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    await person.press('j')
    for (let row = 0; row < 11; row += 1) await person.press('Shift+J')
    await built.page.getByRole('toolbar', { name: 'Selected conversations' }).getByText('12').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    for (const [key, name] of [
      ['l', /^Tags of 12/],
      ['h', /^Snooze 12/],
      ['#', /^Close 12/],
    ] as const) {
      await person.press(key)
      await built.page.getByRole('dialog', { name }).waitFor()
      expect(await violationsOn(built.page)).toEqual([])
      if (key !== '#') await built.page.keyboard.press('Escape')
    }
    await built.page.keyboard.press('Enter')
    await built.page.getByText('12 conversations closed').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await person.press('Shift+Z')
    await built.page.getByRole('listbox', { name: 'Changed conversations' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.press('j')
    await person.press('s')
    await person.press('h')
    await built.page.getByRole('combobox', { name: 'Snooze until' }).fill('yesterday')
    await built.page.getByText('That time has passed').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.getByRole('combobox', { name: 'Snooze until' }).fill('if no reply by friday')
    await built.page.keyboard.press('Enter')
    await person.showView('Snoozed')
    await person.row(/snoozed until/).click()
    expect(await violationsOn(built.page)).toEqual([])
    await person.press('.')
    await built.page.getByRole('region', { name: 'Focus mode' }).getByText('1 of 1').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })

  it('the command palette, the keyboard shortcuts, a row’s menu, and the keys in Settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.open(/^John Smith/)
    for (const key of ['Control+k', '?', 'Control+,']) {
      await person.press(key)
      await built.page.getByRole('dialog').waitFor()
      if (key === 'Control+,') await built.page.getByRole('tab', { name: 'Keys' }).click()
      expect(await violationsOn(built.page)).toEqual([])
      await built.page.keyboard.press('Escape')
      await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await person.press('Shift+F10')
    await built.page.getByRole('menu').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })

  it('the snippet list, an unfilled placeholder, earlier versions, the customer panel and snippets in Settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    await person.open(/^John Smith/)
    await built.page.keyboard.press('Control+\\')
    await built.page.getByRole('complementary', { name: 'Customer' }).getByText('First seen').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await person.reply().focus()
    await built.page.keyboard.press('Control+;')
    await built.page.getByRole('button', { name: 'Add snippet' }).click()
    await built.page.getByRole('button', { name: 'Add snippet' }).click()
    await built.page.getByRole('textbox', { name: 'Name' }).fill('Order')
    await built.page.getByRole('textbox', { name: 'Text' }).fill('Your order {{number}} is on its way')
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+Enter')
    await built.page.getByRole('button', { name: 'Delete Order' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.reply().focus()
    await built.page.keyboard.press('Control+;')
    await built.page.getByRole('option', { name: 'Order' }).waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Enter')
    await expect.poll(() => person.reply().inputValue()).toContain('Your order')
    await built.page.keyboard.press('Control+Enter')
    await built.page.getByText('Not sent: fill in the placeholders first').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+a')
    await built.page.keyboard.press('Delete')
    await built.page.getByRole('button', { name: 'Earlier versions' }).press('Enter')
    await built.page.getByRole('menuitem').first().waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })

  it('every state and question of the outbox, a refused change, and each section of Settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await addSampleOps(built.page)
    await person.showView('Outbox')
    await person.entry('Waiting', 'May have arrived.').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    const refused = person.entry('Needs your attention', 'Too many tags')
    await refused.getByRole('button', { name: 'Open conversation' }).click()
    await built.page.getByRole('alert').getByText('Tags: vip, call back').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+,')
    const sections = built.page.getByRole('dialog').getByRole('tab')
    await sections.first().click()
    expect(await violationsOn(built.page)).toEqual([])
    for (const section of (await sections.all()).slice(1)) {
      await section.click()
      expect(await violationsOn(built.page)).toEqual([])
    }
    await built.page.getByRole('tab', { name: 'Workspaces' }).click()
    await built.page.getByRole('button', { name: 'Sign out of Demo' }).click()
    await built.page.getByRole('dialog', { name: 'Sign out of Demo?' }).getByText('They would be lost.').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
    await built.page.getByRole('button', { name: 'Cancel' }).click()
    await built.page.getByRole('searchbox', { name: 'Search settings' }).fill('no such setting')
    await built.page.getByText('No matching settings').waitFor()
    expect(await violationsOn(built.page)).toEqual([])
  })
})

it('window shows the list, the thread and their buttons when zoom is 200 %', async () => {
  const built = await openBuiltWindow()
  try {
    const { page } = built
    // A window of 1280 by 800 has these CSS pixels at 200 %.
    await page.setViewportSize({ width: 640, height: 400 })
    const person = new Person(page)
    await page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.open(/^John Smith/)
    await page.keyboard.press('r')
    await page.keyboard.type('Friday is fine')
    for (const name of [/^Resolve$/, /^Send SMS/, /^New conversation/, /^Waiting/]) {
      const box = await page.getByRole('button', { name }).boundingBox()
      expect(box).not.toBeNull()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 640).toBe(true)
    }
    const thread = await person.thread().boundingBox()
    expect(thread?.width).toBeGreaterThan(300)
    expect(await violationsOn(page)).toEqual([])
  } finally {
    await built.close()
  }
})

/**
 * One rule is off. The accessible name of a row or a view is a sentence for screen readers ("John Smith, SMS, unread, waiting 2 hours, …").
 * It contains the visible information, but not the exact visible text in the same order.
 */
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  rules: { 'label-content-name-mismatch': { enabled: false } },
}

/** The rules that depend on colors. The themes differ in nothing else. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block']
const COLOR_OPTIONS: axe.RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: COLOR_RULES } }

/**
 * Rule, element and reason of each violation, in the dark theme for the rules about colors and in the light theme for every rule. Dark comes
 * first, because it is quick and a message that disappears by itself is then still there. axe is evaluated, because the page's content
 * security policy blocks its script. `part`: a selector of the part to read; by default the open dialogs, because nothing behind them can
 * be reached, or everything.
 */
async function violationsOn(page: Page, part?: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const within = part ?? ((await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : 'html')
  const found: string[] = []
  for (const [colorScheme, options] of [
    ['dark', COLOR_OPTIONS],
    ['light', OPTIONS],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate(
      ([selector, chosen]) => (window as unknown as { axe: typeof axe }).axe.run(selector, chosen),
      [within, options] as const,
    )
    for (const { id, nodes } of violations)
      found.push(
        ...nodes.map(
          ({ target, failureSummary = '' }) => `${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary}`,
        ),
      )
  }
  return found
}

/** What the main process answers instead. */
type Answers = { readonly isLocked?: true; readonly dataKey?: DataKey }

/** Reloads the page with other answers of the main process. */
async function startWith(page: Page, answers: Answers): Promise<void> {
  // Scripts of earlier calls run before this one, and later answers replace theirs.
  await page.addInitScript(({ isLocked = false, dataKey }) => {
    const { bridge } = window as unknown as { bridge: { -readonly [M in keyof Bridge]: Bridge[M] } }
    const { readSession } = bridge
    bridge.readSession = async (input) => {
      const session = await readSession(input)
      return session.ok ? { ok: true, value: { ...session.value, isLocked } } : session
    }
    if (dataKey !== undefined) bridge.readDataKey = () => Promise.resolve({ ok: true, value: dataKey })
  }, answers)
  await page.reload()
}
