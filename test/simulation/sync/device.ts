import { mergePage, mergeThread } from '../../../src/db/cache.ts'
import { serverIdOf } from '../../../src/db/local-id.ts'
import type { ConversationRow, ThreadRow } from '../../../src/db/rows.ts'
import type { ServerId } from '../../../src/db/server-ids.ts'
import type { RequestTiming, Merged } from '../../../src/db/merge.ts'
import type { SyncMemory } from '../../../src/db/sync-memory.ts'
import type { Conversation, ConversationDetail } from '../../../src/shared/model.ts'
import type { SweepKind } from '../../../src/sync/job.ts'

/** The device's disk, which survives a crash. It merges with the app's own functions. */
export class Device {
  readonly rows = new Map<string, ConversationRow>()
  readonly threads = new Map<string, ThreadRow>()
  /** Conversations with a draft. */
  readonly drafts = new Set<string>()
  memory: SyncMemory = { offset: null, sweptAt: null, newsSince: null }
  readonly #localOf = new Map<string, string>()

  applyPage(conversations: readonly Conversation[], timing: RequestTiming): readonly Merged[] {
    const known = new Map<string, ConversationRow>()
    for (const { id } of conversations) {
      const row = this.rows.get(this.localIdOf(id))
      if (row !== undefined) known.set(id, row)
    }
    const merged = mergePage(known, conversations, timing)
    for (const { after } of merged) this.rows.set(after.id, after)
    return merged
  }

  applyThread(conversationId: string, detail: ConversationDetail, timing: RequestTiming): void {
    const row = this.rows.get(conversationId)
    const cached = this.threads.get(conversationId)
    const { after, messages } = mergeThread({ conversationId, row, cached, detail, timing }, [])
    this.rows.set(conversationId, after)
    if (messages !== null) this.threads.set(conversationId, { conversationId, messages, readAt: timing.now })
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
      const { serverId: _, ...original } = row
      this.rows.set(conversationId, original)
      return
    }
    this.rows.set(conversationId, { ...row, ...this.rows.get(serverId), id: conversationId, serverId })
    this.rows.delete(serverId)
    this.threads.delete(serverId)
    if (this.drafts.delete(serverId)) this.drafts.add(conversationId)
    this.#localOf.set(serverId, conversationId)
  }

  /** The id under which this device stores the server's conversation. */
  localIdOf(serverId: string): string {
    const local = this.#localOf.get(serverId)
    return local !== undefined && this.rows.get(local)?.serverId === serverId ? local : serverId
  }

  serverIds(): readonly string[] {
    return this.list('all').map(({ serverId }) => serverId)
  }

  list(kind: SweepKind): readonly ServerId[] {
    const ids: ServerId[] = []
    for (const row of this.rows.values()) {
      const serverId = serverIdOf(row.id, row)
      if (serverId !== null && (kind === 'all' || row.status === 'open')) ids.push({ conversationId: row.id, serverId })
    }
    return ids
  }

  unread(): readonly string[] {
    return [...this.rows.values()].filter((row) => row.newest === undefined).map((row) => row.id)
  }
}
