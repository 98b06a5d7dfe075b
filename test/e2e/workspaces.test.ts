import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { invariant } from '../../src/shared/failure.ts'
import { type Account, ACCOUNT_NAMES, connectAccounts } from '../support/accounts.ts'
import type { Person } from '../support/person.ts'
import { storedRows } from '../support/stored-rows.ts'
import { SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

const NAMES = ACCOUNT_NAMES.slice(0, 4)
/** Servers may use the same ids: this conversation is on all of them. */
const SHARED_ID = 'conv_abc123'

function canaryOf(name: string): string {
  return `${name.toLowerCase()}-canary`
}

/** A customer whose name and message hold the canary. */
function plant(server: Sandbox, canary: string): void {
  const { account } = server
  const conversation = account.find(SHARED_ID)
  invariant(conversation !== null, 'the conversation is seeded on every server')
  account.update(conversation, { name: `Customer ${canary}` }, null)
  account.send(conversation, 'customer', `Question ${canary}`, null)
}

/** The rail's entry of a workspace. */
function place({ page }: Person, name: string) {
  return page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Which workspaces' canaries are in the window. */
async function canariesOnScreen({ page }: Person): Promise<readonly string[]> {
  const shown = await page.evaluate(() => document.body.innerText)
  return NAMES.map(canaryOf).filter((canary) => shown.includes(canary))
}

/** Replaces the system's notification area, which a test machine does not have. */
async function fakeNotificationArea({ app }: Stage): Promise<void> {
  await app?.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
    }
    Notification.prototype.close = function close(this: Electron.Notification) {
      if (shown.includes(this)) shown.splice(shown.indexOf(this), 1)
    }
  })
}

function countNotifications({ app }: Stage): Promise<number | undefined> | undefined {
  return app?.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown.length)
}

async function clickNotification({ app }: Stage): Promise<void> {
  await app?.evaluate(() => {
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] }
    shown.pop()?.emit('click')
  })
}

async function show(person: Person, name: string, key: number): Promise<void> {
  await person.page.keyboard.press(`Control+${key}`)
  await person.page.getByRole('button', { name: `Workspace ${name}` }).waitFor()
}

it('all workspaces sync and send at once, two of them through faults, and nothing of one reaches another', async () => {
  const stage = await setStage({ conversations: 12 })
  plant(stage.server, canaryOf(ACCOUNT_NAMES[0]))
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await fakeNotificationArea(stage)
  const connected = await connectAccounts(stage, page, { count: NAMES.length, conversations: 12 })
  const accounts = connected.map((account) => ({ ...account, canary: canaryOf(account.name) }))
  for (const { server, canary } of accounts.slice(1)) plant(server, canary)
  await person.rows().first().waitFor()
  const [, birch, cedar, dogwood] = accounts
  invariant(birch !== undefined && cedar !== undefined && dogwood !== undefined, 'four are connected')
  for (const { name } of accounts) await place(person, name).getByText(/\d/).first().waitFor()

  // A reply in each of three, written before its server can answer, and left at once.
  await birch.line.cutOff()
  cedar.server.faults.inject(
    { answer: 'status', status: 500 },
    { applied: true, when: ({ method }) => method === 'POST' },
  )
  for (const [index, { name, canary }] of accounts.entries()) {
    await show(person, name, index + 1)
    await person.open(new RegExp(`Customer ${canary}`))
    await person.sendReply(`Answer ${canary}`)
    expect(await canariesOnScreen(person)).toEqual([canary])
  }

  // The window shows the last one, while the others send.
  const texts = ({ server }: Account): readonly string[] => sentMessages(server).map(({ content }) => content)
  await expect.poll(() => texts(dogwood), SEND_LIMIT).toEqual([`Answer ${dogwood.canary}`])
  await place(person, 'Birch')
    .getByText(/isn’t responding|refused|connection/)
    .waitFor()
  await birch.line.restore()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  for (const account of accounts)
    await expect.poll(() => texts(account), SEND_LIMIT).toEqual([`Answer ${account.canary}`])

  // A customer writes where nobody looks. The notification leads there.
  const conversation = birch.server.account.find(SHARED_ID)
  invariant(conversation !== null, 'the conversation is seeded')
  birch.server.account.send(conversation, 'customer', `Again ${birch.canary}`, null)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect.poll(() => countNotifications(stage)).toBe(1)
  expect(await canariesOnScreen(person)).toEqual([dogwood.canary])
  await clickNotification(stage)
  await person.bubble(`Again ${birch.canary}`).waitFor()
  expect(await canariesOnScreen(person)).toEqual([birch.canary])

  // No request went to another workspace's server, and no database holds another one's texts.
  for (const [index, { name, server, canary }] of accounts.entries()) {
    await show(person, name, index + 1)
    await expect.poll(() => shownInMain(page)).toBe(name)
    const tables = ['conversations', 'threads', 'journal', 'notes', 'meta']
    const rows = await Promise.all(tables.map((table) => storedRows(page, table)))
    const bodies = server.journal.requests().map(({ body }) => body)
    const known = JSON.stringify([rows, bodies])
    expect(NAMES.map(canaryOf).filter((other) => known.includes(other))).toEqual([canary])
  }
})

