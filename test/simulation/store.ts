import { withUnsettled } from '../../src/db/cache.ts'
import type { ConversationRow } from '../../src/db/rows.ts'
import { serverIdOf } from '../../src/db/local-id.ts'
import type { Op } from '../../src/db/op.ts'
import type { OpFacts, OpChange, Proof } from '../../src/outbox/engine/state.ts'
import type { ConversationDetail, Message } from '../../src/shared/model.ts'
import type { Ledger } from './ledger.ts'

type Thread = { readonly messages: readonly Message[]; readonly readAt: number }
/** The longest lag of reads, ms. Until it is over, acknowledged messages stay on screen. */
const SETTLE_MS = 120_000

/** Defects of the store that the invariants must notice. */
export type StoreDefects = {
  readonly ignoresRevision?: boolean
  readonly ignoresHead?: boolean
  readonly forgetsClaims?: boolean
  readonly putsBack?: boolean
  readonly deletesRefused?: boolean
  readonly keepsSettled?: boolean
  readonly losesThread?: boolean
}

/** The database. Every call is one transaction, and committed data survives every crash. */
export class SimStore {
  ops: Op[] = []
  readonly claims = new Map<string, { readonly opId: string; readonly conversationId: string }>()
  readonly rows = new Map<string, ConversationRow>()
  readonly threads = new Map<string, Thread>()
  readonly drafts = new Map<string, string>()
  isRewriting = false
  onUncertain: 'resend' | 'ask' = 'resend'
  onCommit: (conversationId: string) => void = () => {}
  #seqs = 0
  readonly #ledger: Ledger
  readonly #defects: StoreDefects

  constructor(ledger: Ledger, defects: StoreDefects) {
    this.#ledger = ledger
    this.#defects = defects
  }

  add(op: Omit<Op, 'seq'>): Op {
    this.#seqs += 1
    const row = { ...op, seq: this.#seqs }
    this.ops = [...this.ops, row]
    return row
  }

  remove(seq: number): void {
    this.ops = this.ops.filter((op) => op.seq !== seq)
  }

  opsOf(conversationId: string): readonly Op[] {
    return this.ops.filter((op) => op.conversationId === conversationId)
  }

  claimedIds(conversationId: string): readonly string[] {
    return [...this.claims].flatMap(([id, claim]) => (claim.conversationId === conversationId ? [id] : []))
  }

  readFacts(op: Op): OpFacts | null {
    const current = this.ops.find((one) => one.seq === op.seq)
    if (current === undefined) return null
    const { conversationId, intent } = current
    const row = this.rows.get(conversationId)
    const known = [...this.rows.values()].filter(
      (one) => intent.kind === 'create' && one.customerPhone === intent.customerPhone,
    )
    return {
      op: current,
      serverId: serverIdOf(conversationId, row),
      row: row ?? null,
      thread: this.threads.get(conversationId) ?? null,
      claimedIds: this.claimedIds(conversationId),
      knownIds: known.map((one) => one.serverId ?? one.id),
      onUncertain: this.onUncertain,
      isRewriting: this.isRewriting,
    }
  }

  writeIf(op: Op, change: OpChange, asHead: boolean): boolean {
    const current = this.ops.find((one) => one.seq === op.seq)
    if (current === undefined && this.#defects.putsBack === true) {
      this.ops = [...this.ops, { ...op, ...change }].toSorted((a, b) => a.seq - b.seq)
      return true
    }
    const isHead =
      this.#defects.ignoresHead === true ||
      this.ops.find((one) => one.conversationId === op.conversationId)?.seq === op.seq
    const isSame = current !== undefined && (this.#defects.ignoresRevision === true || current.revision === op.revision)
    if (current === undefined || !isSame || (asHead && !isHead)) return false
    this.change(current, change)
    return true
  }

  change(current: Op, change: OpChange): void {
    const next: Op = { ...current, ...change, revision: current.revision + 1 }
    this.#ledger.moved(current, next)
    if (next.state === 'failed' && this.#defects.deletesRefused === true) return this.remove(current.seq)
    this.ops = this.ops.map((one) => (one.seq === current.seq ? next : one))
  }

  settle(op: Op, proof: Proof, isRewriting: boolean, at: number): void {
    const { conversationId } = op
    this.isRewriting ||= isRewriting
    this.#ledger.settled(op, proof, this.claims)
    if (proof.kind === 'send') this.#settleSend(op, proof.message, at)
    else if (proof.kind === 'create') {
      const { id: serverId, ...fields } = proof.conversation
      this.rows.delete(serverId)
      this.rows.set(conversationId, {
        newest: null,
        ...fields,
        id: conversationId,
        serverId,
        activityAt: at,
        touchedAt: at,
      })
      this.threads.set(conversationId, { messages: [], readAt: at, ...this.threads.get(conversationId) })
    } else {
      const row = this.rows.get(conversationId)
      const { id: _, ...fields } = proof.conversation
      if (row !== undefined) this.rows.set(conversationId, { ...row, ...fields, touchedAt: at })
    }
    if (this.#defects.keepsSettled !== true) this.remove(op.seq)
  }

  #settleSend(op: Op, message: Message, at: number): void {
    const { conversationId } = op
    if (!this.claims.has(message.id) && this.#defects.forgetsClaims !== true)
      this.claims.set(message.id, { opId: op.id, conversationId })
    const thread = this.threads.get(conversationId)
    if (
      thread !== undefined &&
      !thread.messages.some((one) => one.id === message.id) &&
      this.#defects.losesThread !== true
    ) {
      this.threads.set(conversationId, { ...thread, messages: [...thread.messages, message] })
    }
    const row = this.rows.get(conversationId)
    if (row !== undefined) this.rows.set(conversationId, { ...row, touchedAt: at })
  }

  /** Merges a read into the cache, as src/db/cache.ts does. */
  applyThread(conversationId: string, detail: ConversationDetail, askedAt: number, at: number): void {
    const row = this.rows.get(conversationId)
    if (row === undefined || (row.touchedAt !== undefined && row.touchedAt >= askedAt && row.touchedAt <= at)) return
    const { id: _, ...fields } = detail.conversation
    this.rows.set(conversationId, { ...row, ...fields })
    if (detail.messages === null) return
    const cached = this.threads.get(conversationId)
    const isSettling = row.touchedAt !== undefined && Math.abs(at - row.touchedAt) < SETTLE_MS
    const claimed = new Set(this.claimedIds(conversationId))
    const messages = isSettling
      ? withUnsettled(detail.messages, cached === undefined ? undefined : { conversationId, ...cached }, claimed)
      : detail.messages
    this.threads.set(conversationId, { messages, readAt: at })
  }
}
