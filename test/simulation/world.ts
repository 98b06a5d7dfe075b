import type { Op } from '../../src/db/op.ts'
import { type Policy, POLICY } from '../../src/outbox/engine/policy.ts'
import { step } from '../../src/outbox/engine/step.ts'
import type { coalesce } from '../../src/outbox/engine/coalesce.ts'
import { Agenda } from './agenda.ts'
import { checkStore } from './end-checks.ts'
import { Ledger } from './ledger.ts'
import type { Profile } from './profile.ts'
import { Random } from './random.ts'
import { EPOCH, SimServer } from './server.ts'
import { SimStore, type StoreDefects } from './store.ts'
import { SimWindow, type StepFunction } from './window.ts'
import { SimWire } from './wire.ts'

/** Deliberate defects, which the invariants must notice. */
export type Defects = {
  readonly policy?: Partial<Policy>
  readonly wrapStep?: (step: StepFunction) => StepFunction
  readonly store?: StoreDefects
  readonly coalesce?: typeof coalesce
  readonly acknowledgesEarly?: boolean
  readonly ignoresState?: boolean
  readonly isSingleFlightOff?: boolean
}

/** One server, one database, the network, the windows, a device clock that may be set, and virtual time. */
export class World {
  readonly agenda = new Agenda()
  readonly random: Random
  readonly ledger: Ledger
  readonly server: SimServer
  readonly store: SimStore
  readonly wire: SimWire
  readonly step: StepFunction
  readonly defects: Defects
  readonly profile: Profile
  windows: SimWindow[] = []
  /** The device's clock minus true time, ms. */
  wallOffsetMs = 0
  hasClockJumped = false
  isDiskFull = false
  readonly #holds = new Map<string, number>()

  constructor(seed: number, profile: Profile, defects: Defects = {}) {
    this.random = new Random(seed)
    this.profile = profile
    this.defects = defects
    this.ledger = new Ledger(this.agenda, profile)
    this.server = new SimServer(profile, this.random.between(-90_000, 90_000), (op) => this.ledger.applied(op))
    this.store = new SimStore(this.ledger, defects.store ?? {})
    this.store.onUncertain = profile.onUncertain
    this.store.onCommit = (conversationId) => this.#committed(conversationId)
    const { agenda, random, ledger, server } = this
    this.wire = new SimWire({ agenda, random, ledger, server, profile })
    this.wire.isSingleFlightOff = defects.isSingleFlightOff === true
    const policy: Policy = { ...POLICY, ...defects.policy }
    const plain: StepFunction = (engine, event, moment) => step(engine, event, moment, policy)
    this.step = defects.wrapStep === undefined ? plain : defects.wrapStep(plain)
  }

  wallAt(): number {
    return EPOCH + this.agenda.t + this.wallOffsetMs
  }

  /** Rows changed. Every window learns of it later, in order. */
  #committed(conversationId: string): void {
    checkStore(this, conversationId)
    for (const window of this.windows) window.onCommit(conversationId)
  }

  openWindow(): SimWindow {
    const window = new SimWindow(this)
    this.windows.push(window)
    return window
  }

  liveWindow(): SimWindow | undefined {
    return this.windows.find((window) => window.isAlive)
  }

  /** The window dies and another takes over, at once if it was waiting for the lock. `everything`: the main process dies too. */
  crash(kind: 'window' | 'everything'): void {
    const window = this.liveWindow()
    if (window === undefined) return
    this.ledger.stats.crashes += 1
    this.ledger.note(`crash ${kind}`)
    window.die()
    if (kind === 'everything') {
      for (const other of this.windows) other.die()
      this.wire.die()
    }
    this.windows = this.windows.filter((one) => one.isAlive)
    const backMs = kind === 'window' && this.profile.windows === 2 ? 60 : this.random.between(300, 20_000)
    this.agenda.after(backMs, () => {
      this.ledger.stats.restarts += 1
      if (this.liveWindow() === undefined) this.openWindow()
    })
  }

  /** The machine sleeps: true time continues, and the windows' monotonic clocks stop. */
  sleep(sleepMs: number): void {
    this.ledger.note(`sleep ${sleepMs}`)
    this.agenda.shift(sleepMs)
    if (this.hasClockJumped) this.ledger.isClockTrusted = false
    for (const window of this.windows) {
      window.sleptMs += sleepMs
      window.dispatch({ kind: 'woke' })
    }
  }

  setClock(offsetMs: number): void {
    this.ledger.note(`clock ${offsetMs}`)
    this.wallOffsetMs += offsetMs
    this.hasClockJumped = true
  }

  setHold(opId: string, untilT: number): void {
    this.#holds.set(opId, untilT)
  }

  holdOf(opId: string): number {
    return this.#holds.get(opId) ?? 0
  }

  isOurs(messageId: string): boolean {
    return this.server.opOf(messageId) !== undefined
  }

  accepted(op: Op, holdMs: number): void {
    this.ledger.accepted(op)
    if (holdMs > 0) this.setHold(op.id, this.agenda.t + holdMs)
  }
}
