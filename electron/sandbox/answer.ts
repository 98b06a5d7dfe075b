import type { ConversationChange, NewConversation } from './account.ts'
import type { Behaviour } from './behaviour.ts'
import type { SandboxConversation, SandboxMessage } from './conversation.ts'

/** Contains only the fields of the documented examples. Unknown values are left out. */
export type SandboxAnswer = Readonly<Record<string, unknown>>

export function listRow(conversation: SandboxConversation, { timestamp }: Behaviour): SandboxAnswer {
  const last = conversation.thread.read().at(-1)
  return {
    id: conversation.id,
    customer_id: conversation.customer.id,
    customer_name: conversation.customer.name,
    customer_email: conversation.customer.email,
    customer_phone: conversation.customer.phone,
    channel: conversation.channel,
    subject: conversation.subject,
    last_message: last?.content,
    timestamp: iso(timestamp === 'activity' ? conversation.activityAt : conversation.startedAt),
    status: conversation.status,
    unread: conversation.unread,
    tags: conversation.tags,
  }
}

/** As documented, the detail has the messages but no subject, last message, timestamp or unread. */
export function detail(conversation: SandboxConversation): SandboxAnswer {
  return {
    id: conversation.id,
    customer_id: conversation.customer.id,
    customer_name: conversation.customer.name,
    customer_email: conversation.customer.email,
    customer_phone: conversation.customer.phone,
    channel: conversation.channel,
    status: conversation.status,
    tags: conversation.tags,
    messages: conversation.thread
      .read()
      .map(({ id, sender, content, at }) => ({ id, sender, content, timestamp: iso(at) })),
  }
}

/** The contact details of the request, and the customer's current name. */
export function created(
  conversation: SandboxConversation,
  wanted: NewConversation,
  message: SandboxMessage | null,
): SandboxAnswer {
  return {
    id: conversation.id,
    customer_phone: wanted.phone,
    customer_email: wanted.email,
    customer_name: conversation.customer.name,
    channel: conversation.channel,
    status: conversation.status,
    message_id: message?.id,
  }
}

export function sent(conversation: SandboxConversation, { id, content, sender, at }: SandboxMessage): SandboxAnswer {
  return { message_id: id, conversation_id: conversation.id, content, sender, timestamp: iso(at) }
}

/** The current values of the fields in the request. */
export function updated(conversation: SandboxConversation, change: ConversationChange): SandboxAnswer {
  return {
    id: conversation.id,
    status: change.status && conversation.status,
    customer_name: change.name && conversation.customer.name,
    tags: change.tags && conversation.tags,
  }
}

export function closed(conversation: SandboxConversation, closedAt: number): SandboxAnswer {
  return { id: conversation.id, status: conversation.status, closed_at: iso(closedAt) }
}

/** In whole seconds, as in the documented examples. */
function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}
