import type { Message } from '../../../src/shared/model.ts'
import { type Job, laneOf, type SweepKind } from '../../../src/sync/job.ts'
import { SYNC_POLICY, type SyncPolicy } from '../../../src/sync/policy.ts'
import type { Page, PassEnd, Sweep } from '../../../src/sync/sweep.ts'
import { Random } from '../random.ts'
import { Client, type Defects, type Served } from './client.ts'
import { Device } from './device.ts'
import { type Kept, ListServer, ORDERS, type Order } from './server.ts'

export type Outcome = {
  readonly violations: readonly string[]
  readonly order: Order
  readonly requests: Readonly<Record<string, number>>
  readonly changes: Readonly<Record<string, number>>
  readonly removed: number
  readonly crashes: number
  readonly sweeps: number
  /** ms of quiet until the device held what the server has. */
  readonly restMs: number
}

const START = 1_700_000_000_000
const MINUTE = 60_000
/** How long the server changes. After that it is quiet. */
const BUSY_MS = 12 * MINUTE
/**
 * After this long in quiet, the device must equal the server: a list with an order was read twice, and again for each check that failed;
 * one without was read often enough.
 */
const REST_MS = { ordered: 180 * MINUTE, none: 400 * MINUTE }
/** Allowance for latency, backoff and a few passes, in addition to a sweep's period. */
const SLACK_MS = 4 * MINUTE

/** Runs one seed: a changing server, a device that syncs, a few crashes and sleeps, then quiet. */
export function runSeed(seed: number, defects: Defects = {}): Outcome {
  return new Story(seed, defects).run()
}

/** The overlap of two pages, as a share of a page. */
const OVERLAP_SHARE = 0.2
/** Orders in which rows never change their relative position. */
const STABLE_ORDERS: readonly Order[] = ['id', 'oldest', 'newest', 'shuffled']

class Story {
  readonly #random: Random
  readonly #server: ListServer
  readonly #device = new Device()
  readonly #client: Client
  readonly #policy: SyncPolicy
  readonly #maxChanges: number
  readonly #violations = new Set<string>()
  readonly #changes: Record<string, number> = {}
  readonly #deleted = new Set<string>()
  #removed = 0
  #crashes = 0
  #sweeps = 0
  #isBusy = true
  /** By kind: the running sweep's requests, and the greatest number of rows during it. */
  readonly #sweepOf = { open: { requests: 0, rows: 0 }, all: { requests: 0, rows: 0 } }
  #wokeAt = START
  #pass = { startedAt: START, deletedBefore: 0, maxDeleted: 0 }
  #openId: string | null = null
  /** The last two starts of background requests. */
  #starts: readonly { readonly at: number; readonly paceMs: number }[] = []
  /** The end of the last page of the whole list that was stored. */
  #storedTo = 0

