import type { Op } from '../../src/db/op.ts'
import type { ServerAnswer, ServerRead } from '../../src/outbox/engine/state.ts'
import { type Failure, failed, type Result, success } from '../../src/shared/failure.ts'
import type { Agenda } from './agenda.ts'
import type { Ledger } from './ledger.ts'
import type { FaultName, Profile } from './profile.ts'
import type { Random } from './random.ts'
import type { SimServer } from './server.ts'

const LOST: Failure = { kind: 'interrupted', code: 'UND_ERR_SOCKET' }
const OFFLINE: Failure = { kind: 'unreachable', code: 'ENOTFOUND' }
const REJECTED_KEY: Failure = { kind: 'unauthorized', status: 401, words: 'Invalid API key' }

/** The main process and the network. A call outlives the window that made it, but not the process. */
export class SimWire {
  isOffline = false
  isFaulty = true
  /** When set, the outcome of the next mutation. */
  scripted: FaultName | null = null
  /** A defect: the main process allows a second call for a conversation. */
  isSingleFlightOff = false
  readonly #busy = new Set<string>()
  readonly #inFlight = new Map<string, number>()
  #life = 0
  readonly #agenda: Agenda
  readonly #random: Random
  readonly #ledger: Ledger
  readonly #server: SimServer
  readonly #profile: Profile

  constructor(parts: { agenda: Agenda; random: Random; ledger: Ledger; server: SimServer; profile: Profile }) {
    this.#agenda = parts.agenda
    this.#random = parts.random
    this.#ledger = parts.ledger
    this.#server = parts.server
    this.#profile = parts.profile
  }

  /** The process dies. Its requests may still reach the server, but no answer arrives. */
  die(): void {
    this.#life += 1
    this.#busy.clear()
    this.#inFlight.clear()
  }

  isBusy(conversationId: string): boolean {
    return !this.isSingleFlightOff && this.#busy.has(conversationId)
  }

  /** A conversation's running mutations, counted independently of the single-flight check. */
  inFlight(conversationId: string): number {
    return this.#inFlight.get(conversationId) ?? 0
  }

  read(
    what: { readonly serverId: string } | { readonly channel: string },
    answer: (result: Result<ServerRead>) => void,
  ): void {
    const latencyMs = this.#random.between(20, 300)
    const fault = this.#readFault()
    const life = this.#life
    this.#agenda.after(latencyMs, () => {
      if (life === this.#life) answer(fault === null ? this.#serverRead(what) : failed(fault))
    })
  }

  #readFault(): Failure | null {
    if (this.isOffline) return OFFLINE
    if (!this.#server.isKeyGood) return REJECTED_KEY
    if (!this.isFaulty || this.#random.chance(0.85)) return null
    return this.#random.pick<Failure>([
      LOST,
      { kind: 'server', status: 503, words: null },
      { kind: 'unreadable', status: 200, why: 'not JSON' },
      { kind: 'throttled', retryAfterMs: this.#random.between(1_000, 40_000) },
      OFFLINE,
    ])
  }

  #serverRead(what: { readonly serverId: string } | { readonly channel: string }): Result<ServerRead> {
    const { t } = this.#agenda
    const lagMs = this.#random.chance(0.4) ? this.#random.between(0, this.#profile.staleMs) : 0
    if ('channel' in what) {
      const rows = this.#server.list(what.channel, t, lagMs, (all) => all.toSorted(() => this.#random.next() - 0.5))
      return success({ kind: 'sweep', rows, isWhole: true, serverAt: this.#server.clock(t) })
    }
    const detail = this.#server.read(what.serverId, t, lagMs)
    return detail.ok ? success({ kind: 'thread', detail: detail.value }) : detail
  }

  call(op: Op, serverId: string | null, answer: (result: Result<ServerAnswer>) => void): void {
    const { conversationId } = op
    if (this.isBusy(conversationId)) {
      this.#agenda.after(1, () => answer(failed({ kind: 'unreachable', code: 'BUSY' })))
      return
    }
    this.#busy.add(conversationId)
    this.#inFlight.set(conversationId, this.inFlight(conversationId) + 1)
    const life = this.#life
    const end = (delayMs: number, result: () => Result<ServerAnswer>): void =>
      this.#agenda.after(delayMs, () => {
        if (life !== this.#life) return
        this.#busy.delete(conversationId)
        this.#inFlight.set(conversationId, this.inFlight(conversationId) - 1)
        answer(result())
      })
    this.#applyFault(this.#faultFor(op), op, serverId, end)
  }

  #faultFor(op: Op): FaultName {
    const scripted = this.scripted
    this.scripted = null
    const drawn = scripted ?? (this.isFaulty ? this.#random.weighted(this.#profile.faults) : 'ok')
    const fault = this.isOffline ? 'unreachable' : !this.#server.isKeyGood ? '401' : drawn
    const name = `${fault} × ${op.intent.kind}`
    this.#ledger.faults[name] = (this.#ledger.faults[name] ?? 0) + 1
    return fault
  }

  /** For each fault: whether and when the server applies the op, and what is returned. */
  #applyFault(
    fault: FaultName,
    op: Op,
    serverId: string | null,
    end: (delayMs: number, result: () => Result<ServerAnswer>) => void,
  ): void {
    const latencyMs = this.#random.between(30, 400)
    const fail = (delayMs: number, failure: Failure): void => end(delayMs, () => failed(failure))
    const applyAfter = (delayMs: number): { result: Result<ServerAnswer> } => {
      const applied: { result: Result<ServerAnswer> } = { result: failed(LOST) }
      this.#agenda.after(delayMs, () => {
        applied.result = this.#server.apply(op, serverId, this.#agenda.t)
      })
      return applied
    }
    switch (fault) {
      case 'ok': {
        const applied = applyAfter(latencyMs / 2)
        return end(latencyMs, () => applied.result)
      }
      case 'unreachable':
        return fail(latencyMs, OFFLINE)
      case 'lost request':
        return fail(this.#random.pick([latencyMs, 30_000]), LOST)
      case 'lost response':
        applyAfter(latencyMs / 2)
        return fail(this.#random.pick([latencyMs, 30_000]), LOST)
      case 'late apply':
        applyAfter(this.#random.between(latencyMs, this.#profile.lateMs))
        return fail(latencyMs, LOST)
      case '5xx applied':
        applyAfter(latencyMs / 2)
        return fail(latencyMs, { kind: 'server', status: 502, words: null })
      case '5xx not applied':
        return fail(latencyMs, { kind: 'server', status: 503, words: null })
      case '429':
        return fail(latencyMs, { kind: 'throttled', retryAfterMs: this.#random.between(1_000, 60_000) })
      case '429 no word':
        return fail(latencyMs, { kind: 'throttled', retryAfterMs: null })
      case '401':
        this.#server.isKeyGood = false
        return fail(latencyMs, REJECTED_KEY)
      case 'captive portal':
        return fail(latencyMs, { kind: 'unreadable', status: 200, why: 'not JSON' })
      case 'cut answer':
        applyAfter(latencyMs / 2)
        return fail(latencyMs, { kind: 'unreadable', status: 200, why: 'cut' })
      case 'rejected':
        return fail(latencyMs, { kind: 'rejected', status: 400, words: 'Number is not in service' })
    }
  }
}
