import type { Op } from '../../src/db/op.ts'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { Conversation, ConversationDetail, Message } from '../../src/shared/model.ts'
import type { ServerAnswer } from '../../src/outbox/engine/state.ts'
import type { Profile } from './profile.ts'

/** Epoch ms of virtual time 0. */
export const EPOCH = 1_700_000_000_000

type Fields = {
  readonly t: number
  readonly status: string
  readonly customerName: string
  readonly tags: readonly string[]
  readonly isForeign: boolean
}
type KeptMessage = Message & { readonly t: number; readonly opId: string | null }
type Kept = {
  readonly id: string
  readonly channel: string
  readonly customerPhone: string
  readonly createdT: number
  /** Every earlier state of the fields, for lagging reads. */
  readonly versions: Fields[]
  readonly messages: KeptMessage[]
}

/** The server, which is the truth. It stores every change with its time, so that a read can lag. */
export class SimServer {
  readonly kept = new Map<string, Kept>()
  isKeyGood = true
  /** The server's clock minus true time, ms. */
  readonly skewMs: number
  readonly #profile: Profile
  readonly #onApplied: (op: Op, conversationId: string) => void
  readonly #ours = new Map<string, string>()
  #ids = 0

  constructor(profile: Profile, skewMs: number, onApplied: (op: Op, conversationId: string) => void) {
    this.#profile = profile
    this.skewMs = skewMs
    this.#onApplied = onApplied
  }

  clock(t: number): number {
    return EPOCH + t + this.skewMs
  }

  add(
    id: string,
    t: number,
    fields: { readonly channel: string; readonly customerPhone: string; readonly customerName: string },
  ): void {
    const { customerName, ...contact } = fields
    const first: Fields = { t, status: 'open', customerName, tags: [], isForeign: true }
    this.kept.set(id, { id, ...contact, createdT: t, versions: [first], messages: [] })
  }

  say(
    conversationId: string,
    t: number,
    message: { readonly sender: string; readonly content: string; readonly opId: string | null },
  ): string {
    const id = this.#nextId('msg')
    const content =
      message.opId !== null && this.#profile.isRewriting ? `${message.content} [sent by us]` : message.content
    if (message.opId !== null) this.#ours.set(id, message.opId)
    this.kept.get(conversationId)?.messages.push({ ...message, content, id, t, sentAt: this.clock(t) })
    return id
  }

  change(conversationId: string, t: number, fields: Partial<Fields>, isForeign: boolean): void {
    const kept = this.kept.get(conversationId)
    const last = kept?.versions.at(-1)
    if (last !== undefined) kept?.versions.push({ ...last, ...fields, t, isForeign })
  }

  /** Applies a mutation. */
  apply(op: Op, serverId: string | null, t: number): Result<ServerAnswer> {
    const { intent } = op
    const id = serverId ?? this.#nextId('conv')
    if (intent.kind === 'create') {
      this.add(id, t, { channel: intent.channel, customerPhone: intent.customerPhone ?? '', customerName: '' })
      this.#onApplied(op, id)
      return success({ kind: 'created', conversation: this.#row(id, t) })
    }
    if (!this.kept.has(id)) return failed({ kind: 'rejected', status: 404, words: 'Conversation not found' })
    this.#onApplied(op, id)
    if (intent.kind === 'send') {
      const messageId = this.say(id, t, { sender: 'assistant', content: intent.content, opId: op.id })
      const content = this.kept.get(id)?.messages.at(-1)?.content ?? ''
      return success({ kind: 'sent', sent: { messageId, content, sentAt: this.clock(t) } })
    }
    const { kind: _, base: __, ...fields } = intent.kind === 'close' ? { ...intent, status: 'closed' } : intent
    this.change(id, t, fields, false)
    return success({ kind: 'changed', conversation: { id, ...fields } as Conversation })
  }

  /** A read that shows the state of `lagMs` ago. */
  read(id: string, t: number, lagMs: number): Result<ConversationDetail> {
    const kept = this.kept.get(id)
    if (kept === undefined) return failed({ kind: 'rejected', status: 404, words: 'Conversation not found' })
    const shown = kept.messages.filter((message) => message.t <= t - lagMs || message.t < 0)
    const messages = this.#profile.isTruncating ? shown.slice(-3) : shown
    return success({ conversation: this.#row(id, t - lagMs), messages: messages.map(plain), serverAt: this.clock(t) })
  }

  list(
    channel: string,
    t: number,
    lagMs: number,
    order: (rows: Conversation[]) => Conversation[],
  ): readonly Conversation[] {
    const rows = [...this.kept.values()].filter((kept) => kept.channel === channel && kept.createdT <= t - lagMs)
    return order(rows.map((kept) => this.#row(kept.id, t - lagMs)))
  }

  /** The op that sent a message. */
  opOf(messageId: string): string | undefined {
    return this.#ours.get(messageId)
  }

  #row(id: string, t: number): Conversation {
    const kept = this.kept.get(id)
    if (kept === undefined) throw new Error(`no conversation ${id}`)
    const { status, customerName, tags } = kept.versions.findLast((version) => version.t <= t) ??
      kept.versions[0] ?? { status: 'open', customerName: '', tags: [] }
    return {
      id,
      channel: kept.channel,
      customerPhone: kept.customerPhone,
      timestamp: this.clock(kept.createdT),
      status,
      customerName,
      tags,
    }
  }

  #nextId(prefix: string): string {
    this.#ids += 1
    return `${prefix}_${this.#ids}`
  }
}

function plain({ id, sender, content, sentAt }: KeptMessage): Message {
  return { id, sender, content, sentAt }
}
