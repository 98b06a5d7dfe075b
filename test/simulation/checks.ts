import type { Op } from '../../src/db/op.ts'
import type { ServerRead } from '../../src/outbox/engine/state.ts'
import type { SimWindow } from './window.ts'
import type { World } from './world.ts'

/** The settle time: absence must have lasted this long, ms. */
const SETTLE_MS = 120_000
/** A message that waited longer beyond its undo window must be checked for newer ones, ms: the rule's five seconds plus latency. */
const WAITED_MS = 7_000
/** The most requests of one window in a minute. */
const MAX_REQUESTS = 150

/** Checks one window's invariants whenever it makes a request. */
export class Checks {
  readonly #world: World
  readonly #window: SimWindow
  #requests: number[] = []
  readonly #lastRead = new Map<string, ServerRead>()

  constructor(world: World, window: SimWindow) {
    this.#world = world
    this.#window = window
  }

  lanes(): void {
    const { lanes } = this.#window.engine
    const working = [...lanes.values()].filter((lane) => lane.purpose !== 'recover').length
    this.#world.ledger.check('R3 four lanes', working <= 4, () => `${working} lanes at once`)
  }

  request(text: string): void {
    const { ledger, agenda } = this.#world
    ledger.stats.requests += 1
    ledger.note(text)
    this.#requests = [...this.#requests.filter((t) => t > agenda.t - 60_000), agenda.t]
    ledger.check('I12', agenda.t >= this.#window.throttledUntilT, () => `${text} before the server's pause was over`)
    ledger.check('I12', this.#requests.length <= MAX_REQUESTS, () => `${this.#requests.length} requests in a minute`)
  }

  serverRead(op: Op, serverRead: ServerRead): void {
    this.#lastRead.set(op.id, serverRead)
    this.#world.ledger.facts.get(op.id)?.reads.push(this.#world.agenda.t)
  }

  call(op: Op, serverId: string | null): void {
    this.request(`call ${op.seq}`)
    const { ledger, store, agenda } = this.#world
    const { ops } = store
    const isEarlierLeft = ops.some(({ conversationId, seq }) => conversationId === op.conversationId && seq < op.seq)
    ledger.check('I4', !isEarlierLeft, () => `${op.id} is sent before an earlier op`)
    const hasValidId =
      op.intent.kind === 'create' ? serverId === null : serverId !== null && !serverId.startsWith('local-')
    ledger.check('I5', hasValidId, () => `${op.id} names ${serverId ?? 'nothing'}`)
    const others = this.#world.wire.inFlight(op.conversationId)
    ledger.check('I7', others === 0, () => `${others + 1} mutations at once in ${op.conversationId}`)
    const row = ops.find(({ id }) => id === op.id)
    const isWritten =
      row !== undefined && (row.state === 'sending' || (this.#world.profile.isLockBroken && row.state === 'uncertain'))
    ledger.check(
      'I8',
      isWritten && row.attempts.length === op.attempts.length,
      () => `${op.id} is sent while its row is ${row?.state ?? 'gone'}`,
    )
    ledger.check(
      'I11',
      !this.#window.isRefused && !this.#window.isUnproven,
      () => `${op.id} is sent under a rejected key`,
    )
    ledger.check(
      'I11',
      op.workspaceId === null || op.workspaceId === 'w',
      () => `${op.id} is sent under another account`,
    )
    const fact = ledger.facts.get(op.id)
    if (fact === undefined) return
    const held = op.intent.kind === 'send' ? this.#world.holdOf(op.id) : 0
    ledger.check(
      'I16',
      fact.fate === 'open' && agenda.t >= held,
      () => `${op.id} is sent though ${fact.fate}, or while held`,
    )
    this.#checkResend(op)
    if (op.intent.kind === 'send') this.#checkStale(op)
    if (fact.calls.length > 0) ledger.stats.resends += 1
  }

  /** A resend requires a clear failure, a verified absence, or the user's confirmation. */
  #checkResend(op: Op): void {
    const { ledger, agenda } = this.#world
    const fact = ledger.facts.get(op.id)
    const last = fact?.calls.at(-1)
    if (fact === undefined || last === undefined || last.outcome === 'clear') return
    const reads = fact.reads.filter((t) => t > last.t)
    const isAbsent = reads.length >= 2 && agenda.t - last.t >= SETTLE_MS && (reads.at(-1) ?? 0) - last.t >= SETTLE_MS
    ledger.check(
      'I9',
      isAbsent || fact.confirmedT > last.t,
      () => `${op.id} again after ${agenda.t - last.t} ms and ${reads.length} reads`,
    )
  }

  /** A message that waited is not sent when there are newer ones that its author has not seen. */
  #checkStale(op: Op): void {
    const { ledger, agenda, server } = this.#world
    const fact = ledger.facts.get(op.id)
    if (fact === undefined) return
    const { confirmedT } = fact
    const windowMs = Math.max(0, this.#world.holdOf(op.id) - fact.acceptedT)
    if (agenda.t - confirmedT - windowMs < WAITED_MS) return
    const serverRead = this.#lastRead.get(op.id)
    const messages = serverRead?.kind === 'thread' ? (serverRead.detail.messages ?? []) : []
    const own = new Set(this.#world.store.claimedIds(op.conversationId))
    const confirmedAt = server.clock(confirmedT)
    const newer = messages.filter(
      (message) =>
        (message.sentAt ?? 0) > confirmedAt + 1_000 && !own.has(message.id) && !this.#world.isOurs(message.id),
    )
    ledger.check(
      'R8 stale reply',
      serverRead !== undefined && newer.length === 0,
      () => `${op.id} is sent below ${newer.length} newer messages`,
    )
  }
}
