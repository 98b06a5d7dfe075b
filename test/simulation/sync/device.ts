import { mergePage, mergeThread } from '../../../src/db/cache.ts'
import { serverIdOf } from '../../../src/db/local-id.ts'
import type { ConversationRow, ThreadRow } from '../../../src/db/rows.ts'
import type { ServerId } from '../../../src/db/server-ids.ts'
import type { RequestTiming, Merged } from '../../../src/db/merge.ts'
import type { SyncMemory } from '../../../src/db/sync-memory.ts'
import type { Conversation, ConversationDetail } from '../../../src/shared/model.ts'
import type { SweepKind } from '../../../src/sync/state.ts'

/** The device's disk, in memory: what survives a crash. It merges as the app does, with the same functions. */
export class Device {
  readonly rows = new Map<string, ConversationRow>()
  readonly threads = new Map<string, ThreadRow>()
  /** Conversations with words being written. */
  readonly drafts = new Set<string>()
  memory: SyncMemory = { offset: null, sweptAt: null, newsSince: null }
  readonly #localOf = new Map<string, string>()

  applyPage(conversations: readonly Conversation[], asked: RequestTiming): readonly Merged[] {
    const known = new Map<string, ConversationRow>()
    for (const { id } of conversations) {
      const row = this.rows.get(this.localIdOf(id))
      if (row !== undefined) known.set(id, row)
    }
    const merged = mergePage(known, conversations, asked)
    for (const { after } of merged) this.rows.set(after.id, after)
    return merged
  }

  applyThread(conversationId: string, detail: ConversationDetail, asked: RequestTiming): void {
    const row = this.rows.get(conversationId)
    const cached = this.threads.get(conversationId)
    const { after, messages } = mergeThread({ conversationId, row, cached, detail, timing: asked }, [])
    this.rows.set(conversationId, after)
    if (messages !== null) this.threads.set(conversationId, { conversationId, messages, readAt: asked.now })
  }

  remove(conversationId: string): boolean {
    if (this.drafts.has(conversationId)) return false
    this.threads.delete(conversationId)
    return this.rows.delete(conversationId)
  }

  adopt(conversationId: string, serverId: string): void {
    const row = this.rows.get(conversationId)
    if (row === undefined) return
    if (conversationId === serverId) {
      const { serverId: _, ...asAtFirst } = row
      this.rows.set(conversationId, asAtFirst)
      return
    }
    this.rows.set(conversationId, { ...row, ...this.rows.get(serverId), id: conversationId, serverId })
    this.rows.delete(serverId)
    this.threads.delete(serverId)
    if (this.drafts.delete(serverId)) this.drafts.add(conversationId)
    this.#localOf.set(serverId, conversationId)
  }

  /** The id under which the server's conversation is kept here. */
  localIdOf(serverId: string): string {
    const local = this.#localOf.get(serverId)
    return local !== undefined && this.rows.get(local)?.serverId === serverId ? local : serverId
  }

  serverIds(): readonly string[] {
    return this.list('all').map((one) => one.serverId)
  }

  list(which: SweepKind): readonly ServerId[] {
    const listed: ServerId[] = []
    for (const row of this.rows.values()) {
      const serverId = serverIdOf(row.id, row)
      if (serverId !== null && (which === 'all' || row.status === 'open'))
        listed.push({ conversationId: row.id, serverId })
    }
    return listed
  }

  unread(tried: ReadonlySet<string>): readonly string[] {
    return [...this.rows.values()].filter((row) => row.newest === undefined && !tried.has(row.id)).map((row) => row.id)
  }
}
