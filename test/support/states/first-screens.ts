import type { Page } from 'playwright-core'
import type { Bridge } from '../../../src/shared/bridge.ts'
import type { DataKey } from '../../../src/shared/sealing.ts'
import { text } from '../../../src/strings/text.ts'
import type { Visit } from './visit.ts'

/** The first screen, with and without a refused address. */
export async function visitFirstScreen(visit: Visit): Promise<void> {
  const { page } = visit
  await visit.button(text('welcome.connect')).waitFor()
  await visit.check()
  await page.getByRole('textbox', { name: text('welcome.key') }).fill('sk_live_x')
  await page.getByRole('textbox', { name: text('welcome.address') }).fill('http://api.example.com')
  await visit.button(text('welcome.connect')).click()
  await visit.waitForText('https')
  await visit.check()
}

/** The lock, the choice without a keychain, and data that can’t be opened. Later loads of the page keep the last of these answers. */
export async function visitLockedScreens(visit: Visit): Promise<void> {
  const { page } = visit
  for (const [answers, title] of [
    [{ isLocked: true }, text('sealing.lock.title')],
    [{ dataKey: { state: 'choose' } }, text('sealing.choice.title')],
    [{ dataKey: { state: 'sealed', why: 'missing' } }, text('sealing.sealed.missing.title')],
  ] as const) {
    await startWith(page, answers)
    await visit.heading(title).waitFor()
    await visit.check()
  }
  await visit.button(text('sealing.sealed.delete')).click()
  await visit.dialog().waitFor()
  await visit.check()
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
