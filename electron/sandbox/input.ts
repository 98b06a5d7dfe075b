import { CHANNELS, STATUSES } from '../../src/shared/model.ts'
import type { ConversationChange, ConversationFilter, NewConversation } from './account.ts'
import { SENDERS, type MessageSender } from './conversation.ts'
import { invalid, missing, SandboxRefusal } from './refusal.ts'

const DEFAULT_LIMIT = 25
const MAX_LIMIT = 100

type Fields = Readonly<Record<string, unknown>>
export type PageRequest = { readonly filter: ConversationFilter; readonly limit: number; readonly offset: number }

export function readPageRequest(query: Readonly<Record<string, string>>): PageRequest {
  const filter: ConversationFilter = {}
  const channel = readEnum(query, 'channel', CHANNELS)
  const status = readEnum(query, 'status', STATUSES)
  if (channel) filter.channel = channel
  if (status) filter.status = status
  if (query['customer_id'] !== undefined) filter.customerId = query['customer_id']
  return {
    filter,
    limit: readCount(query, 'limit', { fallback: DEFAULT_LIMIT, min: 1, max: MAX_LIMIT }),
    offset: readCount(query, 'offset', { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER }),
  }
}

/** `message` is empty when the request has none. */
export function readNewConversation(body: unknown): NewConversation & { readonly message: string } {
  const fields = readFields(body)
  const channel = readEnum(fields, 'channel', CHANNELS)
  if (!channel) throw missing('channel')
  const phone = readText(fields, 'customer_phone')
  const email = readText(fields, 'customer_email')
  const name = readText(fields, 'customer_name')
  if (!phone && (channel === 'sms' || channel === 'voice')) throw missing('customer_phone')
  if (!email && channel === 'email') throw missing('customer_email')
  return {
    channel,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(name && { name }),
    message: readText(fields, 'message') ?? '',
  }
}

export function readNewMessage(body: unknown): { readonly content: string; readonly sender: MessageSender } {
  const fields = readFields(body)
  const content = readText(fields, 'content')
  if (!content) throw missing('content')
  return { content, sender: readEnum(fields, 'sender', SENDERS) ?? 'assistant' }
}

export function readChange(body: unknown): ConversationChange {
  const fields = readFields(body)
  const change: ConversationChange = {}
  const status = readEnum(fields, 'status', STATUSES)
  const name = readText(fields, 'customer_name')
  const tags = readTags(fields)
  if (status) change.status = status
  if (name) change.name = name
  if (tags) change.tags = tags
  return change
}

function readFields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SandboxRefusal(400, 'Request body must be a JSON object')
  }
  return body as Fields
}

/** Undefined for a missing field, for null, and for text that consists of spaces. */
function readText(fields: Fields, field: string): string | undefined {
  const value = fields[field] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw invalid(field, 'must be a string')
  return value?.trim() ? value : undefined
}

function readEnum<T extends string>(fields: Fields, field: string, values: readonly T[]): T | undefined {
  const value = fields[field] ?? undefined
  if (value === undefined) return undefined
  const known = values.find((known) => known === value)
  if (known === undefined) throw invalid(field, `must be one of ${values.join(', ')}`)
  return known
}

function readTags(fields: Fields): readonly string[] | undefined {
  const value: unknown = fields['tags'] ?? undefined
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((tag): tag is string => typeof tag === 'string')) {
    throw invalid('tags', 'must be a list of strings')
  }
  return value
}

function readCount(
  query: Readonly<Record<string, string>>,
  field: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = query[field]
  if (text === undefined) return fallback
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count >= min && count <= max) return count
  const range = max === MAX_LIMIT ? `from ${min} to ${max}` : `${min} or more`
  throw invalid(field, `must be a whole number, ${range}`)
}
