import type { Op, OpState } from '../../src/db/op.ts'
import type { Proof } from '../../src/outbox/engine/state.ts'
import { LEGAL_MOVES } from '../../src/outbox/engine/transitions.ts'
import type { Agenda } from './agenda.ts'
import type { Profile } from './profile.ts'

export const INVARIANTS = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
  'I20',
  'R3 four lanes',
  'R8 stale reply',
  'legal moves',
] as const
export type InvariantName = (typeof INVARIANTS)[number]

export type Call = { readonly t: number; endedT: number | null; outcome: 'ok' | 'ambiguous' | 'clear' | null }

/** The truth about one accepted op, independent of the app's state. */
export type Fact = {
  readonly op: Op
  readonly acceptedT: number
  fate: 'open' | 'done' | 'cancelled' | 'absorbed' | 'withdrawn' | 'delivered'
  applied: number
  readonly calls: Call[]
  /** Successful reads that the engine received, virtual ms. */
  readonly reads: number[]
  /** How often the user confirmed sending it. */
  resends: number
  /** How often the user retried it after a rejection. */
  retries: number
  /** Virtual ms of the last confirmation or retry; else of acceptance. */
  confirmedT: number
  /** Cancelled before any attempt that may have had an effect. */
  isCleanCancel: boolean
  wasRefused: boolean
}

export type Violation = { readonly name: InvariantName; readonly detail: string; readonly t: number }

/** Records what was accepted, tried and applied, and counts every check by name. */
export class Ledger {
  readonly facts = new Map<string, Fact>()
  readonly checks: Partial<Record<InvariantName, number>> = {}
  readonly violations: Violation[] = []
  readonly moves: Record<string, number> = {}
  readonly faults: Record<string, number> = {}
  readonly stats = { crashes: 0, ambiguous: 0, resends: 0, claims: 0, questions: 0, requests: 0, restarts: 0 }
  /** False once a window started or woke after the clock was set: it knows earlier times by that clock only. */
  isClockTrusted = true
  trace = 2_166_136_261
  readonly agenda: Agenda
  readonly profile: Profile

  constructor(agenda: Agenda, profile: Profile) {
    this.agenda = agenda
    this.profile = profile
  }

  note(event: string): void {
    const text = `${this.agenda.t} ${event}`
    for (let index = 0; index < text.length; index += 1)
      this.trace = Math.imul(this.trace ^ text.charCodeAt(index), 16_777_619)
  }

  check(name: InvariantName, isHeld: boolean, detail: () => string): void {
    this.checks[name] = (this.checks[name] ?? 0) + 1
    if (!isHeld) this.violations.push({ name, detail: detail(), t: this.agenda.t })
  }

  accepted(op: Op): void {
    this.facts.set(op.id, {
      op,
      acceptedT: this.agenda.t,
      fate: 'open',
      applied: 0,
      calls: [],
      reads: [],
      resends: 0,
      retries: 0,
      confirmedT: this.agenda.t,
      isCleanCancel: false,
      wasRefused: false,
    })
    this.note(`accept ${op.seq} ${op.intent.kind}`)
  }

  moved(from: Op, to: Op): void {
    if (from.state !== to.state) {
      const name = `${from.state} → ${to.state}`
      this.moves[name] = (this.moves[name] ?? 0) + 1
      this.check('legal moves', LEGAL_MOVES[from.state].includes(to.state), () => `${from.id} ${name}`)
      this.note(`${from.seq} ${name} ${to.question?.why ?? ''}`)
    }
    if (to.state === 'uncertain' && from.state === 'sending') this.stats.ambiguous += 1
    const fact = this.facts.get(from.id)
    if (fact !== undefined && to.state === 'failed') fact.wasRefused = true
    if (to.state === 'asking' && from.state !== 'asking') this.#noteQuestion(from, to)
    this.check(
      'I11',
      to.state !== 'failed' || to.failure?.kind !== 'unauthorized',
      () => `${to.id} failed because of a rejected key`,
    )
  }

  #noteQuestion(from: Op, to: Op): void {
    this.stats.questions += 1
    const fact = this.facts.get(from.id)
    if (fact === undefined || to.question?.why !== 'old') return
    const ageMs = this.agenda.t - fact.confirmedT
    this.check('I17', ageMs >= 23 * 3_600_000 || !this.isClockTrusted, () => `${to.id} called old after ${ageMs} ms`)
  }

  settled(op: Op, proof: Proof, claims: ReadonlyMap<string, { readonly opId: string }>): void {
    const fact = this.facts.get(op.id)
    this.countMove(op.state, 'gone')
    this.note(`${op.seq} done`)
    if (proof.kind === 'send') {
      this.stats.claims += 1
      const claim = claims.get(proof.message.id)
      this.check(
        'I6',
        claim === undefined || claim.opId === op.id,
        () => `${proof.message.id} is matched to ${claim?.opId ?? ''} and ${op.id}`,
      )
    }
    if (fact === undefined) return
    if (fact.fate === 'open') fact.fate = 'done'
    const isChange = op.intent.kind === 'patch' || op.intent.kind === 'close'
    const isExcused = isChange || this.profile.hasIdenticalForeign || this.profile.isTruncating || this.hasStrayCopy(op)
    this.check('I3', fact.applied > 0 || isExcused, () => `${op.id} (${op.intent.kind}) done and never applied`)
  }

  /**
   * True when another op with the same text may have left an extra copy on the server: the user gave it up while it was uncertain, or
   * had it sent again. That copy may then be matched to this op.
   */
  hasStrayCopy(op: Op): boolean {
    const textOf = (intent: Op['intent']): string | null => (intent.kind === 'send' ? intent.content : null)
    const isStray = (fact: Fact): boolean =>
      (fact.fate === 'cancelled' && !fact.isCleanCancel) || fact.fate === 'delivered' || fact.applied > 1
    return [...this.facts.values()].some(
      (fact) =>
        isStray(fact) && fact.op.conversationId === op.conversationId && textOf(fact.op.intent) === textOf(op.intent),
    )
  }

  countMove(from: OpState, to: string): void {
    const name = `${from} → ${to}`
    this.moves[name] = (this.moves[name] ?? 0) + 1
  }

  applied(op: Op): void {
    const fact = this.facts.get(op.id)
    if (fact === undefined) return
    fact.applied += 1
    this.note(`${op.seq} applied ${fact.applied}`)
    if (fact.isCleanCancel) this.check('I16', false, () => `${op.id} was cancelled, then applied`)
    if (op.intent.kind !== 'send' && op.intent.kind !== 'create') return
    const max = this.#maxApplied(fact)
    this.check('I2', fact.applied <= max, () => `${op.id} (${op.intent.kind}) applied ${fact.applied} times of ${max}`)
  }

  #maxApplied(fact: Fact): number {
    const isStrict = this.profile.isWithin || this.profile.onUncertain === 'ask'
    return isStrict ? 1 + fact.resends : 3 * (1 + fact.resends + fact.retries)
  }
}
