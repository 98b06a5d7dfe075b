import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { type Account, connectAccounts } from '../support/accounts.ts'
import { setStage } from '../support/stage.ts'
import { disturb, mend, repliesOf, replyIn } from './disturbed-user.ts'
import { settle } from './settle.ts'
import { tableOf, type Verdict, verdictOn } from './verdict.ts'

/**
 * `npm run soak -- --workspaces 10`: faults on two of four servers for minutes (WORKSPACES_MINUTES), while a user replies in each workspace in
 * turn. Then the servers are well again, the user answers what the app asks, and the servers' journals and the outboxes are judged: every
 * reply is on its own server exactly once, and no outbox holds anything.
 */
const MINUTES = Number(process.env['WORKSPACES_MINUTES'] ?? 10)

/**
 * Limit for the outboxes to become empty after the last fault, ms. A reply without an answer is read back for two minutes, up to three times,
 * and the replies behind it wait. Only bounds a hang: the verdict is printed all the same.
 */
const SETTLE_LIMIT_MS = 12 * 60_000

it('every reply reaches its own server once', { timeout: MINUTES * 60_000 + SETTLE_LIMIT_MS + 300_000 }, async () => {
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

  const written = new Map<Account, string[]>(accounts.map((account) => [account, []]))
  const until = Date.now() + MINUTES * 60_000
  let round = 0
  for (; Date.now() < until; round += 1) {
    await disturb(accounts, round)
    const account = accounts[round % accounts.length]
    invariant(account !== undefined, 'the round has an account')
    written.get(account)?.push(await replyIn(person, accounts, round))
    await wait(500)
  }

  await mend(accounts)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  const settled = await settle(person, accounts, SETTLE_LIMIT_MS)
  const verdicts: readonly Verdict[] = accounts.map((account) =>
    verdictOn({
      name: account.name,
      written: written.get(account) ?? [],
      sent: repliesOf(account),
      asked: settled.asked.get(account.name) ?? [],
      open: settled.open.get(account.name) ?? [],
    }),
  )
  const seconds = Math.round(settled.tookMs / 1_000)
  console.log(`\n${tableOf(verdicts)}\n\n${round} replies in ${MINUTES} minutes; settled for ${seconds} s`)
  expect(verdicts.every(({ written: count }) => count > 0)).toBe(true)
  expect(verdicts.flatMap(({ lost, doubled, crossed, open }) => [...lost, ...doubled, ...crossed, ...open])).toEqual([])
})
