import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { PageByMain } from '../support/page-by-main.ts'
import { startAgain } from '../support/second-start.ts'
import { sentMessages, setStage } from '../support/stage.ts'

const COMPOSE = 'clarion://compose?channel=sms&to=+442079460018&text=Your%20order%20has%20arrived'
const TYPED = 'Half a reply'

it('links ask first, lose nothing that is typed, and send nothing', async () => {
  const stage = await setStage()
  // A cold start with a link.
  const person = await stage.start('connected', [COMPOSE])
  const { page } = person
  const open = (...args: string[]): Promise<readonly unknown[]> => startAgain(stage.userDataDir, args)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Filled in by a link you opened.').waitFor()
  expect(await dialog.getByRole('combobox', { name: 'To' }).inputValue()).toBe('+442079460018')
  expect(await dialog.getByRole('textbox', { name: 'First message' }).inputValue()).toBe('Your order has arrived')
  // Keys that were meant for a reply.
  await page.keyboard.press('Control+Enter')
  await dialog.getByRole('button', { name: 'Start and send' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  // A second start passes its link on, over a half-written reply.
  const other = stage.server.account.list({ status: 'open' }, 30, 0).find(({ id }) => id !== 'conv_abc123')
  const name = other?.customer.name ?? null
  invariant(other !== undefined && name !== null, 'another conversation is seeded')
  const link = `clarion://conversation/${other.id}`
  await person.open(/^John Smith/)
  const reply = page.locator('#reply')
  await reply.fill(TYPED)
  expect(await open(link)).toEqual([0, null])
  await dialog.getByText('Open this conversation?').waitFor()
  await dialog.getByText(`conversation with ${name}`).waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`section[data-conversation-id="${other.id}"]`).waitFor()
  await person.open(/^John Smith/)
  await expect.poll(() => reply.inputValue()).toBe(TYPED)

  // An open dialog keeps a link waiting.
  await page.keyboard.press('Control+,')
  await dialog.waitFor()
  expect(await open('clarion://--inspect')).toEqual([0, null])
  await page.getByText('A link is waiting.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.getByText('This link can’t be opened').waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })

  // One that is too long for the running app doesn't reach it. Chromium would take the app for hung and kill it.
  expect(await open(`clarion://compose?text=${'x'.repeat(40_000)}`)).toEqual([1, null])
  await person.rows().first().waitFor()

  // While the app is locked, a link waits for the unlocking.
  const after = PageByMain.of(stage.app)
  await after.press('L', 'control', 'shift')
  await expect.poll(() => after.inPage('document.body.innerText')).toMatch(/Unlocking takes one click/)
  expect(await open(link)).toEqual([0, null])
  expect(await after.inPage('document.body.innerText')).not.toContain(name)
  await after.press('Space')
  await expect.poll(() => after.inPage('document.body.innerText')).toContain(`conversation with ${name}`)
  expect(sentMessages(stage.server)).toEqual([])
})
