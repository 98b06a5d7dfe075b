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
import { isGone, isSameInOtherLetters } from './absent.ts'
import { findNews, type NewMessage } from './found.ts'
import type { Job } from './plan.ts'
import type { SyncPolicy } from './policy.ts'
import type { Check, SweepKind, SyncState } from './state.ts'
import { checked, lookedUp, conversationMissed, polled, putBack, swept } from './steps.ts'
import type { Page, PassEnd } from './sweep.ts'

/** Where the reading stands: one cell that both lanes write. */
export type SyncProgressState = { state: SyncState; memory: SyncMemory }

export type ReadingParts = {
  readonly db: Database
  readonly bridge: Pick<Bridge, 'listConversations' | 'readConversation'>
  readonly workspaceId: string
  readonly policy: SyncPolicy
  /** Epoch ms: the clock on the wall, which may be set. */
  readonly now: () => number
  /** ms of a clock that only grows. */
  readonly elapsed: () => number
  /** What the list ought to hold, by what is on this device. */
  readonly listServerIds: (which: SweepKind) => Promise<readonly ServerId[]>
  /** Conversations whose thread is missing here or out of date, in the order in which they are wanted. */
  readonly listUnreadThreads: () => Promise<readonly string[]>
  readonly onFound?: (found: readonly NewMessage[]) => void
}

/** Threads queued at once: whoever keeps the order is asked again after so many. */
const QUEUED = 1_000

