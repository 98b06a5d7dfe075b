import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/server.ts'
import { invariant } from '../../src/shared/failure.ts'
import { answerConnects } from '../support/connect-dialog.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import type { Person } from '../support/person.ts'
import { storedRows } from '../support/stored-rows.ts'
import { KEY, SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** A workspace with a server of its own. Every text of the server's customers and of the user there holds its canary. */
type Account = { readonly name: string; readonly server: Sandbox; readonly line: FaultProxy; readonly canary: string }

const NAMES = ['Alder', 'Birch', 'Cedar', 'Dogwood'] as const
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

/** Connects the other workspaces as the dialog does, and loads the page anew, as a start does. */
async function connectAll(stage: Stage, page: Page): Promise<readonly Account[]> {
  invariant(stage.app !== null, 'the app was started')
  await answerConnects(stage.app, 'Connect')
  const accounts: Account[] = [{ name: NAMES[0], server: stage.server, line: stage.line, canary: canaryOf(NAMES[0]) }]
  for (const name of NAMES.slice(1)) {
    const server = await startSandbox({ conversations: 12, answers: false, key: KEY })
    const line = await startFaultProxy(server.port)
    onTestFinished(async () => {
      await line.close()
      await server.close()
    })
    plant(server, canaryOf(name))
    accounts.push({ name, server, line, canary: canaryOf(name) })
  }
  const addresses = accounts.map(({ name, line }) => ({ name, baseUrl: line.url }))
  const names = await page.evaluate(
    async ({ apiKey, addresses }) => {
      const { bridge } = window
      const session = await bridge.readSession({})
      const [first] = session.ok ? session.value.workspaces : []
      const ids = [first?.id ?? '']
      for (const { baseUrl } of addresses.slice(1)) {
        const connected = await bridge.connectWorkspace({ apiKey, baseUrl })
        ids.push(connected.ok ? connected.value.id : '')
      }
      for (const [index, workspaceId] of ids.entries())
        await bridge.renameWorkspace({ workspaceId, name: addresses[index]?.name ?? '' })
      await bridge.chooseWorkspace({ workspaceId: ids[0] ?? '' })
      const after = await bridge.readSession({})
      return after.ok ? after.value.workspaces.map(({ name }) => name) : []
    },
    { apiKey: KEY, addresses },
  )
  expect(names).toEqual([...NAMES])
  await page.reload()
  return accounts
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
  plant(stage.server, canaryOf(NAMES[0]))
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await fakeNotificationArea(stage)
  const accounts = await connectAll(stage, page)
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

/** The workspace that the next start opens. */
function shownInMain(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const session = await window.bridge.readSession({})
    return session.ok ? session.value.workspaces.find(({ id }) => id === session.value.currentId)?.name : undefined
  })
}
