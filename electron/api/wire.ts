import { createHash } from 'node:crypto'
import { z } from 'zod'
import type {
  Conversation,
  ConversationDetail,
  ConversationPage,
  Message,
  SentMessage,
} from '../../src/shared/model.ts'
import { saneLabel, saneTags, saneTime, type TimeRange, timeRangeAt } from '../../src/shared/sane-values.ts'
import { toWellFormed } from '../../src/shared/text/visible-text.ts'

/**
 * Parses responses tolerantly. A documented field that is missing, null or of the wrong type is absent from the result. Unknown
 * fields are ignored. Only an id is required. Every value that leaves this file follows the rules of sane-values.ts.
 */

/** Unchanged, because the server identifies the conversation by this id. */
const id = z.union([z.string().min(1), z.number().transform(String)])
const rawText = z.union([z.string(), z.number().transform(String)])
const text = rawText.transform(toWellFormed).nullish().catch(null)
const label = rawText.transform(saneLabel).nullish().catch(null)
const flag = z.boolean().nullish().catch(null)
const time = z.unknown().optional().transform(toEpochMs)
const tags = z.array(z.unknown()).transform(saneTags).nullish().catch(null)

const conversationOnWire = z.object({
  id,
  customer_id: text,
  customer_name: label,
  customer_email: label,
  customer_phone: label,
  channel: text,
  status: text,
  subject: label,
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

/** The data of a successful response; undefined when the response does not report success. */
export function readEnvelope(body: unknown): unknown {
  const read = envelope.safeParse(body)
  return read.success ? read.data.data : undefined
}

/**
 * Null without an id, which every other call needs. `now`, here and below, is epoch ms. A time more than a day after it is
 * ignored.
 */
export function readConversation(data: unknown, now: number = Date.now()): Conversation | null {
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
    timestamp: saneTime(timestamp, timeRangeAt(now)),
  })
}

/** Unreadable rows are dropped and counted, so that the caller knows how many rows the page had. */
export function readRows(data: unknown, now: number = Date.now()): Omit<ConversationPage, 'serverAt'> | null {
  if (!Array.isArray(data)) return null
  const conversations = data.map((row) => readConversation(row, now)).filter((row) => row !== null)
  const unreadableRows = data.length - conversations.length
  return { conversations, ...(unreadableRows === 0 ? {} : { unreadableRows }) }
}

export function readDetail(data: unknown, now: number = Date.now()): Omit<ConversationDetail, 'serverAt'> | null {
  const conversation = readConversation(data, now)
  const read = detailOnWire.safeParse(data)
  if (conversation === null || !read.success) return null
  const messages = read.data.messages ?? null
  const range = timeRangeAt(now)
  return { conversation, messages: messages === null ? null : readMessages(conversation.id, messages, range) }
}

export function readSentMessage(data: unknown, now: number = Date.now()): SentMessage | null {
  const read = sentOnWire.safeParse(data)
  if (!read.success) return null
  const { message_id: messageId, content, sender, timestamp } = read.data
  return withoutBlanks({ messageId, content, sender, sentAt: saneTime(timestamp, timeRangeAt(now)) })
}

/** Oldest first. Entries that are not objects are left out. */
function readMessages(conversationId: string, rows: readonly unknown[], range: TimeRange): readonly Message[] {
  const known = rows.flatMap((row) => {
    const read = messageOnWire.safeParse(row)
    if (!read.success) return []
    const { sender, content, timestamp: rawSentAt } = read.data
    const message = { sender: sender ?? 'unknown', content: content ?? '', sentAt: saneTime(rawSentAt, range) }
    return [{ id: read.data.id ?? null, rawSentAt, message }]
  })
  return withIds(conversationId, isNewestFirst(known) ? [...known].reverse() : known)
}

type Unnamed = {
  readonly id: string | null
  /** As the server sent it, plausible or not. A time that is rejected today may be accepted tomorrow, and the id must not change. */
  readonly rawSentAt: number | null
  readonly message: Omit<Message, 'id'>
}

/**
 * A message without an id gets one from its content and from the number of equal messages before it, so that the next read gives
 * the same id.
 */
function withIds(conversationId: string, messages: readonly Unnamed[]): readonly Message[] {
  const counts = new Map<string, number>()
  return messages.map(({ id: given, rawSentAt, message }) => {
    if (given !== null) return { id: given, ...message }
    const content = JSON.stringify([conversationId, message.sender, rawSentAt, message.content])
    const count = counts.get(content) ?? 0
    counts.set(content, count + 1)
    const hash = createHash('sha256').update(`${content}#${count}`).digest('hex')
    return { id: `unnamed-${hash.slice(0, 24)}`, ...message }
  })
}

/** True when the plausible times decrease somewhere and increase nowhere. */
function isNewestFirst(messages: readonly Unnamed[]): boolean {
  const times = messages.flatMap(({ message }) => message.sentAt ?? [])
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  return steps.some((step) => step < 0) && steps.every((step) => step <= 0)
}

/** Tells seconds from ms: seconds since 1970 stay below this until the year 5138, and ms have been above it since 1973. */
const MIN_MS = 100_000_000_000

/** Epoch ms, or null. A time without a zone is read as UTC, because it is the server's and not this device's. */
function toEpochMs(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Math.round(Math.abs(value) < MIN_MS ? value * 1_000 : value) : null
  if (typeof value !== 'string') return null
  if (NUMBER.test(value)) return toEpochMs(Number(value))
  const instant = Date.parse(zoned(value) ?? '')
  return Number.isNaN(instant) ? null : instant
}

const NUMBER = /^\d{1,16}(?:\.\d{1,9})?$/
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
/** "Mon, 01 Jun 2026 12:00:00 GMT", "June 1, 2026". */
const WITH_MONTH = /(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const ZONE = /(?:[+-]\d\d:?\d\d|Z|UTC?|GMT|[ECMP][SD]T)(?: ?\([\w ]*\))?$/i

/**
 * The text with a zone, in a form that every engine parses the same way; null for other texts. `Date.parse` accepts nearly
 * everything: it reads "1" as 1 January 2001, and 01.06. as 6 January.
 */
function zoned(text: string): string | null {
  const [, day, clock, fraction, zone = 'Z'] = ISO.exec(text) ?? []
  if (day !== undefined) {
    const offset = zone
      .toUpperCase()
      .replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`)
    return clock === undefined ? day : `${day}T${clock}${fraction === undefined ? '' : `.${fraction}`}${offset}`
  }
  if (text.length > 64 || !WITH_MONTH.test(text)) return null
  return ZONE.test(text) ? text : `${text} UTC`
}

type WithoutBlanks<T> = { [K in keyof T as undefined extends T[K] ? never : null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : null extends T[K] ? K : never]?: NonNullable<T[K]>
}

/** Leaves out fields without a value, so that spreading a newer response over an older one erases nothing. */
function withoutBlanks<T extends object>(fields: T): WithoutBlanks<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutBlanks<T>
}
