import { expect } from 'vitest'
import type { Sandbox } from '../../../electron/sandbox/server.ts'
import type { RequestEntry } from '../../../electron/sandbox/request-journal.ts'
import { API_BUDGETS } from '../../../electron/api/rate-limit.ts'
import { KEY, type Stage, setStage } from '../../support/stage.ts'
import { SYNC_POLICY } from '../../../src/sync/policy.ts'
import { invariant } from '../../../src/shared/failure.ts'
import { conversationAt } from '../account.ts'
import { type Bench, watchPage } from '../bench.ts'
import { runFast } from '../fast-clock.ts'
import { holdFloorKey, typeOnFloor } from '../floor-window.ts'
import { holdKey } from '../list-acts.ts'
import { type Driven, prepareActs, typeSome } from '../page-acts.ts'
import { enterReply } from './typing.ts'

const RUNS = { quick: 1, whole: 3 } as const
const KEYS = 30
const LATENCY_MS = 50
/** Two of the API's periods. */
const LIMIT_WINDOW_MS = 20_000
/** It only bounds a hang. */
const SYNC_LIMIT_MS = 1_800_000
/** 160 background requests a second: more than the app can store, so that its pace and the API's limit hold nothing back. */
const FAST = { main: { factor: 20, belowMs: 11_000 }, window: { factor: 20, belowMs: 1_000 } } as const

/** The first sync of the whole account from a server on this machine. */
export async function measureSync(bench: Bench): Promise<void> {
  if (bench.wants('sync-rate')) await measureRate(bench)
  if (bench.wants('sync-key') || bench.wants('typing-sync')) await measureMeanwhile(bench)
  if (bench.wants('sync-limit')) await measureLimit(bench)
}

async function measureRate(bench: Bench): Promise<void> {
  const [samples, floor]: [number[], number[]] = [[], []]
  for (let run = 0; run < (bench.options.isQuick ? RUNS.quick : RUNS.whole); run += 1) {
    const { stage } = await startSync(bench)
    const { requests } = stage.server.journal
    await expect.poll(() => lastOf(stage.server, bench.options.conversations), { timeout: SYNC_LIMIT_MS }).toBeDefined()
    const first = requests.call(stage.server.journal).find(isList)
    const last = lastOf(stage.server, bench.options.conversations)
    invariant(first !== undefined && last !== undefined, 'the list was read')
    samples.push(bench.options.conversations / ((last.at - first.at) / 1_000))
    await stage.kill()
    floor.push(await readBare(stage, bench.options.conversations))
  }
  bench.record('sync-rate', { samples, floor, note: 'with a fast clock, so that no rate limit holds' })
}

async function measureMeanwhile(bench: Bench): Promise<void> {
  const floor = await bench.floor()
  const { stage, driven } = await startSync(bench)
  await driven.page.locator('[role=option]:not([aria-label="Loading"])').first().click()
  const keys = await holdKey(driven, KEYS, { rowOnly: true })
  bench.record('sync-key', { samples: keys.painted, floor: (await holdFloorKey(floor, KEYS)).painted })
  await enterReply(driven)
  const typed = await typeSome(driven, KEYS)
  bench.record('typing-sync', { samples: typed.painted, floor: (await typeOnFloor(floor, KEYS)).painted })
  await stage.kill()
}

/** Real time: the app may make as many requests as the API allows. */
async function measureLimit(bench: Bench): Promise<void> {
  const stage = await serve(bench)
  stage.line.delayMs = LATENCY_MS
  const { page } = await stage.start('connected')
  await expect.poll(() => stage.server.journal.requests().length, { timeout: 60_000 }).toBeGreaterThan(0)
  await page.waitForTimeout(LIMIT_WINDOW_MS)
  const requests = stage.server.journal.requests()
  const begunAt = requests[0]?.at ?? 0
  const count = requests.filter(({ at }) => at < begunAt + LIMIT_WINDOW_MS).length
  const allowed = Math.min(...API_BUDGETS.map((budget) => (1_000 * budget.requests) / budget.withinMs))
  bench.record('sync-limit', {
    samples: [count / (LIMIT_WINDOW_MS / 1_000)],
    floor: [allowed],
    note: `in the first ${LIMIT_WINDOW_MS / 1_000} s`,
  })
  await stage.kill()
}

async function serve({ options }: Bench): Promise<Stage> {
  const stage = await setStage({ conversations: 0 })
  const size = { conversations: options.conversations, madeAt: Math.floor(Date.now() / 1_000) * 1_000 }
  for (let place = 0; place < size.conversations; place += 1) stage.server.account.insert(conversationAt(place, size))
  return stage
}

/** Starts the app without a connection, makes its clock fast, and connects it. */
async function startSync(bench: Bench): Promise<{ readonly stage: Stage; readonly driven: Driven }> {
  const stage = await serve(bench)
  await stage.line.cutOff()
  const { page } = await stage.start('connected')
  invariant(stage.app !== null, 'the app runs')
  await stage.line.restore()
  await runFast({ app: stage.app, page }, FAST)
  await prepareActs(page)
  return { stage, driven: { page, devtools: await watchPage(page) } }
}

function isList({ method, path }: RequestEntry): boolean {
  return method === 'GET' && path === '/conversations'
}

/** The request whose page holds the end of the list. */
function lastOf(server: Sandbox, conversations: number): RequestEntry | undefined {
  const { limit } = SYNC_POLICY.sweep
  return server.journal.requests().find((entry) => {
    const query = new URLSearchParams(entry.query)
    return isList(entry) && !query.has('status') && Number(query.get('offset')) + limit >= conversations
  })
}

/** Reads the same pages one after the other, and stores nothing. Rows a second. */
async function readBare({ server }: Stage, conversations: number): Promise<number> {
  const { limit, step } = SYNC_POLICY.sweep
  const begunAt = performance.now()
  for (let offset = 0; offset + limit < conversations + step; offset += step) {
    const url = `${server.url}/conversations?limit=${limit}&offset=${offset}`
    await (await fetch(url, { headers: { authorization: `Bearer ${KEY}` } })).json()
  }
  return conversations / ((performance.now() - begunAt) / 1_000)
}