  constructor(seed: number, defects: Defects) {
    const random = new Random(seed)
    this.#random = random
    // Most seeds use small pages, so that a list of many pages is fast. The rules are the same.
    const isSmall = !random.chance(0.01)
    const sweep = { ...SYNC_POLICY.sweep, ...(isSmall ? { limit: 10, step: 8 } : {}) }
    const policy = { ...SYNC_POLICY, sweep }
    this.#policy = defects.policy?.(policy) ?? policy
    this.#maxChanges = random.between(0, 5)
    this.#server = new ListServer(random, {
      order: random.weighted(ORDERS),
      isStampActivity: random.chance(0.5),
      hidden: random.chance(0.15) ? random.between(4, 9) : 0,
      isCaseInsensitive: random.chance(0.15),
    })
    const rows = random.chance(0.1) ? random.between(0, 3) : isSmall ? random.between(4, 36) : random.between(60, 330)
    for (let index = 0; index < rows; index += 1) this.#server.add(START - random.between(1, 10_000) * MINUTE)
    this.#server.at(START)
    this.#client = new Client({
      server: this.#server,
      device: this.#device,
      random,
      policy: this.#policy,
      defects,
      now: START,
      latencyMs: random.pick([20, 200, 2_000]),
      failures: random.pick([0, 0, 0.02, 0.1]),
      onStart: (job, now) => this.#beforeJob(job, now),
      onServed: (at) => ({
        at,
        deleted: this.#deleted.size,
        rows: { open: this.#rowsOf('open'), all: this.#rowsOf('all') },
      }),
      onSweepPage: (page, base, served) => this.#countRequest(page, base, served),
      onPassEnd: (kind, passEnd) => this.#checkPass(kind, passEnd),
      onRemove: (serverId, hasDraft) => this.#checkRemoved(serverId, hasDraft),
      onThreadStored: (before, after) => this.#checkThread(before, after),
    })
  }

  run(): Outcome {
    const random = this.#random
    let checkAt = START
    while (this.#client.now < START + BUSY_MS) {
      this.#step(START + BUSY_MS)
      if (random.chance(0.004)) this.#crash()
      if (random.chance(0.002)) this.#sleep()
      if (this.#client.now >= checkAt) checkAt = this.#check()
    }
    this.#isBusy = false
    const quietAt = this.#client.now
    const { order } = this.#server.quirks
    const isOrdered = order !== 'random' && order !== 'reversed'
    const restUntil = quietAt + (isOrdered ? REST_MS.ordered : REST_MS.none)
    let isEqual = false
    while (this.#client.now < restUntil && !isEqual) {
      this.#step(restUntil)
      if (this.#client.now < checkAt) continue
      checkAt = this.#check()
      isEqual = this.#isEqual()
    }
    if (!isEqual) this.#violate('P1', this.#difference())
    return {
      violations: [...this.#violations],
      order,
      requests: this.#client.requests,
      changes: this.#changes,
      removed: this.#removed,
      crashes: this.#crashes,
      sweeps: this.#sweeps,
      restMs: this.#client.now - quietAt,
    }
  }

  #step(untilAt: number): void {
    const isFocused = this.#random.chance(0.1)
    if (this.#random.chance(0.01)) this.#look()
    this.#client.step({ openConversationId: this.#openId, isFocused, hasSpace: !this.#random.chance(0.001) }, untilAt)
  }

  #crash(): void {
    this.#crashes += 1
    this.#checkPosition()
    this.#starts = []
    this.#client.restart()
  }

  #sleep(): void {
    this.#client.now += this.#random.between(2, 20) * MINUTE
    this.#server.at(this.#client.now)
    for (let index = 0; index < 5; index += 1) this.#change()
    this.#wokeAt = this.#client.now
    this.#client.wake()
  }

  /** Opens a thread or closes it. If one is being read ahead, opens that one, and a message arrives in it. */
  #look(): void {
    const random = this.#random
    const ids = [...this.#device.rows.keys()]
    const reading = this.#sayInThreadBeingRead()
    const isClosed = ids.length === 0 || (reading === undefined && random.chance(0.5))
    this.#openId = isClosed ? null : (reading ?? random.pick(ids))
    this.#client.look()
  }

  /** A message arrives in a thread while it is read ahead. Returns the conversation's id. */
  #sayInThreadBeingRead(): string | undefined {
    const reading = this.#client.running.find((job) => job.kind === 'hydrate')?.conversationId
    const kept = reading === undefined ? undefined : this.#server.kept.get(reading)
    if (this.#isBusy && kept !== undefined) this.#server.say(kept, this.#random.pick(['customer', 'assistant']))
    return reading
  }

  /** The server may change before it answers a page. */
  #beforeJob(job: Job, now: number): void {
    this.#checkRunning(job, now)
    if (job.kind === 'poll' && this.#isBusy && this.#random.chance(0.3)) this.#sayInThreadBeingRead()
    if (job.kind === 'sweep' || job.kind === 'poll') {
      if (this.#isBusy) for (let left = this.#random.between(0, this.#maxChanges); left > 0; left -= 1) this.#change()
    }
  }

  /** What may run at once, and how soon after the last start. */
  #checkRunning(job: Job, now: number): void {
    const lane = laneOf(job)
    const running = this.#client.running.filter((one) => laneOf(one) === lane)
    const threads = [job, ...running].flatMap((one) => (one.kind === 'hydrate' ? [one.conversationId] : []))
    if (new Set(threads).size < threads.length) this.#violate('P6', 'a thread is read twice at once')
    if (threads.length > SYNC_POLICY.threadsAtOnce) this.#violate('P6', `${threads.length} threads at once`)
    const isNextPage = job.kind === 'sweep' && running.length === 1 && running[0] === this.#client.storing
    if (running.length > 0 && threads.length <= running.length && !isNextPage)
      this.#violate('P6', `${job.kind} does not run alone`)
    if (lane === 'attention' || job.kind === 'fill-queue') return
    this.#checkPace(now)
  }

  /** The pace of background requests: one that was late may be made up for by half of it, once. */
  #checkPace(now: number): void {
    const [first, second] = this.#starts
    const half = second === undefined ? -Infinity : second.at + second.paceMs / 2
    const both = first === undefined || second === undefined ? -Infinity : first.at + first.paceMs / 2 + second.paceMs
    if (now < Math.max(half, both) - 0.001) this.#violate('P6', 'background requests too fast')
    const { paceMs, firstSyncPaceMs } = SYNC_POLICY
    const start = { at: now, paceMs: this.#client.state.isFirstSync ? firstSyncPaceMs : paceMs }
    this.#starts = [...(second === undefined ? this.#starts : [second]), start]
  }

  #countRequest({ kind, length }: { readonly kind: SweepKind } & Page, base: Sweep | null, served: Served): void {
    if (kind === 'all') this.#storedTo = (base?.offset ?? 0) + length
    const count = this.#sweepOf[kind]
    if (base?.requests === 0) {
      this.#sweeps += 1
      Object.assign(count, { requests: 0, rows: base.offset })
    }
    count.requests += 1
    if (kind === 'all') this.#countDeleted(base?.pages.length === 0, served)
    count.rows = Math.max(count.rows, served.rows[kind])
    const max = 3 * (count.rows / this.#policy.sweep.step + 2)
    if (count.requests > max) this.#violate('P4', `${count.requests} requests for ${count.rows} rows`)
  }

  /** How many rows were deleted between two pages, as the server answered them. */
  #countDeleted(isFirstPage: boolean, { at, deleted }: Served): void {
    const pass = this.#pass
    if (isFirstPage) this.#pass = { startedAt: at, deletedBefore: deleted, maxDeleted: 0 }
    else
      Object.assign(pass, {
        deletedBefore: deleted,
        maxDeleted: Math.max(pass.maxDeleted, deleted - pass.deletedBefore),
      })
  }

  /**
   * In a stable order, a whole pass shows everything that existed during the whole pass, unless more rows were deleted between two
   * pages than they overlap.
   */
  #checkPass(kind: SweepKind, { ids, isWhole }: PassEnd): void {
    const { order, hidden, isCaseInsensitive } = this.#server.quirks
    const isStored = (id: string): boolean => this.#device.rows.has(this.#device.localIdOf(id))
    if (!isCaseInsensitive && [...ids].some((id) => this.#server.kept.has(id) && !isStored(id)))
      this.#violate('P1', 'a pass shows a conversation that is not stored')
    if (kind === 'open' || !isWhole || hidden > 0 || isCaseInsensitive || !STABLE_ORDERS.includes(order)) return
    if (this.#pass.maxDeleted > OVERLAP_SHARE * this.#policy.sweep.limit) return
    const missing = [...this.#server.kept.values()].filter(
      (kept) => kept.addedAt < this.#pass.startedAt && !ids.has(kept.id),
    )
    if (missing.length > 0) this.#violate('P1', `a whole pass misses ${missing.length} that existed throughout`)
  }

  #rowsOf(kind: 'open' | 'all'): number {
    const { hidden } = this.#server.quirks
    const all = this.#server.kept.size
    const hiddenRows = hidden === 0 ? 0 : Math.floor(all / hidden)
    if (kind === 'all') return all + hiddenRows
    return [...this.#server.kept.values()].filter((kept) => kept.status === 'open').length + hiddenRows
  }

  #change(): void {
    const random = this.#random
    const server = this.#server
    const what = random.weighted({
      add: 3,
      customer: 4,
      assistant: 3,
      status: 4,
      delete: 2,
      rename: 1,
      draft: 1,
      rewrite: 1,
    })
    const all = [...server.kept.values()]
    const kept = all.length === 0 ? null : random.pick(all)
    if (what !== 'add' && kept === null) return
    this.#changes[what] = (this.#changes[what] ?? 0) + 1
    if (what === 'add' || kept === null) return void server.add(this.#client.now)
    if (what === 'customer' || what === 'assistant') return server.say(kept, what)
    if (what === 'status') return server.setStatus(kept, random.pick(['open', 'resolved', 'closed']))
    if (what === 'rename') kept.customerName = `${kept.customerName}!`
    if (what === 'draft' && random.chance(0.2)) this.#device.drafts.add(this.#device.localIdOf(kept.id))
    if (what === 'rewrite' && server.quirks.isCaseInsensitive) server.rewriteId(kept)
    if (what === 'delete') {
      server.delete(kept)
      this.#deleted.add(kept.id)
    }
  }

  /** The server deletes no message, so an answer without one is older than what it replaces. */
  #checkThread(before: readonly Message[], after: readonly Message[]): void {
    const ids = new Set(after.map((message) => message.id))
    if (before.some((message) => !ids.has(message.id))) this.#violate('P7', 'a thread lost a message')
  }

  /** After a crash the sweep continues at the stored position, so that every row before it must be stored. */
  #checkPosition(): void {
    const { offset } = this.#device.memory
    if (offset !== null && offset > this.#storedTo)
      this.#violate('P8', `continues at ${offset}, and has ${this.#storedTo}`)
  }

  #checkRemoved(serverId: string, hasDraft: boolean): void {
    this.#removed += 1
    if (this.#server.read(serverId).ok) this.#violate('P2', `${serverId} was removed and exists`)
    if (hasDraft) this.#violate('P2', `${serverId} was removed and had a draft`)
  }

  /** Checks the properties that always hold. Returns when to check again. */
  #check(): number {
    const { state, now } = this.#client
    this.#checkPosition()
    const ids = this.#device.serverIds()
    if (new Set(ids).size !== ids.length) this.#violate('P3', 'a conversation is stored twice')
    if (!state.isFirstSync) for (const kept of this.#server.kept.values()) this.#checkStatus(kept, now)
    return now + MINUTE
  }

  /** A change of status must arrive within its sweep's period. */
  #checkStatus(kept: Kept, now: number): void {
    const row = this.#device.rows.get(this.#device.localIdOf(kept.id))
    if (row === undefined || row.status === kept.status) return
    const ageMs = now - Math.max(kept.statusAt, this.#wokeAt)
    const { openSweepMs, wholeSweepMs } = SYNC_POLICY
    // Open on either side: a sweep of the open ones shows it, or shows that it is missing.
    const isOpen = row.status === 'open' || kept.status === 'open'
    if (ageMs > (isOpen ? openSweepMs : wholeSweepMs) + SLACK_MS)
      this.#violate('P5', `${isOpen ? 'open' : 'other'}: unseen for ${Math.round(ageMs / MINUTE)} minutes`)
  }

  /** Whether the device equals the server. A deleted conversation with a draft may remain. */
  #isEqual(): boolean {
    return !this.#client.state.isFirstSync && this.#difference() === ''
  }

  #difference(): string {
    const local = new Set(this.#device.serverIds())
    const missing = [...this.#server.kept.values()].filter((kept) => {
      const row = this.#device.rows.get(this.#device.localIdOf(kept.id))
      return !local.has(kept.id) || row?.status !== kept.status
    })
    const { kept } = this.#server
    const threadless = [...this.#device.rows.values()].filter(
      (row) => row.newest === undefined && kept.has(row.serverId ?? row.id),
    )
    const extra = [...local].filter((id) => !kept.has(id) && !this.#device.drafts.has(this.#device.localIdOf(id)))
    if (missing.length + extra.length + threadless.length === 0) return ''
    return `${missing.length} of ${kept.size} missing or old, ${extra.length} extra, ${threadless.length} without thread (${this.#server.quirks.order})`
  }

  #violate(name: string, what: string): void {
    this.#violations.add(`${name}: ${what}`)
  }
}