/** Carries a job out: asks, keeps the answer, and goes on with what the answer says. Decides nothing. */
export function makeReading(standing: SyncProgressState, parts: ReadingParts) {
  const { db, bridge, workspaceId, policy, now, elapsed } = parts
  const { limit } = policy.sweep
  /** Read, or refused, since the list was last read to its end: not asked for again before it was. */
  const tried = new Set<string>()

  function perform(job: Job): Promise<Failure | null> {
    switch (job.kind) {
      case 'open-thread':
        return readThread(job.conversationId, false)
      case 'poll':
        return poll(job.offset)
      case 'sweep':
        return sweep(job.sweep, job.offset)
      case 'check':
        return check(job.check)
      case 'hydrate':
        return hydrate(job.conversationId)
      case 'look-up':
        return lookUp()
      default:
        return assertNever(job)
    }
  }

  /** When the question was asked, by how long ago that is: the clock on the wall may have been set in between. */
  function asking(): () => RequestTiming {
    const begunAt = elapsed()
    return () => ({ askedAt: now() - (elapsed() - begunAt), now: now() })
  }

  /** Before the answer is kept: its times are read back by this clock. */
  async function hearClock(serverAt: number | null): Promise<void> {
    const row = db.clock.update(serverAt)
    if (row !== null) await db.meta.put(row)
  }

  async function poll(offset: number): Promise<Failure | null> {
    const asked = asking()
    const page = await bridge.listConversations({ workspaceId, limit, offset })
    if (!page.ok) return page.failure
    await hearClock(page.value.serverAt)
    const merged = await applyPage(db, page.value.conversations, asked())
    const { length } = pageOf(page.value)
    standing.state = polled(standing.state, { offset, length, merged }, elapsed(), policy)
    return null
  }

  async function sweep(kind: SweepKind, offset: number): Promise<Failure | null> {
    const asked = asking()
    const filter = kind === 'open' ? { status: 'open' as const } : {}
    const answer = await bridge.listConversations({ workspaceId, limit, offset, ...filter, isBackground: true })
    if (!answer.ok) return answer.failure
    await hearClock(answer.value.serverAt)
    const page = { kind, ...pageOf(answer.value) }
    // Where the sweep will stand once this page is kept: the two are written together.
    const ahead = swept(standing.state, { ...page, merged: [] }, elapsed(), policy)
    const memory = kind === 'all' ? remember(ahead, answer.value.serverAt) : null
    const row = memory === null ? [] : [syncMemoryRow(memory)]
    const merged = await applyPage(db, answer.value.conversations, asked(), ...row)
    const { state, passEnd } = swept(standing.state, { ...page, merged }, elapsed(), policy)
    standing.state = state
    standing.memory = memory ?? standing.memory
    if (passEnd !== null) await lookForMissing(kind, passEnd)
    return null
  }

  function remember(ahead: ReturnType<typeof swept>, serverAt: number | null): SyncMemory {
    const { memory } = standing
    const offset = ahead.state.places.all.sweep?.offset ?? null
    if (ahead.passEnd === null) return { ...memory, offset }
    return { offset, sweptAt: now(), newsSince: memory.newsSince ?? serverAt ?? now() }
  }

  async function lookForMissing(kind: SweepKind, passEnd: PassEnd): Promise<void> {
    if (kind === 'all') tried.clear()
    const known = await parts.listServerIds(kind)
    standing.state = conversationMissed(standing.state, kind, known, passEnd)
  }

  async function check(one: Check): Promise<Failure | null> {
    const { conversationId, serverId } = one
    const asked = asking()
    const answer = await bridge.readConversation({ workspaceId, conversationId: serverId, isBackground: true })
    if (!answer.ok && !isOfThisOne(answer.failure)) return answer.failure
    standing.state = checked(standing.state, one)
    if (answer.ok) {
      const toldId = answer.value.conversation.id
      if (isSameInOtherLetters(serverId, toldId)) await adoptServerId(db, conversationId, toldId)
      await keep(conversationId, answer.value, asked())
      return null
    }
    if (isGone(one, answer.failure)) await removeConversation(db, conversationId)
    return troubleOf(answer.failure)
  }

  async function hydrate(conversationId: string): Promise<Failure | null> {
    let isRead = false
    try {
      const failure = await readThread(conversationId, true)
      isRead = failure === null || isOfThisOne(failure)
      if (isRead) tried.add(conversationId)
      return failure
    } finally {
      if (!isRead) standing.state = putBack(standing.state, conversationId)
    }
  }

  async function readThread(conversationId: string, isBackground: boolean): Promise<Failure | null> {
    const serverId = serverIdOf(conversationId, await db.conversations.get(conversationId))
    if (serverId === null) return null
    const asked = asking()
    const answer = await bridge.readConversation({ workspaceId, conversationId: serverId, isBackground })
    if (answer.ok) {
      await keep(conversationId, answer.value, asked())
      return null
    }
    return troubleOf(answer.failure)
  }

  async function keep(conversationId: string, detail: ConversationDetail, asked: RequestTiming): Promise<void> {
    // Taken away meanwhile, or joined with another: what was read of it must not bring it back.
    if ((await db.conversations.get(conversationId)) === undefined) return
    const change = await applyThread(db, conversationId, detail, asked)
    const found = change === null ? null : findNews(change, standing.memory.newsSince, asked.now)
    if (found !== null) parts.onFound?.([found])
  }

  async function lookUp(): Promise<null> {
    const unread = await parts.listUnreadThreads()
    standing.state = lookedUp(standing.state, unread.filter((id) => !tried.has(id)).slice(0, QUEUED))
    return null
  }

  return { perform }
}

/** Rows that could not be read count: the page was not shorter for them. */
function pageOf({ conversations, unreadableRows = 0 }: ConversationPage): Page {
  return { ids: conversations.map((conversation) => conversation.id), length: conversations.length + unreadableRows }
}

/** A failure that may be of this one conversation: it is not asked for again at once, so that it holds up no other. */
function isOfThisOne(failure: Failure): boolean {
  return troubleOf(failure) === null || failure.kind === 'unreadable' || failure.kind === 'server'
}

/** One conversation that the server refuses says nothing of how the server can be reached. */
function troubleOf(failure: Failure): Failure | null {
  return failure.kind === 'rejected' || failure.kind === 'refused' ? null : failure
}
