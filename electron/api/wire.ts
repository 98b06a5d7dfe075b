import { createHash } from 'node:crypto'
import { z } from 'zod'
import type {
  Conversation,
  ConversationDetail,
  ConversationPage,
  Message,
  SentMessage,
} from '../../src/shared/model.ts'

/**
 * What the server may say, read with patience: any documented field may be missing, null or of the
 * wrong type, and is then simply absent; unknown fields are ignored. Only an id is insisted on.
 */

const id = z.union([z.string().min(1), z.number().transform(String)])
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
const flag = z.boolean().nullish().catch(null)
const time = z.unknown().optional().transform(instantOf)
const tags = z.array(z.unknown()).transform(listTags).nullish().catch(null)

const conversationOnWire = z.object({
  id,
  customer_id: text,
  customer_name: text,
  customer_email: text,
  customer_phone: text,
  channel: text,
  status: text,
  subject: text,
  last_message: text,
  timestamp: time,
  unread: flag,
  tags,
})

const detailOnWire = conversationOnWire.extend({ messages: z.array(z.unknown()).nullish().catch(null) })

const messageOnWire = z.object({
  id: id.nullish().catch(null),
  sender: text,
  content: text,
  timestamp: time,
})

const sentOnWire = z.object({ message_id: id, content: text, sender: text, timestamp: time })

const envelope = z.object({ success: z.literal(true), data: z.unknown() })

/** What a successful answer holds; undefined when it does not call itself one. */
export function readEnvelope(body: unknown): unknown {
  const read = envelope.safeParse(body)
  return read.success ? read.data.data : undefined
}

/** Null without an id: there is nothing to know it by. */
export function readConversation(data: unknown): Conversation | null {
  const read = conversationOnWire.safeParse(data)
  if (!read.success) return null
  const { customer_id, customer_name, customer_email, customer_phone, last_message, timestamp, ...same } = read.data
  return withoutBlanks({
    ...same,
    customerId: customer_id,
    customerName: customer_name,
    customerEmail: customer_email,
    customerPhone: customer_phone,
    lastMessage: last_message,
    timestamp,
  })
}

/** Bad rows are dropped one by one, and counted: a page must not look shorter than it was. */
export function readRows(data: unknown): Omit<ConversationPage, 'serverAt'> | null {
  if (!Array.isArray(data)) return null
  const conversations = data.map(readConversation).filter((row) => row !== null)
  const unreadableRows = data.length - conversations.length
  return { conversations, ...(unreadableRows === 0 ? {} : { unreadableRows }) }
}

export function readDetail(data: unknown): Omit<ConversationDetail, 'serverAt'> | null {
  const conversation = readConversation(data)
  const read = detailOnWire.safeParse(data)
  if (conversation === null || !read.success) return null
  const messages = read.data.messages ?? null
  return { conversation, messages: messages === null ? null : readMessages(conversation.id, messages) }
}

export function readSentMessage(data: unknown): SentMessage | null {
  const read = sentOnWire.safeParse(data)
  if (!read.success) return null
  const { message_id: messageId, content, sender, timestamp: sentAt } = read.data
  return withoutBlanks({ messageId, content, sender, sentAt })
}

/** Oldest first; whatever is no object is left out. */
function readMessages(conversationId: string, rows: readonly unknown[]): readonly Message[] {
  const known = rows.flatMap((row) => {
    const read = messageOnWire.safeParse(row)
    if (!read.success) return []
    const { sender, content, timestamp } = read.data
    return [{ id: read.data.id ?? null, sender: sender ?? 'unknown', content: content ?? '', sentAt: timestamp }]
  })
  return withIds(conversationId, isNewestFirst(known) ? [...known].reverse() : known)
}

type Unnamed = Omit<Message, 'id'> & { readonly id: string | null }

/**
 * A message without an id gets one made of what it says and of how many like it came before, so that
 * it is the same message at the next reading.
 */
function withIds(conversationId: string, messages: readonly Unnamed[]): readonly Message[] {
  const seen = new Map<string, number>()
  return messages.map(({ id: given, ...message }) => {
    if (given !== null) return { id: given, ...message }
    const words = JSON.stringify([conversationId, message.sender, message.sentAt, message.content])
    const like = seen.get(words) ?? 0
    seen.set(words, like + 1)
    return { id: `unnamed-${createHash('sha256').update(`${words}#${like}`).digest('hex').slice(0, 24)}`, ...message }
  })
}

/** True only when every time can be read and they run strictly backwards somewhere and never forwards. */
function isNewestFirst(messages: readonly Unnamed[]): boolean {
  let falls = false
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]?.sentAt
    if (message.sentAt === null) return false
    if (before === undefined || before === null || before === message.sentAt) continue
    if (before < message.sentAt) return false
    falls = true
  }
  return falls
}

/** Seconds since 1970 stay below this until the year 5138; ms have been above it since 1973. */
const LEAST_MS = 100_000_000_000

/** Epoch ms, or null. A time without a zone is the server's, so it is read as UTC, never as this device's. */
function instantOf(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Math.round(Math.abs(value) < LEAST_MS ? value * 1_000 : value) : null
  if (typeof value !== 'string') return null
  const isUnzoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?$/.test(value)
  const instant = Date.parse(isUnzoned ? `${value.replace(' ', 'T').replace(',', '.')}Z` : value)
  return Number.isNaN(instant) ? null : instant
}

function listTags(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}

type Blank<T> = { [K in keyof T as undefined extends T[K] ? never : null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : null extends T[K] ? K : never]?: NonNullable<T[K]>
}

/** A field that was not said is left out, so that spreading a newer answer over an older one erases nothing. */
function withoutBlanks<T extends object>(fields: T): Blank<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Blank<T>
}
