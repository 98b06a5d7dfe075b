import { applyPage, applyThread } from '../db/cache.ts'
import { type Database } from '../db/database.ts'
import { serverIdOf } from '../db/local-id.ts'
import type { ServerId } from '../db/server-ids.ts'
import type { RequestTiming } from '../db/merge.ts'
import { type SyncMemory, syncMemoryRow } from '../db/sync-memory.ts'
import { adoptServerId, removeConversation } from '../db/vanish.ts'
import type { Bridge } from '../shared/bridge.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import type { ConversationDetail, ConversationPage } from '../shared/model.ts'
import { isGone, differsOnlyInCase } from './absent.ts'
import { findNewMessage } from './found.ts'
import { connectionFailureOf, mayBeSpecific } from './outage.ts'
import type { NewMessage } from '../db/notices.ts'
import type { Check, Job, SweepKind } from './job.ts'
import type { SyncPolicy } from './policy.ts'
import { nextSweep, type SyncState } from './state.ts'
import {
  afterCheck,
  afterPass,
  afterPoll,
  afterSweepAnswer,
  afterSweepPage,
  requeueThread,
  withoutSweepAhead,
  withQueue,
} from './steps.ts'
import type { Page, PassEnd, Sweep } from './sweep.ts'
import { makeReads, makeTurns, type ThreadRead } from './turns.ts'

/** Sync's progress, in one mutable object that all running jobs write. */
export type SyncCell = { state: SyncState; memory: SyncMemory }

export type JobRunnerOptions = {
  readonly db: Database
  readonly bridge: Pick<Bridge, 'listConversations' | 'readConversation'>
  readonly workspaceId: string
  readonly policy: SyncPolicy
  /** Epoch ms by this device's clock, which the user may set. */
  readonly now: () => number
  /** Monotonic ms. */
  readonly elapsed: () => number
  /** The conversations that this device expects in the list. */
  readonly listServerIds: (kind: SweepKind) => Promise<readonly ServerId[]>
  /** Conversations whose thread is missing on this device or out of date, by priority. */
  readonly listUnreadThreads: () => Promise<readonly string[]>
  /** A page of a sweep is being stored, so the next one may be requested. */
  readonly onSweepAhead: () => void
  readonly onFound?: (messages: readonly NewMessage[]) => void
}

/** A page of a sweep. `base`: the sweep that it was requested for. */
type AnsweredPage = {
  readonly kind: SweepKind
  readonly base: Sweep | null
  readonly page: ConversationPage
  readonly timing: RequestTiming
}

/** Threads queued at once. The priorities may change, so the rest is listed again later. */
const MAX_QUEUE = 1_000

