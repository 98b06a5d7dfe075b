import type { Op } from '../../src/db/op.ts'
import type { ServerRead } from '../../src/outbox/engine/state.ts'
import type { SimWindow } from './window.ts'
import type { World } from './world.ts'

/** The settle time that absence must have lasted, ms. */
const SETTLE_MS = 120_000
/** What waited longer than this beyond its hold counts as waited: the rule's five seconds, and what the way out may take, ms. */
const WAITED_MS = 7_000
/** More than this within a minute is a burst, requests of one window. */
const BURST = 150

/** What is asked of one life of a window, at the moments when bytes leave. */
export class Checks {
  readonly #world: World
  readonly #window: SimWindow
  #requests: number[] = []
  readonly #lastReading = new Map<string, ServerRead>()

  constructor(world: World, window: SimWindow) {
    this.#world = world
    this.#window = window
  }

  lanes(): void {
    const { lanes } = this.#window.engine
    const working = [...lanes.values()].filter((lane) => lane.purpose !== 'recover').length
    this.#world.ledger.check('R3 four lanes', working <= 4, () => `${working} lanes at once`)
  }

  request(words: string): void {
    const { ledger, agenda } = this.#world
    ledger.stats.requests += 1
    ledger.note(words)
    this.#requests = [...this.#requests.filter((t) => t > agenda.t - 60_000), agenda.t]
    ledger.check('I12', agenda.t >= this.#window.gateT, () => `${words} before the server's wait was over`)
    ledger.check('I12', this.#requests.length <= BURST, () => `${this.#requests.length} requests in a minute`)
  }

  reading(op: Op, reading: ServerRead): void {
    this.#lastReading.set(op.id, reading)
    this.#world.ledger.facts.get(op.id)?.reads.push(this.#world.agenda.t)
  }

  call(op: Op, serverId: string | null): void {
    this.request(`call ${op.seq}`)
    const { ledger, store, agenda } = this.#world
    const { ops } = store
    const isEarlierLeft = ops.some((one) => one.conversationId === op.conversationId && one.seq < op.seq)
    ledger.check('I4', !isEarlierLeft, () => `${op.id} leaves before what was said earlier`)
    const isServers =
      op.intent.kind === 'create' ? serverId === null : serverId !== null && !serverId.startsWith('local-')
    ledger.check('I5', isServers, () => `${op.id} names ${serverId ?? 'nothing'}`)
    const others = this.#world.wire.underWay(op.conversationId)
    ledger.check('I7', others === 0, () => `${others + 1} mutations at once in ${op.conversationId}`)
    const row = ops.find((one) => one.id === op.id)
    const isWritten =
      row !== undefined && (row.state === 'sending' || (this.#world.profile.isLockBroken && row.state === 'uncertain'))
    ledger.check(
      'I8',
      isWritten && row.attempts.length === op.attempts.length,
      () => `${op.id} leaves while its row is ${row?.state ?? 'gone'}`,
    )
    ledger.check(
      'I11',
      !this.#window.isRefused && !this.#window.isUnproven,
      () => `${op.id} leaves under a refused key`,
    )
    ledger.check(
      'I11',
      op.workspaceId === null || op.workspaceId === 'w',
      () => `${op.id} leaves under another account`,
    )
    const fact = ledger.facts.get(op.id)
    if (fact === undefined) return
    const held = op.intent.kind === 'send' ? this.#world.holdOf(op.id) : 0
    ledger.check(
      'I16',
      fact.fate === 'open' && agenda.t >= held,
      () => `${op.id} leaves though ${fact.fate}, or while held`,
    )
    this.#blind(op)
    if (op.intent.kind === 'send') this.#stale(op)
    if (fact.calls.length > 0) ledger.stats.resends += 1
  }

  /** Between two attempts lies a clear no, a verified absence, or a person's word. */
  #blind(op: Op): void {
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

  /** Words that waited do not leave under newer ones that their author has not seen. */
  #stale(op: Op): void {
    const { ledger, agenda, server } = this.#world
    const fact = ledger.facts.get(op.id)
    if (fact === undefined) return
    const saidT = fact.confirmedT
    const windowMs = Math.max(0, this.#world.holdOf(op.id) - fact.acceptedT)
    if (agenda.t - saidT - windowMs < WAITED_MS) return
    const reading = this.#lastReading.get(op.id)
    const messages = reading?.kind === 'thread' ? (reading.detail.messages ?? []) : []
    const own = new Set(this.#world.store.claimedIds(op.conversationId))
    const said = server.clock(saidT)
    const newer = messages.filter(
      (message) => (message.sentAt ?? 0) > said + 1_000 && !own.has(message.id) && !this.#world.isOurs(message.id),
    )
    ledger.check(
      'R8 stale reply',
      reading !== undefined && newer.length === 0,
      () => `${op.id} leaves under ${newer.length} newer words`,
    )
  }
}
