import type { Op } from '../../src/db/op.ts'
import type { Effect, Engine, Event, LaneEffect, LaneEvent, Moment, Step } from '../../src/outbox/engine/state.ts'
import { newEngine } from '../../src/outbox/engine/step.ts'
import type { Failure, Result } from '../../src/shared/failure.ts'
import { Checks } from './checks.ts'
import type { World } from './world.ts'

export type StepFunction = (engine: Engine, event: Event, moment: Moment) => Step

/** One session of a sending window: its engine, and the code that runs the engine's effects. It may die between any two events. */
export class SimWindow {
  isAlive = true
  engine: Engine = newEngine('w')
  /** Virtual ms until which the server has asked this window for a pause. */
  throttledUntilT = 0
  isRefused = false
  /** A key was rejected before this session, and nothing has been read since. */
  isUnproven = false
  /** The virtual time that this window's monotonic clock did not count, ms. */
  sleptMs = 0
  readonly #world: World
  readonly #checks: Checks
  readonly #startT: number
  #timers = 0
  #feedT = 0
  #feedOps: readonly Op[] = []
  #keyRound = 0
  #isStarted = false

  constructor(world: World) {
    this.#world = world
    this.#startT = world.agenda.t
    this.#checks = new Checks(world, this)
    this.isUnproven = world.store.ops.some((op) => op.failure?.kind === 'unauthorized')
    this.#later(world.random.between(0, 5), () => {
      this.#isStarted = true
      if (world.hasClockJumped) world.ledger.isClockTrusted = false
      this.#feedOps = world.store.ops
      this.dispatch({ kind: 'started', ops: world.store.ops })
    })
  }

  dispatch(event: Event): void {
    if (!this.isAlive || !this.#isStarted) return
    const { agenda, random } = this.#world
    const moment = {
      at: this.#world.wallAt(),
      elapsedMs: agenda.t - this.#startT - this.sleptMs,
      random: random.next(),
    }
    const next = this.#world.step(this.engine, event, moment)
    this.engine = next.engine
    this.#checks.lanes()
    for (const effect of next.effects) this.#run(effect)
  }

  /** The feed reports a commit: the conversation as of the commit, and the others as last read. */
  onCommit(conversationId: string): void {
    const { agenda, random, store } = this.#world
    if (!this.#isStarted) return
    const own = store.opsOf(conversationId)
    this.#feedT = Math.max(this.#feedT, agenda.t + random.between(0, 20))
    this.#later(this.#feedT - agenda.t, () => {
      const others = this.#feedOps.filter((op) => op.conversationId !== conversationId)
      this.#feedOps = [...others, ...own].toSorted((a, b) => a.seq - b.seq)
      this.dispatch({ kind: 'rows', ops: this.#feedOps })
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

  #run(effect: Effect): void {
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
    const waitMs = timerMs - (this.#world.agenda.t - this.#startT - this.sleptMs)
    this.#later(Math.min(Math.max(0, waitMs), 60_000), () => {
      if (timer === this.#timers) this.dispatch({ kind: 'ticked' })
    })
  }

  /** A transaction commits, and the window learns of it later. A full disk may fail before or after the commit. */
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
      return { ...lane, kind: 'facts-read', facts: store.readFacts(op), ops: store.opsOf(op.conversationId) }
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
        this.#checks.serverRead(op, result.value)
        if (result.value.kind === 'thread') {
          this.#world.store.applyThread(op.conversationId, result.value.detail, askedAt, this.#world.wallAt())
          this.#world.store.onCommit(op.conversationId)
        }
      } else this.#noteFailure(result.failure, keyRound)
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
      if (!result.ok) this.#noteFailure(result.failure, keyRound)
      this.dispatch({ ...laneOf(op), kind: 'answered', result })
    })
  }

  /** Records a 401 or a pause, which the window must respect from now on. */
  #noteFailure(failure: Failure, keyRound: number): void {
    if (failure.kind === 'unauthorized' && keyRound === this.#keyRound) this.isRefused = true
    if (failure.kind === 'throttled')
      this.throttledUntilT = Math.max(this.throttledUntilT, this.#world.agenda.t + (failure.retryAfterMs ?? 1_000))
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
