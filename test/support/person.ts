import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { text } from '../../src/strings/text.ts'
import { answerConnects, type ConnectAnswer } from './connect-dialog.ts'

/**
 * The label of the first match, or '' without a match. One step reads it: between a count and a read the element may disappear, and
 * Playwright would then wait for the next one.
 */
export function labelNow(elements: Locator): Promise<string> {
  return elements.evaluateAll(([first]) => first?.getAttribute('aria-label') ?? '')
}

/** User actions by keyboard and by accessible names. Names of what every language's window is visited by are in the language of this process. */
export class Person {
  readonly page: Page
  /** Null for a window in a browser, which has no system dialogs. */
  readonly #app: ElectronApplication | null

  constructor(page: Page, app: ElectronApplication | null = null) {
    this.page = page
    this.#app = app
  }

  list(): Locator {
    return this.page.getByRole('listbox', { name: text('inbox.conversations') })
  }

  /** The rows on screen; the list is virtual. */
  rows(): Locator {
    return this.list().getByRole('option')
  }

  row(name: string | RegExp): Locator {
    return this.list().getByRole('option', { name })
  }

  /** The label of the selected row; empty for none. */
  selectedLabel(): Promise<string> {
    return labelNow(this.list().getByRole('option', { selected: true }))
  }

  /** The element id of the selected row, or '' without a selection. Unlike the label, it does not change with time. */
  selectedId(): Promise<string> {
    return this.list()
      .getByRole('option', { selected: true })
      .evaluateAll(([first]) => first?.id ?? '')
  }

  thread(): Locator {
    return this.page.getByRole('log', { name: text('thread.log.messages') })
  }

  bubble(text: string): Locator {
    return this.thread().getByRole('article').filter({ hasText: text })
  }

  /** A message or change in the Outbox view. */
  entry(group: 'Needs your attention' | 'Waiting', text: string): Locator {
    return this.page
      .getByRole('list', { name: new RegExp(`^${group}`) })
      .getByRole('article')
      .filter({ hasText: text })
  }

  reply(): Locator {
    return this.page.getByRole('textbox', { name: text('thread.composer.reply') })
  }

  /** Types a key and an address, and answers the system's question about the host if there is one. */
  async connect(apiKey: string, baseUrl: string, answer: ConnectAnswer = 'Connect'): Promise<void> {
    if (this.#app !== null) await answerConnects(this.#app, answer)
    await this.page.getByRole('textbox', { name: 'API key' }).fill(apiKey)
    await this.page.getByRole('textbox', { name: 'Server address' }).fill(baseUrl)
    await this.page.getByRole('button', { name: 'Connect' }).click()
  }

  /** Selects a row and waits for its thread. */
  async open(name: string | RegExp): Promise<void> {
    await this.row(name).first().click()
    await this.thread().waitFor()
  }

  /** Replies with R, the text and Ctrl+Enter. Resolves when the text is in the thread. */
  async sendReply(text: string): Promise<void> {
    await this.list().focus()
    await this.page.keyboard.press('r')
    await this.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Control+Enter')
    await this.bubble(text).waitFor()
  }

  /** Sets in Settings how long an SMS can be undone. A story that does several things in the undo window needs more than the usual 5 s. */
  async setUndoWindow(seconds: number): Promise<void> {
    await this.page.keyboard.press('Control+,')
    const dialog = this.page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByRole('tab', { name: 'Sending' }).press('Enter')
    await dialog.getByRole('textbox', { name: 'Undo window for SMS' }).fill(`${seconds}`)
    await this.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }

  async press(key: string): Promise<void> {
    await this.list().focus()
    await this.page.keyboard.press(key)
  }

  async showView(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: text('rail.views') })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
  }

  /** Starts a conversation: C, the number, the first message, send. */
  async startConversation(phone: string, text: string): Promise<void> {
    await this.press('c')
    const dialog = this.page.getByRole('dialog', { name: 'New conversation' })
    await dialog.getByRole('combobox', { name: 'To' }).fill(phone)
    await dialog.getByRole('textbox', { name: /message/i }).fill(text)
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }
}
