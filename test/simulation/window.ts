import type { Op } from '../../src/db/op.ts'
import type { Effect, Engine, Event, LaneEffect, LaneEvent, Moment, Step } from '../../src/outbox/engine/state.ts'
import { newEngine } from '../../src/outbox/engine/step.ts'
import type { Failure, Result } from '../../src/shared/failure.ts'
import { Checks } from './checks.ts'
import type { World } from './world.ts'

export type StepFunction = (engine: Engine, event: Event, moment: Moment) => Step

/** One life of a window that sends: its engine, and the hands that carry the engine's effects out. It may die between any two things. */
export class SimWindow {
  isAlive = true
  engine: Engine = newEngine('w')
  /** Virtual ms before which this life knows that nothing may leave. */
  gateT = 0
  isRefused = false
  /** A key was refused before this life, and nothing has been read since. */
  isUnproven = false
  /** How much of virtual time this life's own clock slept through, ms. */
  sleptMs = 0
  readonly #world: World
  readonly #checks: Checks
  readonly #bornT: number
  #timers = 0
  #heardT = 0
  #fed: readonly Op[] = []
  #keyRound = 0
  #isStarted = false

  constructor(world: World) {
    this.#world = world
    this.#bornT = world.agenda.t
    this.#checks = new Checks(world, this)
    this.isUnproven = world.store.ops.some((op) => op.failure?.kind === 'unauthorized')
    this.#later(world.random.between(0, 5), () => {
      this.#isStarted = true
      if (world.hasClockJumped) world.ledger.isClockTrusted = false
      this.#fed = world.store.ops
      this.dispatch({ kind: 'started', ops: world.store.ops })
    })
  }

  dispatch(event: Event): void {
    if (!this.isAlive || !this.#isStarted) return
    const { agenda, random } = this.#world
    const moment = { at: this.#world.wallAt(), elapsedMs: agenda.t - this.#bornT - this.sleptMs, random: random.next() }
    const next = this.#world.step(this.engine, event, moment)
    this.engine = next.engine
    this.#checks.lanes()
    for (const effect of next.effects) this.#carryOut(effect)
  }

  /** What the feed tells: of one conversation how it was then, of the others how they were when they were read last. */
  hear(conversationId: string): void {
    const { agenda, random, store } = this.#world
    if (!this.#isStarted) return
    const own = store.opsOf(conversationId)
    this.#heardT = Math.max(this.#heardT, agenda.t + random.between(0, 20))
    this.#later(this.#heardT - agenda.t, () => {
      const others = this.#fed.filter((op) => op.conversationId !== conversationId)
      this.#fed = [...others, ...own].toSorted((one, other) => one.seq - other.seq)
      this.dispatch({ kind: 'rows', ops: this.#fed })
    })
  }

  die(): void {
    this.isAlive = false
  }

  resume(): void {
    this.isRefused = false
    this.isUnproven = false
    this.#keyRound += 1
    this.dispatch({ kind: 'resumed' })
  }

  #later(delayMs: number, run: () => void): void {
    this.#world.agenda.after(delayMs, () => {
      if (this.isAlive) run()
    })
  }

  #carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'set-timer':
        return this.#setTimer(effect.timerMs)
      case 'notify-settled':
      case 'notify-unauthorized':
        return
      case 'call':
        return this.#call(effect.op, effect.serverId)
      case 'read-thread':
      case 'sweep':
        return this.#read(effect)
      default:
        return this.#commit(effect)
    }
  }

  #setTimer(timerMs: number | null): void {
    this.#timers += 1
    const timer = this.#timers
    if (timerMs === null) return
    const waitMs = timerMs - (this.#world.agenda.t - this.#bornT - this.sleptMs)
    this.#later(Math.min(Math.max(0, waitMs), 60_000), () => {
      if (timer === this.#timers) this.dispatch({ kind: 'ticked' })
    })
  }

  /** A transaction: the moment it commits, and a later one when the window hears of it. A disk in trouble may do either half. */
  #commit(effect: Extract<LaneEffect, { kind: 'read-facts' | 'claim' | 'write' | 'settle' }>): void {
    const { store, random } = this.#world
    const lane = laneOf(effect.op)
    this.#later(random.between(0, 3), () => {
      const isBroken = this.#world.isDiskFull && random.chance(0.5)
      const event: LaneEvent | null = isBroken && random.chance(0.5) ? null : this.#write(effect)
      if (event !== null && effect.kind !== 'read-facts') store.onCommit(effect.op.conversationId)
      this.#later(random.between(0, 3), () =>
        this.dispatch(isBroken || event === null ? { ...lane, kind: 'store-failed' } : event),
      )
    })
  }

  #write(effect: Extract<LaneEffect, { kind: 'read-facts' | 'claim' | 'write' | 'settle' }>): LaneEvent {
    const { store } = this.#world
    const { op } = effect
    const lane = laneOf(op)
    if (effect.kind === 'read-facts')
      return { ...lane, kind: 'facts-read', facts: store.lookUp(op), ops: store.opsOf(op.conversationId) }
    if (effect.kind === 'settle') {
      store.settle(op, effect.proof, effect.isRewriting, this.#world.wallAt())
      return { ...lane, kind: 'wrote', isKept: true, ops: store.opsOf(op.conversationId) }
    }
    const isKept = store.writeIf(op, effect.change, effect.kind === 'claim')
    return { ...lane, kind: 'wrote', isKept, ops: store.opsOf(op.conversationId) }
  }

  #read(effect: Extract<LaneEffect, { kind: 'read-thread' | 'sweep' }>): void {
    const { op } = effect
    this.#checks.request(`read ${op.seq}`)
    const askedAt = this.#world.wallAt()
    const keyRound = this.#keyRound
    const what = effect.kind === 'sweep' ? { channel: effect.channel } : { serverId: effect.serverId }
    this.#world.wire.read(what, (result) => {
      if (!this.isAlive) return
      if (result.ok) {
        this.isUnproven = false
        this.#checks.reading(op, result.value)
        if (result.value.kind === 'thread') {
          this.#world.store.applyThread(op.conversationId, result.value.detail, askedAt, this.#world.wallAt())
          this.#world.store.onCommit(op.conversationId)
        }
      } else this.#heed(result.failure, keyRound)
      this.dispatch({ ...laneOf(op), kind: 'server-read', result })
    })
  }

  #call(op: Op, serverId: string | null): void {
    if (!this.#world.wire.isBusy(op.conversationId)) this.#checks.call(op, serverId)
    const fact = this.#world.ledger.facts.get(op.id)
    const call = { t: this.#world.agenda.t, endedT: null, outcome: null }
    const keyRound = this.#keyRound
    const isBusy = this.#world.wire.isBusy(op.conversationId)
    if (!isBusy) fact?.calls.push(call)
    this.#world.wire.call(op, serverId, (result) => {
      if (!this.isAlive) return
      if (!isBusy) Object.assign(call, { endedT: this.#world.agenda.t, outcome: outcomeOf(result) })
      if (!result.ok) this.#heed(result.failure, keyRound)
      this.dispatch({ ...laneOf(op), kind: 'answered', result })
    })
  }

  /** What this life has been told, and is held to from now on. */
  #heed(failure: Failure, keyRound: number): void {
    if (failure.kind === 'unauthorized' && keyRound === this.#keyRound) this.isRefused = true
    if (failure.kind === 'throttled')
      this.gateT = Math.max(this.gateT, this.#world.agenda.t + (failure.retryAfterMs ?? 1_000))
  }
}

function laneOf(op: Op): { readonly opId: string; readonly conversationId: string } {
  return { opId: op.id, conversationId: op.conversationId }
}

function outcomeOf(result: Result<unknown>): 'ok' | 'ambiguous' | 'clear' {
  if (result.ok) return 'ok'
  const { kind } = result.failure
  return kind === 'interrupted' || kind === 'server' || kind === 'unreadable' ? 'ambiguous' : 'clear'
}
