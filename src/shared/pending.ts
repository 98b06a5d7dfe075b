import { writeNumber } from './region/locale.ts'

/** How much was said and is not at the server yet, by kind. */
export type Pending = { readonly messages: number; readonly conversations: number; readonly changes: number }

/** All that is unsent: what goes out by itself, and what waits for a person. */
export type Unsent = { readonly waiting: Pending; readonly asking: Pending }

export const NOTHING_PENDING: Pending = { messages: 0, conversations: 0, changes: 0 }

export function addPending(one: Pending, other: Pending): Pending {
  return {
    messages: one.messages + other.messages,
    conversations: one.conversations + other.conversations,
    changes: one.changes + other.changes,
  }
}

export function countPending({ messages, conversations, changes }: Pending): number {
  return messages + conversations + changes
}

/** "2 messages, 1 new conversation and 3 changes"; empty when there is nothing. */
export function pendingWords({ messages, conversations, changes }: Pending): string {
  const parts = [
    countWords(messages, 'message'),
    countWords(conversations, 'new conversation'),
    countWords(changes, 'change'),
  ].filter((part) => part !== null)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function countWords(count: number, noun: string): string | null {
  if (count === 0) return null
  return count === 1 ? `1 ${noun}` : `${writeNumber(count)} ${noun}s`
}
