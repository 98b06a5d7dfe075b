import type { Locator, Page } from 'playwright-core'
import { type Sandbox, startSandbox } from '../../electron/sandbox/server.ts'
import { text } from '../../src/strings/text.ts'
import { ELEMENT_IDS } from '../../src/ui/element-ids.ts'
import { frozenSandbox } from '../support/frozen-sandbox.ts'
import { keepStored } from './snapshot.ts'

/** When all screens are drawn: a Thursday morning. The clocks stand still, so a message stays in its undo window. */
export const FROZEN_AT = Date.UTC(2026, 2, 12, 10, 24)

const KEY = 'sk_live_screens_0123456789'
const WORKSPACE = 'Lakeshore'

export { KEY as SERVER_KEY }

/** Whose conversations are open on the screens, and so have been read. */
const READ = ['Tom Gallagher', 'Maya Okafor', 'John Smith']

/** Goes through the window in any language: by keys, by element ids, by the texts of the catalogue and by the customers' names. */
export class Visitor {
  readonly page: Page
  server: Sandbox
  #restore: (() => Promise<void>) | null = null

  constructor(page: Page, server: Sandbox) {
    this.page = page
    this.server = server
  }

  list(): Locator {
    return this.page.locator(`#${ELEMENT_IDS.list}`)
  }

  row(words: string): Locator {
    return this.list().getByRole('option').filter({ hasText: words }).first()
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  message(words: string): Locator {
    return this.page.locator(`#${ELEMENT_IDS.threadLog}`).getByRole('article').filter({ hasText: words }).first()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name }).first()
  }

  /** Fills in the first screen and sends it. */
  async connect(): Promise<void> {
    await this.page.locator('[name=key]').fill(KEY)
    await this.page.locator('[name=address]').fill(this.server.url)
    await this.page.locator('[name=address]').press('Enter')
  }

  /**
   * Opens the account and waits until all of it is on this device. The workspace gets a name, because a server's port is in its own. `isKept`:
   * `startAgain` will be called.
   */
  async openAccount({ isKept }: { readonly isKept: boolean }): Promise<void> {
    await this.connect()
    await this.#waitForThreads()
    await this.page.evaluate(async (name) => {
      const session = await window.bridge.readSession({})
      const workspaceId = (session.ok && session.value.currentId) || ''
      await window.bridge.renameWorkspace({ workspaceId, name })
    }, WORKSPACE)
    await this.page.reload()
    await this.#waitForThreads()
    // Half a second later an open conversation is read. No picture depends on whether that was before it.
    for (const name of READ) await this.#read(name)
    if (isKept) this.#restore = await keepStored(this.page)
    if (isKept) return await this.startAgain()
    await this.page.reload()
    await this.#waitForAccount()
  }

  /** The account as `openAccount` left it, on this device and on the server. */
  async startAgain(): Promise<void> {
    const { port } = this.server
    await this.server.close().catch(() => undefined)
    this.server = await startSandbox({ ...frozenSandbox(FROZEN_AT), key: KEY, port })
    await this.page.context().setOffline(false)
    await this.#restore?.()
    await this.#waitForAccount()
  }

  async #waitForAccount(): Promise<void> {
    await this.#waitForThreads()
    await this.row('John Smith').waitFor()
  }

  async #read(name: string): Promise<void> {
    await this.row(name).click()
    await this.page.waitForFunction(
      ([id, wanted, unread]) =>
        [...document.querySelectorAll(`#${id} [role=option]`)].some((row) => {
          const label = row.getAttribute('aria-label') ?? ''
          return label.includes(wanted) && !label.split(', ').includes(unread)
        }),
      [ELEMENT_IDS.list, name, text('inbox.row.unread')] as const,
    )
  }

  async openDemo(): Promise<void> {
    await this.button(text('welcome.openDemo')).click()
    await this.#waitForThreads()
  }

  /** The status line says so in its details, which are drawn before they are shown. */
  async #waitForThreads(): Promise<void> {
    await this.page.getByText(text('rail.status.allThreads')).waitFor({ state: 'attached' })
    await this.page.getByText(text('rail.status.catchingUp')).waitFor({ state: 'detached' })
  }

  /** Presses keys beside the list, where each is a command. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.list().focus()
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  /** Opens a conversation of which the thread has these words. */
  async open(name: string, words: string): Promise<void> {
    await this.row(name).click()
    await this.message(words).waitFor()
  }

  async openJohn(): Promise<void> {
    await this.open('John Smith', 'Can I reschedule')
  }

  async reply(words: string): Promise<void> {
    await this.press('r')
    await this.page.waitForFunction((id) => document.activeElement?.id === id, ELEMENT_IDS.replyField)
    await this.type(words)
  }

  /** Opens a section of Settings by its title. */
  async settings(title: string): Promise<void> {
    await this.press('Control+,')
    await this.dialog().getByRole('tab', { name: title, exact: true }).click()
  }
}