/** Runs jobs: sends the request, stores the answer and updates `cell`. It decides nothing itself. */
export function makeJobRunner(cell: SyncCell, options: JobRunnerOptions) {
  const { db, bridge, workspaceId, policy, now, elapsed } = options
  const { limit } = policy.sweep
  /** Threads that were read or refused since the list was last read to its end. They are not requested again before the next end. */
  const tried = new Set<string>()
  /** Requests run side by side; answers are stored one after another, so that each finds what the one before it has left. */
  const inTurn = makeTurns()
  const reads = makeReads()

  function run(job: Job): Promise<Failure | null> {
    switch (job.kind) {
      case 'open-thread':
        return readThread(job.conversationId, false)
      case 'poll':
        return poll(job.offset)
      case 'sweep':
        return sweep(job.sweep, job.offset)
      case 'check':
        return whileReading(job.check.conversationId, (read) => runCheck(job.check, read))
      case 'hydrate':
        return hydrate(job.conversationId)
      case 'fill-queue':
        return fillQueue()
      default:
        return assertNever(job)
    }
  }

  /** Starts timing a request. `askedAt` is computed from the elapsed time, because the device's clock may be set during the request. */
  function startTiming(): () => RequestTiming {
    const startedMs = elapsed()
    return () => ({ askedAt: now() - (elapsed() - startedMs), now: now() })
  }

  /** Must run before the answer is stored, because the answer's times are interpreted by this clock. */
  async function updateClock(serverAt: number | null): Promise<void> {
    const row = db.clock.update(serverAt)
    if (row !== null) await db.meta.put(row)
  }

  async function poll(offset: number): Promise<Failure | null> {
    const timing = startTiming()
    const page = await bridge.listConversations({ workspaceId, limit, offset })
    if (!page.ok) return page.failure
    await updateClock(page.value.serverAt)
    const merged = await inTurn(() => applyPage(db, page.value.conversations, timing()))
    const { length } = pageOf(page.value)
    cell.state = afterPoll(cell.state, { offset, length, merged }, elapsed(), policy)
    return null
  }

  async function sweep(kind: SweepKind, offset: number): Promise<Failure | null> {
    const base = nextSweep(cell.state.sweeps[kind])
    const timing = startTiming()
    const filter = kind === 'open' ? { status: 'open' as const } : {}
    const answer = await bridge.listConversations({ workspaceId, limit, offset, ...filter, isBackground: true })
    if (!answer.ok) return answer.failure
    await updateClock(answer.value.serverAt)
    const passEnd = await inTurn(() => storeSweepPage({ kind, base, page: answer.value, timing: timing() }))
    if (passEnd !== null) await queueChecks(kind, passEnd)
    return null
  }

  async function storeSweepPage({ kind, base, page, timing }: AnsweredPage): Promise<PassEnd | null> {
    // The page before this one could not be stored. It is read again, and then this one.
    if (cell.state.sweeps[kind].sweep !== base) return null
    const read = { kind, ...pageOf(page) }
    cell.state = afterSweepAnswer(cell.state, read, policy)
    options.onSweepAhead()
    // The sweep's next position is written in the same transaction as the page.
    const next = afterSweepPage(cell.state, { ...read, merged: [] }, elapsed(), policy)
    const memory = kind === 'all' ? nextMemory(next, page.serverAt) : null
    const row = memory === null ? [] : [syncMemoryRow(memory)]
    try {
      const merged = await applyPage(db, page.conversations, timing, ...row)
      const { state, passEnd } = afterSweepPage(cell.state, { ...read, merged }, elapsed(), policy)
      cell.state = state
      cell.memory = memory ?? cell.memory
      return passEnd
    } catch (error) {
      cell.state = withoutSweepAhead(cell.state, kind)
      throw error
    }
  }

  function nextMemory(next: ReturnType<typeof afterSweepPage>, serverAt: number | null): SyncMemory {
    const { memory } = cell
    const offset = next.state.sweeps.all.sweep?.offset ?? null
    if (next.passEnd === null) return { ...memory, offset }
    return { offset, sweptAt: now(), newsSince: memory.newsSince ?? serverAt ?? now() }
  }

  async function queueChecks(kind: SweepKind, passEnd: PassEnd): Promise<void> {
    if (kind === 'all') tried.clear()
    const known = await options.listServerIds(kind)
    cell.state = afterPass(cell.state, kind, known, passEnd)
  }

  async function runCheck(check: Check, read: ThreadRead): Promise<Failure | null> {
    const { conversationId, serverId } = check
    const timing = startTiming()
    const answer = await bridge.readConversation({ workspaceId, conversationId: serverId, isBackground: true })
    if (!answer.ok && !mayBeSpecific(answer.failure)) return answer.failure
    cell.state = afterCheck(cell.state, check)
    if (answer.ok) {
      const currentId = answer.value.conversation.id
      if (differsOnlyInCase(serverId, currentId)) await inTurn(() => adoptServerId(db, conversationId, currentId))
      await storeThread(read, answer.value, timing)
      return null
    }
    if (isGone(check, answer.failure)) await inTurn(() => removeConversation(db, conversationId))
    return connectionFailureOf(answer.failure)
  }

  async function hydrate(conversationId: string): Promise<Failure | null> {
    let isDone = false
    try {
      const failure = await readThread(conversationId, true)
      isDone = failure === null || mayBeSpecific(failure)
      if (isDone) tried.add(conversationId)
      return failure
    } finally {
      if (!isDone) cell.state = requeueThread(cell.state, conversationId)
    }
  }

  async function readThread(conversationId: string, isBackground: boolean): Promise<Failure | null> {
    const serverId = serverIdOf(conversationId, await db.conversations.get(conversationId))
    if (serverId === null) return null
    return whileReading(conversationId, async (read) => {
      const timing = startTiming()
      const answer = await bridge.readConversation({ workspaceId, conversationId: serverId, isBackground })
      if (!answer.ok) return connectionFailureOf(answer.failure)
      await storeThread(read, answer.value, timing)
      return null
    })
  }

  async function whileReading<T>(conversationId: string, run: (read: ThreadRead) => Promise<T>): Promise<T> {
    const read = reads.start(conversationId)
    try {
      return await run(read)
    } finally {
      reads.end(read)
    }
  }

  function storeThread(read: ThreadRead, detail: ConversationDetail, timing: () => RequestTiming): Promise<void> {
    const { conversationId } = read
    return inTurn(async () => {
      // The conversation may have been removed or joined with another during the request. It must not be created again.
      if ((await db.conversations.get(conversationId)) === undefined) return
      if (read.isOvertaken) return void (cell.state = requeueThread(cell.state, conversationId))
      const times = timing()
      const change = await applyThread(db, conversationId, detail, times)
      if (change !== null) reads.noteStored(read)
      const message = change === null ? null : findNewMessage(change, cell.memory.newsSince, times.now)
      if (message !== null) options.onFound?.([message])
    })
  }

  async function fillQueue(): Promise<null> {
    const unread = await options.listUnreadThreads()
    cell.state = withQueue(cell.state, unread.filter((id) => !tried.has(id)).slice(0, MAX_QUEUE))
    return null
  }

  return { run }
}

function pageOf({ conversations, unreadableRows = 0 }: ConversationPage): Page {
  return { ids: conversations.map((conversation) => conversation.id), length: conversations.length + unreadableRows }
}
