import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { type Account, connectAccounts } from '../support/accounts.ts'
import type { Person } from '../support/person.ts'
import { sentMessages, setStage } from '../support/stage.ts'

/**
 * Faults on two of four servers for minutes (WORKSPACES_MINUTES, default 10), while a user replies in each workspace in turn. Then it judges
 * the servers' journals: every reply is on its own server exactly once, unless the app asks the user about it. Run it by hand.
 */
const MINUTES = Number(process.env['WORKSPACES_MINUTES'] ?? 10)
const SHARED_ID = 'conv_abc123'

it('every reply reaches its own server once', { timeout: 3_600_000 }, async () => {
  const stage = await setStage({ conversations: 12 })
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  const accounts = await connectAccounts(stage, page, { count: 4, conversations: 12 })
  await person.rows().first().waitFor()
  // Every workspace is read once before the first fault.
  const places = page.getByRole('navigation', { name: 'Workspaces' })
  for (const { name } of accounts) {
    const place = places.getByRole('button', { name: new RegExp(`^${name}`) })
    await place.getByText(/\d/).first().waitFor()
  }
  const written = new Map<string, string[]>(accounts.map(({ name }) => [name, []]))
  const until = Date.now() + MINUTES * 60_000
  for (let round = 0; Date.now() < until; round += 1) {
    await disturb(accounts, round)
    const account = accounts[round % accounts.length]
    invariant(account !== undefined, 'the round has an account')
    const reply = `${account.name} ${round}`
    await replyIn(person, (round % accounts.length) + 1, account.name, reply)
    written.get(account.name)?.push(reply)
    await wait(500)
  }
  for (const { line, server } of accounts) {
    server.faults.clear()
    await line.restore()
  }
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  const states = await settle(page, accounts, written)
  for (const state of states) console.log(JSON.stringify(state))
  expect(states.flatMap(({ lost, doubled, crossed }) => [...lost, ...doubled, ...crossed])).toEqual([])
})

/** The second server is cut off every other time, and the third one fails with and without effect. */
async function disturb([, second, third]: readonly Account[], round: number): Promise<void> {
  if (second === undefined || third === undefined) return
  if (round % 6 === 0) await second.line.cutOff()
  if (round % 6 === 3) await second.line.restore()
  const isSend = ({ method }: { readonly method: string }): boolean => method === 'POST'
  if (round % 2 === 0)
    third.server.faults.inject({ answer: 'status', status: 500 }, { applied: round % 4 === 0, when: isSend })
  if (round % 5 === 0) third.server.faults.inject({ answer: 'cut' }, { applied: true, when: isSend })
}

async function replyIn(person: Person, key: number, name: string, reply: string): Promise<void> {
  const { page } = person
  await page.keyboard.press(`Control+${key}`)
  await page.getByRole('button', { name: `Workspace ${name}` }).waitFor()
  await page.getByRole('option', { name: /^John Smith/ }).click()
  await person.thread().waitFor()
  await person.sendReply(reply)
}

type Verdict = {
  readonly name: string
  readonly written: number
  readonly sent: number
  /** Replies that the app asks the user about: their answer was lost. */
  readonly asking: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly crossed: readonly string[]
}

/** Waits until nothing is on its way any more, and judges. */
async function settle(
  page: Page,
  accounts: readonly Account[],
  written: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Verdict[]> {
  let verdicts: readonly Verdict[] = []
  await expect
    .poll(
      async () => {
        const asking = await askingByName(page)
        verdicts = accounts.map((account) => judge(account, written.get(account.name) ?? [], asking))
        return verdicts.every(({ lost, asking: open }) => lost.length <= open)
      },
      { timeout: 300_000, interval: 1_000 },
    )
    .toBe(true)
  // What the app asks about is not lost.
  return verdicts.map((verdict) => (verdict.lost.length <= verdict.asking ? { ...verdict, lost: [] } : verdict))
}

function judge({ name, server }: Account, written: readonly string[], asking: ReadonlyMap<string, number>): Verdict {
  const sent = sentMessages(server)
    .filter(({ conversationId }) => conversationId === SHARED_ID)
    .map(({ content }) => content)
  return {
    name,
    written: written.length,
    sent: sent.length,
    asking: asking.get(name) ?? 0,
    lost: written.filter((reply) => !sent.includes(reply)),
    doubled: sent.filter((reply, index) => sent.indexOf(reply) !== index),
    crossed: sent.filter((reply) => !reply.startsWith(`${name} `)),
  }
}

/** From the rail: how many messages of each workspace need the user. */
async function askingByName(page: Page): Promise<ReadonlyMap<string, number>> {
  const places = await page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button').allInnerTexts()
  return new Map(
    places.map((place) => [place.split('\n')[0] ?? '', Number(/(\d+) needs? your attention/.exec(place)?.[1] ?? 0)]),
  )
}
