import type { Locator, Page } from 'playwright-core'
import { text } from '../../../src/strings/text.ts'
import { Person } from '../person.ts'

export type CheckOptions = {
  /** A selector of the part that is new; by default the open dialog, or everything. */
  readonly part?: string
  /** Its kinds of rows, chips and buttons have been checked in another state. */
  readonly isFamiliar?: boolean
  /** Tab chooses something here, so only Shift+Tab moves the focus. */
  readonly isTabTaken?: boolean
}

/** `reach`: reaches the state again; null for one that can't be reached again. */
type Check = (page: Page, options: CheckOptions, reach: (() => Promise<unknown>) | null) => Promise<void>

/** A user who visits the states of the window, in the language of this process. All names come from the catalogue of that language. */
export class Visit {
  readonly page: Page
  readonly person: Person
  readonly #check: Check

  constructor(page: Page, check: Check) {
    this.page = page
    this.person = new Person(page)
    this.#check = check
  }

  /** Reaches a state and checks it. `reach` can be called again from any view without a dialog, and from the state itself. */
  async state(reach: () => Promise<unknown>, options: CheckOptions = {}): Promise<void> {
    await reach()
    await this.#check(this.page, options, reach)
  }

  /** Checks the state on screen, which can't be reached again: a message was sent, or a toast is shown. */
  async check(options: CheckOptions = {}): Promise<void> {
    await this.#check(this.page, options, null)
  }

  /** Opens the demo, or returns to its inbox from another view without a dialog. */
  async openInbox(): Promise<void> {
    const demo = this.button(text('welcome.openDemo'))
    // A view without conversations has no list.
    await demo.or(this.page.getByRole('navigation', { name: text('rail.views') })).waitFor()
    if (await demo.isVisible()) await demo.click()
    await this.person.showView(text('words.view.inbox'))
    await this.person.rows().first().waitFor()
  }

  /** Opens a thread with several messages. */
  async openThread(): Promise<void> {
    // An earlier visit may have snoozed or closed his conversation: which one is first depends on what the demo's customers have written.
    for (const view of [text('words.view.inbox'), text('words.view.all')]) {
      if ((await this.person.row(/^John Smith/).count()) > 0) break
      await this.person.showView(view)
      await this.person.rows().first().waitFor()
    }
    await this.person.open(/^John Smith/)
    await this.person.bubble('Can I reschedule my appointment?').waitFor()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  dialog(name?: string): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name })
  }

  tab(name: string): Locator {
    return this.dialog().getByRole('tab', { name })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name })
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  async type(typed: string): Promise<void> {
    await this.page.keyboard.type(typed)
  }

  async waitForText(shown: string): Promise<void> {
    await this.page.getByText(shown).first().waitFor()
  }

  /** Opens a dialog by a key, unless it is open. A key without Ctrl is pressed in the list. */
  async openDialog(key: string, title: string): Promise<void> {
    if (await this.dialog(title).isVisible()) return
    if (key.startsWith('Control')) await this.press(key)
    else await this.person.press(key)
    await this.dialog(title).waitFor()
  }

  /** Runs a command through the palette. */
  async runCommand(title: string): Promise<void> {
    await this.press('Control+k')
    await this.dialog(text('palette.title')).getByRole('combobox').fill(title)
    await this.page.getByRole('option', { name: title, selected: true }).waitFor()
    await this.press('Enter')
  }

  async closeDialog(key = 'Escape'): Promise<void> {
    await this.press(key)
    await this.dialog().waitFor({ state: 'detached' })
  }

  /** The focus moves a moment after a dialog is gone, or after the key. */
  async waitForFocus(id: string): Promise<void> {
    await this.page.waitForFunction((expected) => document.activeElement?.id === expected, id)
  }
}
