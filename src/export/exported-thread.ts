import type { CacheExtent, CachedThread } from '../db/cached-threads.ts'
import type { ThreadItem } from '../db/overlay.ts'
import { senderWords } from '../words/sender.ts'

/** A thread for export: the server's messages, then the unsent ones. */
export type ExportedThread = {
  /** The local id, usually the same as the server's. */
  readonly conversationId: string
  readonly customerName: string
  readonly customerPhone: string | null
  readonly customerEmail: string | null
  readonly channel: string
  readonly status: string
  readonly subject: string | null
  readonly tags: readonly string[]
  /** How much of the thread was on this device. */
  readonly held: CacheExtent
  readonly messages: readonly ExportedMessage[]
}

export type ExportedMessage = {
  readonly id: string
  /** Epoch ms; null when the server gave no time. */
  readonly at: number | null
  /** The display name: "You", "Assistant" or the customer's name. */
  readonly from: string
  /** The server's value, or `assistant` for one of our messages. */
  readonly sender: string
  readonly content: string
  /** False while the server does not have the message. */
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

/** ISO 8601 in UTC; empty for an unknown or invalid time. */
export function isoTime(at: number | null): string {
  return at === null || Number.isNaN(new Date(at).getTime()) ? '' : new Date(at).toISOString()
}
