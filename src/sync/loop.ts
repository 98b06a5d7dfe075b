import { applyPage, applyThread } from '../db/cache.ts'
import { type Database, serverIdOf } from '../db/database.ts'
import { listUnreadThreads } from '../db/hydration.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { Failure } from '../shared/failure.ts'
import { type Job, nextJob, nextOffset, PAGE_LIMIT, type SyncState } from './plan.ts'

export type Sync = {
  /** Reads now: at a person's request, on wake, on reconnect, after the outbox settled something. */
  readonly nudge: () => void
  /** The thread on screen changed: it is read at once. */
  readonly lookAt: (conversationId: string | null) => void
  /** Settles when nothing is under way any more: the database may then be closed. */
  readonly stop: () => Promise<void>
}

export type SyncReport = {
  readonly checkedAt?: number
  readonly failure?: Failure | null
  readonly isFirstSync?: boolean
}

/** The first wait after a failed read, ms; it doubles up to the longest. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** Keeps the cache a true copy: one request at a time, what the person looks at first. Nothing is ever deleted for being absent. */
export function startSync(options: {
  readonly db: Database
  readonly bridge: Bridge
  readonly workspaceId: string
  readonly now: () => number
  readonly random: () => number
  readonly isFocused: () => boolean
  /** Asked before each read: without room on the disk only what is looked at is read. */
  readonly hasSpace: () => boolean
  readonly report: (report: SyncReport) => void
}): Sync {
  const { db, bridge, workspaceId, now, report } = options
  let state: SyncState = { pageAt: 0, openThreadAt: 0, hydratedAt: 0, sweepOffset: 0, sweptAt: 0, waitUntil: 0 }
  let openConversationId: string | null = null
  let unread: readonly string[] = []
  /** Read, or refused, since the last sweep: not asked for again by hydration before the next. */
  let tried = new Set<string>()
  let misses = 0
  let running: Promise<void> | null = null
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function pump(): void {
    clearTimeout(timer)
    if (running !== null || isStopped) return
    const attention = {
      openConversationId,
      isFocused: options.isFocused(),
      isHydrationWanted: unread.length > 0,
      hasSpace: options.hasSpace(),
    }
    const { job, at } = nextJob(state, attention, now())
    if (job === null) timer = setTimeout(pump, Math.max(0, at - now()))
    else running = run(job)
  }

  async function run(job: Job): Promise<void> {
    try {
      const failure = await perform(job)
      if (failure === null) {
        misses = 0
        report({ checkedAt: now(), failure: null })
      } else wait(failure)
    } finally {
      running = null
      pump()
    }
  }

  function perform(job: Job): Promise<Failure | null> {
    switch (job) {
      case 'open-thread':
        state = { ...state, openThreadAt: now() }
        return openConversationId === null ? Promise.resolve(null) : readOne(openConversationId)
      case 'hydrate':
        return hydrate()
      case 'first-page':
        state = { ...state, pageAt: now() }
        return readPage(0).then((page) => (typeof page === 'number' ? null : page))
      case 'sweep-page':
        return sweep()
    }
  }

  /** Reads and keeps one page; gives its number of rows. */
  async function readPage(offset: number): Promise<number | Failure> {
    const askedAt = now()
    const page = await bridge.listConversations({ workspaceId, limit: PAGE_LIMIT, offset })
    if (!page.ok) return page.failure
    await applyPage(db, page.value.conversations, { askedAt, now: now() })
    unread = (await listUnreadThreads(db)).filter((id) => !tried.has(id))
    // Rows that could not be read count: the page was not shorter for them.
    return page.value.conversations.length + (page.value.unreadableRows ?? 0)
  }

  async function sweep(): Promise<Failure | null> {
    const offset = state.sweepOffset ?? 0
    const rows = await readPage(offset)
    if (typeof rows !== 'number') return rows
    const next = nextOffset(offset, rows)
    state =
      next === null ? { ...state, sweepOffset: null, sweptAt: now(), pageAt: now() } : { ...state, sweepOffset: next }
    if (next !== null) return null
    tried = new Set()
    report({ isFirstSync: false })
    return null
  }

  async function hydrate(): Promise<Failure | null> {
    const [first, ...rest] = unread
    unread = rest
    state = { ...state, hydratedAt: now() }
    if (first === undefined) return null
    tried.add(first)
    return readOne(first)
  }

  async function readOne(conversationId: string): Promise<Failure | null> {
    const serverId = serverIdOf(conversationId, await db.conversations.get(conversationId))
    if (serverId === null) return null
    const askedAt = now()
    const result = await bridge.readConversation({ workspaceId, conversationId: serverId })
    if (result.ok) {
      await applyThread(db, conversationId, result.value, { askedAt, now: now() })
      return null
    }
    // One conversation that the server refuses says nothing about the others.
    return result.failure.kind === 'rejected' ? null : result.failure
  }

  function wait(failure: Failure): void {
    misses += 1
    const asked = failure.kind === 'throttled' ? failure.retryAfterMs : null
    const backoff =
      Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(misses - 1, 10)) * (0.5 + options.random() / 2)
    state = { ...state, waitUntil: now() + (asked ?? backoff) }
    report({ failure })
  }

  function nudge(): void {
    misses = 0
    state = { ...state, pageAt: 0, openThreadAt: 0, waitUntil: 0 }
    pump()
  }

  pump()
  return {
    nudge,
    lookAt(conversationId) {
      openConversationId = conversationId
      state = { ...state, openThreadAt: 0 }
      pump()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
