import type { Intent, Op } from '../../src/db/op.ts'
import { newOp, effectiveFields } from '../../src/outbox/accept.ts'
import { type ChangeIntent, coalesce } from '../../src/outbox/engine/coalesce.ts'
import { lastSeenMessage } from '../../src/outbox/engine/guard.ts'
import { type Act, actsOn, retryChange, sendAnywayChange, sendNowChange } from '../../src/outbox/decisions.ts'
import type { World } from './world.ts'

/** The user's commands, in the same transactions as in the app, on the simulated store. */
export class SimPerson {
  #ids = 0
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  send(conversationId: string, content: string, holdMs: number): void {
    const { store } = this.#world
    const seen = lastSeenMessage(store.threads.get(conversationId)?.messages ?? [])
    this.#commit(conversationId, () => {
      store.drafts.delete(conversationId)
      return [this.#accept(conversationId, { kind: 'send', content, ...seen }, holdMs)]
    })
  }

  startConversation(customerPhone: string, content: string, holdMs: number): string {
    this.#ids += 1
    const conversationId = `local-00000000-0000-0000-0000-${String(this.#ids).padStart(12, '0')}`
    this.#commit(conversationId, () => [
      this.#accept(conversationId, { kind: 'create', channel: 'sms', customerPhone }, 0),
      this.#accept(conversationId, { kind: 'send', content, seenMessageId: null }, holdMs),
    ])
    return conversationId
  }

  change(conversationId: string, wanted: ChangeIntent): void {
    const { store, ledger, defects } = this.#world
    this.#commit(conversationId, () => {
      const ops = store.opsOf(conversationId)
      const current = effectiveFields(store.rows.get(conversationId), ops, this.#world.wallAt())
      const { absorbed, intents } = (defects.coalesce ?? coalesce)(ops, current, wanted)
      this.#checkAbsorbed(absorbed)
      for (const op of absorbed) store.remove(op.seq)
      // The new change has a fact of its own, because it is merged with the others before it becomes a row.
      const wantedId = this.#addFact(conversationId, wanted)
      for (const id of [...absorbed.map((op) => op.id), wantedId]) {
        const fact = ledger.facts.get(id)
        if (fact !== undefined) fact.fate = intents.length === 0 ? 'withdrawn' : 'absorbed'
      }
      return intents.map((intent) => this.#accept(conversationId, intent, 0))
    })
  }

  #checkAbsorbed(absorbed: readonly Op[]): void {
    const { ledger } = this.#world
    for (const op of absorbed) {
      const isUntried = ledger.facts.get(op.id)?.calls.every((call) => call.outcome === 'clear') !== false
      ledger.check(
        'I10',
        isUntried && (op.intent.kind === 'patch' || op.intent.kind === 'close'),
        () => `${op.id} was tried, and merged with another`,
      )
    }
  }

  /** Runs the act if the op's state allows it. Returns whether it ran. */
  act(op: Op, act: Act): boolean {
    const { store, ledger, agenda, defects } = this.#world
    const current = store.ops.find((one) => one.seq === op.seq)
    if (
      current === undefined ||
      !(actsOn(current).includes(act) || (defects.ignoresState === true && act === 'discard'))
    )
      return false
    const fact = ledger.facts.get(op.id)
    ledger.note(`${op.seq} ${act}`)
    this.#commit(current.conversationId, () => {
      if (act === 'retry') {
        if (current.state === 'failed' && fact !== undefined)
          Object.assign(fact, { confirmedT: agenda.t, retries: fact.retries + 1 })
        store.change(current, retryChange(current, this.#world.wallAt()))
      } else if (act === 'send anyway') {
        if (fact !== undefined) Object.assign(fact, { confirmedT: agenda.t, resends: fact.resends + 1 })
        const seen = store.threads.get(current.conversationId)?.messages ?? []
        store.change(current, sendAnywayChange(current, seen, this.#world.wallAt()))
      } else if (act === 'send now') {
        this.#world.setHold(current.id, agenda.t)
        store.change(current, sendNowChange(current))
      } else this.#remove(current, act)
      return []
    })
    return true
  }

  #remove(op: Op, act: Act): void {
    const { store, ledger } = this.#world
    if ((act === 'edit' || act === 'undo') && op.intent.kind === 'send')
      store.drafts.set(op.conversationId, op.intent.content)
    const removed = op.intent.kind === 'create' ? store.opsOf(op.conversationId) : [op]
    for (const one of removed) {
      store.remove(one.seq)
      ledger.countMove(one.state, 'gone')
      ledger.check(
        'I16',
        one.state !== 'sending' && one.state !== 'uncertain',
        () => `${one.id} is taken back while it is ${one.state}`,
      )
      const fact = ledger.facts.get(one.id)
      if (fact === undefined) continue
      fact.fate = act === 'it was delivered' ? 'delivered' : 'cancelled'
      fact.isCleanCancel = fact.calls.every((call) => call.outcome === 'clear') && act !== 'it was delivered'
      ledger.check('I16', !fact.isCleanCancel || fact.applied === 0, () => `${one.id} was cancelled, and is applied`)
    }
  }

  #accept(conversationId: string, intent: Intent, holdMs: number): Op {
    const { store, random } = this.#world
    this.#ids += 1
    const workspaceId = random.chance(0.02) ? 'other' : random.chance(0.5) ? 'w' : null
    const op = store.add(
      newOp({ id: `op${this.#ids}`, workspaceId, conversationId, intent, holdMs, now: this.#world.wallAt() }),
    )
    this.#world.accepted(op, holdMs)
    return op
  }

  /** Records a change that never becomes a row itself. */
  #addFact(conversationId: string, intent: Intent): string {
    this.#ids += 1
    const id = `change${this.#ids}`
    const op = newOp({ id, workspaceId: 'w', conversationId, intent, holdMs: 0, now: this.#world.wallAt() })
    this.#world.ledger.accepted({ ...op, seq: 0 })
    return id
  }

  /** One transaction. When the disk is full it changes nothing. The op is shown as queued only after it. */
  #commit(conversationId: string, run: () => readonly Op[]): void {
    const { store, ledger, defects } = this.#world
    if (this.#world.isDiskFull) {
      const before = store.ops
      if (defects.acknowledgesEarly === true) this.#checkShown(run())
      store.ops = defects.acknowledgesEarly === true ? before : store.ops
      ledger.check('I18', store.ops === before, () => 'earlier data is gone')
      if (defects.acknowledgesEarly === true) store.onCommit(conversationId)
      return
    }
    const added = run()
    store.onCommit(conversationId)
    this.#checkShown(added)
  }

  #checkShown(ops: readonly Op[]): void {
    const { store, ledger } = this.#world
    const isStored = (op: Op): boolean => store.ops.some((one) => one.id === op.id) && !this.#world.isDiskFull
    ledger.check('I18', ops.every(isStored), () => 'shown as queued, and not in the store')
  }
}
