import { writeNumber } from './region/locale.ts'

/** Numbers of ops by kind. */
export type Pending = { readonly messages: number; readonly conversations: number; readonly changes: number }

/** All unsent ops: those that are sent automatically, and those that need the user. */
export type Unsent = { readonly waiting: Pending; readonly asking: Pending }

export const NOTHING_PENDING: Pending = { messages: 0, conversations: 0, changes: 0 }

export function addPending(a: Pending, b: Pending): Pending {
  return {
    messages: a.messages + b.messages,
    conversations: a.conversations + b.conversations,
    changes: a.changes + b.changes,
  }
}

export function countPending({ messages, conversations, changes }: Pending): number {
  return messages + conversations + changes
}

/** "2 messages, 1 new conversation and 3 changes"; empty when there is nothing. */
export function pendingWords({ messages, conversations, changes }: Pending): string {
  const parts = [
    countOf(messages, 'message'),
    countOf(conversations, 'new conversation'),
    countOf(changes, 'change'),
  ].filter((part) => part !== null)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function countOf(count: number, noun: string): string | null {
  if (count === 0) return null
  return count === 1 ? `1 ${noun}` : `${writeNumber(count)} ${noun}s`
}
