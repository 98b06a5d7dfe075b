import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { letIn } from '../support/op-zoo.ts'
import { Person } from '../support/person.ts'

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing wrong with', (colorScheme) => {
  let built: BuiltWindow
  let person: Person

  beforeEach(async () => {
    built = await openBuiltWindow()
    // What fades in has other colours for a moment, and something may come in at any time: without motion nothing is ever between two states.
    await built.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    person = new Person(built.page)
  })

  afterEach(() => built.close())

  it('the first screen, also when it refuses an address', async () => {
    await built.page.getByRole('button', { name: 'Connect' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await person.connect('sk_live_x', 'http://api.example.com')
    await built.page.getByText(/https/).first().waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })

  it('the inbox, a thread, a queued reply, every view, the outbox, and the dialog', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.say('A reply')
    expect(await offencesOn(built.page)).toEqual([])
    await person.showView('Outbox')
    await person.entry('Waiting', 'A reply').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.getByRole('heading', { name: 'Everything you said has arrived' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    for (const view of ['Unread', 'Waiting', 'Resolved', 'Closed', 'All', 'Voice']) {
      await person.showView(view)
      await person.rows().first().waitFor()
      expect(await offencesOn(built.page)).toEqual([])
    }
    await person.showView('Drafts')
    await built.page.getByRole('heading', { name: 'No drafts' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await person.showView('All')
    await person.press('/')
    await built.page.getByRole('button', { name: /^from:/ }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.type('john before:soon')
    await built.page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first().waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+s')
    await built.page.getByRole('dialog', { name: 'Save search as view' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Enter')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await built.page.keyboard.press('ArrowDown')
    await built.page.keyboard.press('x')
    await built.page.getByRole('toolbar', { name: 'Selected conversations' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+Shift+e')
    await built.page.getByRole('dialog', { name: 'Export 1 conversation' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await built.page.keyboard.press('Control+f')
    await built.page.keyboard.type('john nobodysaidthis')
    await built.page.getByRole('heading', { name: 'Nothing found' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await person.press('c')
    await built.page.getByRole('dialog').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })

  it('many that are picked, what is asked and told about them, a snooze, a run, and the tags', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    await person.press('j')
    for (let row = 0; row < 11; row += 1) await person.press('Shift+J')
    await built.page.getByRole('toolbar', { name: 'Selected conversations' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    for (const [key, name] of [
      ['l', /^Tags of 12/],
      ['h', /^Snooze 12/],
      ['#', /^Close 12/],
    ] as const) {
      await person.press(key)
      await built.page.getByRole('dialog', { name }).waitFor()
      expect(await offencesOn(built.page)).toEqual([])
      if (key !== '#') await built.page.keyboard.press('Escape')
    }
    await built.page.keyboard.press('Enter')
    await built.page.getByText('12 conversations closed').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await person.press('Shift+Z')
    await built.page.getByRole('listbox', { name: 'Changed conversations' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.press('j')
    await person.press('s')
    await person.press('h')
    await built.page.getByRole('combobox', { name: 'Snooze until' }).fill('yesterday')
    await built.page.getByText('That time has passed').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.getByRole('combobox', { name: 'Snooze until' }).fill('if no reply by friday')
    await built.page.keyboard.press('Enter')
    await person.showView('Snoozed')
    await person.row(/snoozed until/).click()
    expect(await offencesOn(built.page)).toEqual([])
    await person.press('.')
    await built.page.getByRole('region', { name: 'Focus mode' }).getByText('1 of 1').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })

  it('the palette, the help, a row’s menu, and the keys in Settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.open(/^John Smith/)
    for (const key of ['Control+k', '?', 'Control+,']) {
      await person.press(key)
      await built.page.getByRole('dialog').waitFor()
      if (key === 'Control+,') await built.page.getByRole('tab', { name: 'Keys' }).click()
      expect(await offencesOn(built.page)).toEqual([])
      await built.page.keyboard.press('Escape')
      await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await person.press('Shift+F10')
    await built.page.getByRole('menu').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })

  it('a snippet being chosen, a hole left open, earlier versions, the customer, and Settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().first().waitFor()
    await person.open(/^John Smith/)
    await built.page.keyboard.press('Control+\\')
    await built.page.getByRole('complementary', { name: 'Customer' }).getByText('First seen').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await person.reply().focus()
    await built.page.keyboard.press('Control+;')
    await built.page.getByRole('button', { name: 'Add one' }).click()
    await built.page.getByRole('button', { name: 'Add snippet' }).click()
    await built.page.getByRole('textbox', { name: 'Name' }).fill('Order')
    await built.page.getByRole('textbox', { name: 'Text' }).fill('Your order {{number}} is on its way')
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+Enter')
    await built.page.getByRole('button', { name: 'Delete Order' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Escape')
    await built.page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.reply().focus()
    await built.page.keyboard.press('Control+;')
    await built.page.getByRole('option', { name: 'Order' }).waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Enter')
    await expect.poll(() => person.reply().inputValue()).toContain('Your order')
    await built.page.keyboard.press('Control+Enter')
    await built.page.getByText('Not sent: fill in what is marked').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+a')
    await built.page.keyboard.press('Delete')
    await built.page.getByRole('button', { name: 'Earlier versions' }).press('Enter')
    await built.page.getByRole('menuitem').first().waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })

  it('every state of the outbox and every question, a change that was refused, and each section of the settings', async () => {
    await built.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await letIn(built.page)
    await person.showView('Outbox')
    await person.entry('Waiting', 'May have arrived.').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    const refused = person.entry('Needs you', 'Too many tags')
    await refused.getByRole('button', { name: 'Open conversation' }).click()
    await built.page.getByRole('alert').getByText('Tags: vip, call back').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.keyboard.press('Control+,')
    for (const section of await built.page.getByRole('dialog').getByRole('tab').all()) {
      await section.click()
      expect(await offencesOn(built.page)).toEqual([])
    }
    await built.page.getByRole('tab', { name: 'Workspaces' }).click()
    await built.page.getByRole('button', { name: 'Sign out of Demo' }).click()
    await built.page.getByRole('dialog', { name: 'Sign out of Demo?' }).getByText('They would be lost.').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
    await built.page.getByRole('button', { name: 'Cancel' }).click()
    await built.page.getByRole('searchbox', { name: 'Search settings' }).fill('nobody calls it that')
    await built.page.getByText('No setting is called that').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })
})

it('enlarged to twice its size, the window has room for the list, for the thread and for what is done with it', async () => {
  const built = await openBuiltWindow()
  try {
    const { page } = built
    // As many points as a window of 1280 by 800 has at 200 %.
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
    expect(await offencesOn(page)).toEqual([])
  } finally {
    await built.close()
  }
})

/**
 * One rule is off: a row's and a view's name is a sentence made for the ear ("John Smith, SMS, unread, waiting 2 hours, …"), which
 * says what is seen, but not letter by letter in the order in which it is drawn.
 */
const OPTIONS: axe.RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } } }

/** Rule, place and reason of each offence. axe is evaluated, not loaded: the page's policy would not let it in. */
async function offencesOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    OPTIONS,
  )
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}
