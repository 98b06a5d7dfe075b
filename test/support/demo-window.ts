import type { CDPSession, Page } from 'playwright-core'
import { type BuiltWindow, openBuiltWindow } from './chromium.ts'
import { Person } from './person.ts'

export type DemoWindow = {
  readonly built: BuiltWindow
  readonly page: Page
  readonly person: Person
  /** Sends key events that Playwright's keyboard cannot make, such as those of an input method. */
  readonly devtools: CDPSession
}

/** Opens the built window in Chromium with the demo workspace. Resolves when the list shows rows. */
export async function openDemoWindow(): Promise<DemoWindow> {
  const built = await openBuiltWindow()
  const { page } = built
  const person = new Person(page)
  const devtools = await page.context().newCDPSession(page)
  await page.getByRole('button', { name: 'Open the demo workspace' }).press('Enter')
  await person.rows().first().waitFor()
  return { built, page, person, devtools }
}
