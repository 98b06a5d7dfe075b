import type { Page } from 'playwright-core'
import type { Bridge } from '../../../src/shared/bridge.ts'
import type { ProxyQuestion } from '../../../src/shared/network/network-trouble.ts'
import type { DataKey } from '../../../src/shared/sealing.ts'
import { text } from '../../../src/strings/text.ts'
import type { Visit } from './visit.ts'

/** The first screen, with and without a refused address. */
export async function visitFirstScreen(visit: Visit): Promise<void> {
  const { page } = visit
  await visit.state(() => visit.button(text('welcome.connect')).waitFor())
  await page.getByRole('textbox', { name: text('welcome.key') }).fill('sk_live_x')
  await page.getByRole('textbox', { name: text('welcome.address') }).fill('http://api.example.com')
  await visit.button(text('welcome.connect')).click()
  await visit.state(() => visit.waitForText('https'))
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
    await visit.state(() => visit.heading(title).waitFor())
  }
  const askToDelete = async (): Promise<void> => {
    if (await visit.dialog().isVisible()) return
    await visit.button(text('sealing.sealed.delete')).click()
    await visit.dialog().waitFor()
  }
  await visit.state(askToDelete)
}

/** A proxy that asks for a password, a workspace without its key, and the dialog for a new one. Later loads of the page have these too. */
export async function visitWithoutKey(visit: Visit): Promise<void> {
  const { page, person } = visit
  await startWith(page, { proxy: { proxy: 'proxy.example.com:8080', isWrong: true }, isKeyMissing: true })
  await person.rows().first().waitFor()
  await visit.state(() => visit.button(text('network.signIn')).waitFor())
  await visit.button(text('network.signIn')).click()
  await page.getByRole('form').getByRole('alert').waitFor()
  await visit.check({ part: 'form' })
  const dialog = visit.dialog().getByText(text('welcome.newKey.text'))
  const askForKey = async (): Promise<void> => {
    if (await dialog.isVisible()) return
    await visit.button(text('frame.enterNewKey')).click()
    await dialog.waitFor()
  }
  await visit.state(askForKey)
  await visit.closeDialog()
}

/** What the main process answers instead. */
type Answers = {
  readonly isLocked?: true
  readonly dataKey?: DataKey
  readonly proxy?: ProxyQuestion
  readonly isKeyMissing?: true
}

/** Reloads the page with other answers of the main process. */
async function startWith(page: Page, answers: Answers): Promise<void> {
  // Scripts of earlier calls run before this one, and later answers replace theirs.
  await page.addInitScript(({ isLocked = false, isKeyMissing = false, proxy, dataKey }) => {
    const { bridge } = window as unknown as { bridge: { -readonly [M in keyof Bridge]: Bridge[M] } }
    const { readSession } = bridge
    bridge.readSession = async (input) => {
      const session = await readSession(input)
      if (!session.ok) return session
      const known = session.value.workspaces
      const workspaces = isKeyMissing ? known.map((workspace) => ({ ...workspace, key: 'missing' as const })) : known
      return { ok: true, value: { ...session.value, isLocked, workspaces } }
    }
    if (proxy !== undefined) bridge.readProxyQuestion = () => Promise.resolve({ ok: true, value: proxy })
    if (dataKey !== undefined) bridge.readDataKey = () => Promise.resolve({ ok: true, value: dataKey })
  }, answers)
  await page.reload()
}
