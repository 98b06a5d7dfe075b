import type { CacheExtent, CachedThread } from '../db/cached-threads.ts'
import type { ThreadItem } from '../db/overlay.ts'
import { senderWords } from '../words/sender.ts'

/** A thread as it leaves the app: what the server said, with what waits to go out behind it. */
export type ExportedThread = {
  /** The local id, which for most is the server's. */
  readonly conversationId: string
  readonly customerName: string
  readonly customerPhone: string | null
  readonly customerEmail: string | null
  readonly channel: string
  readonly status: string
  readonly subject: string | null
  readonly tags: readonly string[]
  /** How much of it was on the device. */
  readonly held: CacheExtent
  readonly messages: readonly ExportedMessage[]
}

export type ExportedMessage = {
  readonly id: string
  /** Epoch ms; null when the server gave no time. */
  readonly at: number | null
  /** As the person knows them: "You", "Assistant", the customer's name. */
  readonly from: string
  /** The server's word, or `assistant` for one of ours. */
  readonly sender: string
  readonly content: string
  /** False for one that the server does not have yet. */
  readonly isSent: boolean
}

export function exportThread({ conversation, items, held }: CachedThread): ExportedThread {
  const { id, name, customerPhone, customerEmail, channel, status, subject, tags } = conversation
  return {
    ...{ conversationId: id, customerName: name, customerPhone, customerEmail, channel, status, subject, tags, held },
    messages: items.map((item) => exportMessage(item, name)),
  }
}

function exportMessage(item: ThreadItem, customerName: string): ExportedMessage {
  const { key, at, sender, content, echo } = item
  return { id: key, at, from: senderWords(item, customerName), sender, content, isSent: echo === null }
}

/** ISO 8601 in UTC; empty for a time that is not known or is none. */
export function isoTime(at: number | null): string {
  return at === null || Number.isNaN(new Date(at).getTime()) ? '' : new Date(at).toISOString()
}
