import { invariant } from '../../src/shared/failure.ts'
import type { Account } from '../support/accounts.ts'
import type { Person } from '../support/person.ts'
import { sentMessages } from '../support/stage.ts'

/** The customers that the user replies to. Every server has them, under equal ids. A question in one holds up only its own replies. */
const CUSTOMERS = ['John Smith', 'Grace Kim', 'Hannah Lindqvist'] as const

const isSend = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path.endsWith('/messages')

/**
 * The second server is cut off every other time; the third one fails with and without effect. It has one fault at a time: faults that pile up
 * would fail every reply until the end.
 */
export async function disturb([, second, third]: readonly Account[], round: number): Promise<void> {
  invariant(second !== undefined && third !== undefined, 'there are three servers')
  if (round % 6 === 0) await second.line.cutOff()
  if (round % 6 === 3) await second.line.restore()
  if (third.server.faults.left > 0) return
  const faults = [
    () => third.server.faults.inject({ answer: 'status', status: 500 }, { when: isSend }),
    () => third.server.faults.inject({ answer: 'cut' }, { applied: true, when: isSend }),
    () => third.server.faults.inject({ answer: 'status', status: 500 }, { applied: true, when: isSend }),
    () => third.server.faults.inject({ answer: 'status', status: 429, retryAfter: '2' }, { when: isSend }),
    () => third.server.faults.inject({ answer: 'html', status: 502 }, { applied: true, when: isSend }),
  ]
  faults[round % faults.length]?.()
}

/** Ends every fault. */
export async function mend(accounts: readonly Account[]): Promise<void> {
  for (const { line, server } of accounts) {
    server.faults.clear()
    await line.restore()
  }
}

/** Replies in the round's workspace, as a user does, and returns the text. Some texts are short: reading back is stricter with those. */
export async function replyIn(person: Person, accounts: readonly Account[], round: number): Promise<string> {
  const { page } = person
  const at = round % accounts.length
  const account = accounts[at]
  const turn = Math.floor(round / accounts.length)
  const customer = CUSTOMERS[turn % CUSTOMERS.length]
  invariant(account !== undefined && customer !== undefined, 'the round has an account and a customer')
  const number = String(round).padStart(4, '0')
  const reply = turn % 2 === 0 ? `${account.name} ${number}` : `${account.name} ${number}: see you on Tuesday at ten`
  await page.keyboard.press(`Control+${at + 1}`)
  await page.getByRole('button', { name: `Workspace ${account.name}` }).waitFor()
  await page.getByRole('option', { name: new RegExp(`^${customer}`) }).click()
  await person.thread().waitFor()
  await person.sendReply(reply)
  return reply
}

/** The replies that a server received, in order. */
export function repliesOf({ server }: Account): readonly string[] {
  return sentMessages(server).map(({ content }) => content)
}
