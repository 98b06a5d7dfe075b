import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing wrong with', (colorScheme) => {
  let built: BuiltWindow
  let person: Person

  beforeEach(async () => {
    built = await openBuiltWindow()
    await built.page.emulateMedia({ colorScheme })
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
    await person.press('c')
    await built.page.getByRole('dialog').waitFor()
    expect(await offencesOn(built.page)).toEqual([])
  })
})

/**
 * One rule is off: a row's and a view's name is a sentence made for the ear ("John Smith, SMS, unread, waiting 2 hours, …"), which
 * says what is seen, but not letter by letter in the order in which it is drawn.
 */
const OPTIONS: axe.RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } } }

/**
 * Rule, place and reason of each offence. axe is evaluated, not loaded: the page's policy would not let it in. What is still fading in
 * has other colours for a moment, so whatever has an end is waited for.
 */
async function offencesOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
  })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    OPTIONS,
  )
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}
