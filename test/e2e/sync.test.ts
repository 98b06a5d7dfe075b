import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox/server.ts'
import type { ConversationRow, ThreadRow } from '../../src/db/rows.ts'
import { Random } from '../simulation/random.ts'
import { launchApp } from '../support/app.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { storedRows } from '../support/stored-rows.ts'

/** Selects the kill points and writers. The test prints it with its results. */
const SEED = Number(process.env['SYNC_E2E_SEED'] ?? 1)
const KILLS = 5
/** Limit for a dozen starts of the app on a busy machine, ms. It only bounds a hang. */
const LIMIT_MS = 600_000

type StoredData = {
  readonly ids: readonly string[]
  readonly statuses: Readonly<Record<string, string | undefined>>
  readonly threads: Readonly<Record<string, readonly string[]>>
}

/** The conversation ids, statuses and thread message ids in the window's database. */
async function readDatabase(page: Page): Promise<StoredData> {
  const rows = await storedRows<ConversationRow>(page, 'conversations')
  const threads = await storedRows<ThreadRow>(page, 'threads')
  return {
    ids: rows.map((row) => row.id).toSorted(),
    statuses: Object.fromEntries(rows.map((row) => [row.id, row.status])),
    threads: Object.fromEntries(
      threads.map(({ conversationId, messages }) => [conversationId, messages.map(({ id }) => id)]),
    ),
  }
}

function idsOf(server: Sandbox): readonly string[] {
  return server.account
    .list({}, Number.MAX_SAFE_INTEGER, 0)
    .map((conversation) => conversation.id)
    .toSorted()
}

/** The offsets of the requests for pages of the whole list. */
function pageOffsets(requests: readonly string[]): readonly number[] {
  return requests.flatMap((request) => {
    const offset = /^GET \/conversations\?limit=100&offset=(\d+) /.exec(request)?.[1]
    return offset === undefined ? [] : [Number(offset)]
  })
}

describe('sync', () => {
  it(`stores the server’s data when the app is killed at ${KILLS} points`, { timeout: LIMIT_MS }, async () => {
    const random = new Random(SEED)
    const stage = await setStage({ conversations: 1_500 })
    const { server, line } = stage
    const firstOffsets: number[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = line.requests.length
      const pageCount = random.between(1, 5)
      await stage.start('connected')
      await expect
        .poll(() => pageOffsets(line.requests.slice(before)).length, { interval: 20 })
        .toBeGreaterThanOrEqual(pageCount)
      await stage.kill()
      firstOffsets.push(pageOffsets(line.requests.slice(before))[0] ?? -1)
      const writer = random.pick(server.account.newest(200))
      server.account.send(writer, 'customer', `Written while the app was stopped, number ${kill}`, null)
    }
    console.info(`seed ${SEED}: after each of ${KILLS} kills the sync continued at`, firstOffsets)
    expect(firstOffsets.some((offset) => offset >= 400)).toBe(true)

    const person = await stage.start('connected')
    await person.rows().first().waitFor()
    await expect.poll(async () => (await readDatabase(person.page)).ids, { timeout: 60_000 }).toEqual(idsOf(server))
    const countCorrectThreads = async (): Promise<number> => {
      const { threads } = await readDatabase(person.page)
      const wrong = Object.entries(threads).filter(([id, messages]) => {
        const expected = server.account.find(id)?.thread.read() ?? []
        return messages.join() !== expected.map((message) => message.id).join()
      })
      return wrong.length === 0 ? Object.keys(threads).length : 0
    }
    await expect.poll(countCorrectThreads, { timeout: 60_000 }).toBeGreaterThan(20)
    await person.row(/stopped, number 4/).waitFor()
  })

  it('shows the server’s changes at once after each of two sleeps', { timeout: LIMIT_MS }, async () => {
    const server = await startSandbox({ conversations: 60, answers: false, key: 'sk_test_sleep' })
    const line = await startFaultProxy(server.port)
    const userDataDir = await mkdtemp(join(tmpdir(), 'clarion-sleep-'))
    const env = { CLARION_API_URL: line.url, CLARION_API_KEY: 'sk_test_sleep' }
    const { app, page, close } = await launchApp({ userDataDir, env })
    onTestFinished(async () => {
      await close()
      await line.close()
      await server.close()
      await removeFolder(userDataDir)
    })
    const person = new Person(page)
    await page.getByText('All threads on this device').waitFor()
    for (const night of ['first', 'second']) {
      await line.cutOff()
      const [writer, resolved] = server.account
        .newest(9)
        .filter((conversation) => conversation.status === 'open')
        .slice(-2)
      expect(writer && resolved).toBeDefined()
      if (writer === undefined || resolved === undefined) return
      server.account.send(writer, 'customer', `Written in the ${night} night`, null)
      server.account.update(resolved, { status: 'resolved' }, null)
      await line.restore()
      const before = line.requests.length
      await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
      await person.row(new RegExp(`Written in the ${night} night`)).waitFor({ timeout: 10_000 })
      await expect
        .poll(() => line.requests.slice(before).filter((request) => request.includes('status=open')).length)
        .toBeGreaterThan(0)
      await expect.poll(async () => (await readDatabase(page)).statuses[resolved.id]).toBe('resolved')
    }
  })
})