it('All inboxes lists every workspace, and each command goes to its row’s own account', async () => {
  const stage = await setStage({ conversations: 6 })
  plant(stage.server, canaryOf(ACCOUNT_NAMES[0]))
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  const connected = await connectAccounts(stage, page, { count: 2, conversations: 6 })
  const [alder, birch] = connected
  invariant(alder !== undefined && birch !== undefined, 'two are connected')
  plant(birch.server, canaryOf(birch.name))
  await person.rows().first().waitFor()
  await page.getByRole('button', { name: /^All inboxes/ }).waitFor()
  await person.press('g')
  await page.keyboard.press('0')
  await page.getByRole('button', { name: 'Workspace All inboxes' }).waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))

  // The same id on both servers: two rows, each with its workspace.
  const rowIn = (account: Account, by = person) =>
    by.row(new RegExp(`^Customer ${canaryOf(account.name)}, SMS, In ${account.name}`))
  await rowIn(alder).waitFor()
  await rowIn(birch).waitFor()
  const shown = async (): Promise<readonly string[]> => {
    const thread = await person.thread().innerText()
    return NAMES.map(canaryOf).filter((canary) => thread.includes(canary))
  }

  // From one row to the other and back: thread, reply and commands follow.
  for (const account of [birch, alder]) {
    await rowIn(account).click()
    await person.bubble(`Question ${canaryOf(account.name)}`).waitFor()
    expect(await shown()).toEqual([canaryOf(account.name)])
    await person.sendReply(`Answer ${canaryOf(account.name)}`)
  }
  const texts = ({ server }: Account): readonly string[] => sentMessages(server).map(({ content }) => content)
  for (const account of [alder, birch])
    await expect.poll(() => texts(account), SEND_LIMIT).toEqual([`Answer ${canaryOf(account.name)}`])

  // A search covers both, and a reply goes to the account of the result.
  await birch.line.cutOff()
  await person.press('/')
  await page.keyboard.type('canary')
  const results = page.getByRole('listbox', { name: 'Search results' })
  const found = (account: Account) =>
    results.getByRole('option', { name: new RegExp(`^Customer ${canaryOf(account.name)}, SMS, In ${account.name}`) })
  await found(alder).waitFor()
  await found(birch).click()
  await person.bubble(`Question ${canaryOf(birch.name)}`).waitFor()
  expect(await shown()).toEqual([canaryOf(birch.name)])
  await results.focus()
  await page.keyboard.press('r')
  await page.waitForFunction(() => document.activeElement?.id === 'reply')
  await page.keyboard.type('From the search')
  await page.keyboard.press('Control+Enter')
  await person.bubble('From the search').waitFor()

  // The outbox has it too, also while the other workspace acts. Taken back there, its text is in the composer of its own conversation.
  await found(alder).click()
  await person.bubble(`Question ${canaryOf(alder.name)}`).waitFor()
  await results.focus()
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  const entry = page.getByRole('article', {
    name: new RegExp(`^Message to Customer ${canaryOf(birch.name)}, In Birch`),
  })
  await entry.getByText('From the search').waitFor()
  await page.getByRole('button', { name: /^Outbox ?, 1/ }).waitFor()
  await entry.getByRole('button', { name: /^(Undo|Edit)$/ }).click()
  await expect.poll(() => person.reply().inputValue()).toBe('From the search')
  expect(await shown()).toEqual([canaryOf(birch.name)])
  await page.getByRole('button', { name: /^Outbox$/ }).waitFor()
  await birch.line.restore()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  expect(texts(birch)).toEqual([`Answer ${canaryOf(birch.name)}`])
  await person.showView('Inbox')

  // Resolving one leaves the other, which has the same id, in the list.
  await rowIn(birch).click()
  await person.press('e')
  await rowIn(birch).waitFor({ state: 'detached' })
  await rowIn(alder).waitFor()
  const resolved = ({ server }: Account) => server.account.find(SHARED_ID)?.status
  await expect.poll(() => resolved(birch), SEND_LIMIT).toBe('resolved')
  expect(resolved(alder)).toBe('open')

  // Undo takes back the last change, wherever the selection is now.
  await rowIn(alder).click()
  await person.press('z')
  await rowIn(birch).waitFor()
  await expect.poll(() => resolved(birch), SEND_LIMIT).toBe('open')

  // Picks over two workspaces: one command for both, and one undo.
  for (const account of [alder, birch]) await rowIn(account).click({ modifiers: ['Control'] })
  await person.press('e')
  await page.getByText('2 conversations resolved').waitFor()
  for (const account of [alder, birch]) await expect.poll(() => resolved(account), SEND_LIMIT).toBe('resolved')
  await person.press('z')
  for (const account of [alder, birch]) {
    await rowIn(account).waitFor()
    await expect.poll(() => resolved(account), SEND_LIMIT).toBe('open')
  }

  // The next start shows All inboxes again.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('all-inboxes'))).not.toBeNull()
  await stage.quit()
  const again = await stage.start('connected')
  await again.page.getByRole('button', { name: 'Workspace All inboxes' }).waitFor()
  for (const account of [alder, birch]) await rowIn(account, again).waitFor()

  // A message waits in one workspace. Signing out of the other one leaves it, and nothing of the other on screen.
  await alder.line.cutOff()
  await rowIn(alder, again).click()
  await again.bubble(`Question ${canaryOf(alder.name)}`).waitFor()
  await again.sendReply('Later')
  await again.page.keyboard.press('Control+,')
  const settings = again.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Workspaces' }).press('Enter')
  await settings.getByRole('button', { name: 'Sign out of Birch' }).press('Enter')
  // The button is inactive until the app knows what would be lost. The click waits for that.
  await again.page.getByRole('button', { name: /^Sign out( and lose .*)?$/ }).click()
  await again.page.getByRole('button', { name: 'Workspace Alder' }).waitFor()
  await again.rows().first().waitFor()
  expect(await canariesOnScreen(again)).toEqual([canaryOf(alder.name)])
  await alder.line.restore()
  await again.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => texts(alder), SEND_LIMIT).toEqual([`Answer ${canaryOf(alder.name)}`, 'Later'])
})

/** The workspace that the next start opens. */
function shownInMain(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const session = await window.bridge.readSession({})
    return session.ok ? session.value.workspaces.find(({ id }) => id === session.value.currentId)?.name : undefined
  })
}
