import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { invariant } from '../../src/shared/failure.ts'
import type { Account } from '../support/accounts.ts'
import type { Person } from '../support/person.ts'
import { repliesOf } from './disturbed-user.ts'

/** An op as it is stored; its text is sealed. */
type OpenOp = { readonly state: string; readonly why: string | null }

type Settled = {
  readonly tookMs: number
  /** By workspace: why the app asked, once for each answer. */
  readonly asked: ReadonlyMap<string, readonly string[]>
  /** By workspace: the states of the ops that are left. All are empty unless the limit was reached. */
  readonly open: ReadonlyMap<string, readonly string[]>
}

/**
 * Waits until every outbox is empty, and answers what the app asks: an op that asks holds up its conversation until then. Ends at the limit,
 * ms, with whatever is open.
 */
export async function settle(person: Person, accounts: readonly Account[], limitMs: number): Promise<Settled> {
  const begunAt = Date.now()
  const asked = new Map<string, string[]>(accounts.map(({ name }) => [name, []]))
  for (let spokenAt = begunAt; ; await wait(1_000)) {
    const ops = await readOutboxes(person.page)
    const tookMs = Date.now() - begunAt
    if (tookMs > limitMs || accounts.every(({ name }) => ops.get(name)?.length === 0)) {
      const open = new Map([...ops].map(([name, list]) => [name, list.map(wordsOf)]))
      return { tookMs, asked, open }
    }
    if (Date.now() - spokenAt > 15_000) {
      spokenAt = Date.now()
      console.log(`settling: ${[...ops].map(([name, list]) => `${name} ${list.map(wordsOf).join(' ')}`).join('; ')}`)
    }
    for (const [index, account] of accounts.entries()) {
      const question = ops.get(account.name)?.find(({ state }) => state === 'asking' || state === 'failed')
      if (question !== undefined && (await answerFirst(person, account, index + 1)))
        asked.get(account.name)?.push(question.why ?? question.state)
    }
  }
}

function wordsOf({ state, why }: OpenOp): string {
  return why === null ? state : `${state} (${why})`
}

/** Looks at the customer's side and answers: delivered, or send it again. False when the app has settled it meanwhile. */
async function answerFirst(person: Person, account: Account, key: number): Promise<boolean> {
  const { page } = person
  await page.keyboard.press(`Control+${key}`)
  await page.getByRole('button', { name: `Workspace ${account.name}` }).waitFor()
  await person.showView('Outbox')
  const entry = page
    .getByRole('list', { name: /^Needs your attention/ })
    .getByRole('article')
    .first()
  try {
    const words = await entry.innerText({ timeout: 5_000 })
    const isDelivered = repliesOf(account).some((reply) => words.split('\n').includes(reply))
    const name = isDelivered ? 'Mark as delivered' : /^(Send again|Send anyway|Retry now)$/
    await entry.getByRole('button', { name }).click({ timeout: 5_000 })
    return true
  } catch {
    return false
  }
}

/** By workspace, from the page's databases: what each outbox holds, oldest first. */
async function readOutboxes(page: Page): Promise<ReadonlyMap<string, readonly OpenOp[]>> {
  const found = await page.evaluate(async () => {
    const session = await window.bridge.readSession({})
    if (!session.ok) return null
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('the outbox cannot be read')))
      })
    const outboxes: { readonly name: string; readonly rows: readonly Record<string, unknown>[] }[] = []
    for (const { name, databaseName } of session.value.workspaces) {
      const db = await done(indexedDB.open(databaseName))
      const rows = (await done(db.transaction('outbox').objectStore('outbox').getAll())) as Record<string, unknown>[]
      db.close()
      outboxes.push({ name, rows: rows.map(({ state, question }) => ({ state, question })) })
    }
    return outboxes
  })
  invariant(found !== null, 'main lists the workspaces')
  return new Map(
    found.map(({ name, rows }) => [
      name,
      rows.map(({ state, question }) => ({
        state: String(state),
        why: typeof question === 'object' && question !== null && 'why' in question ? String(question.why) : null,
      })),
    ]),
  )
}
