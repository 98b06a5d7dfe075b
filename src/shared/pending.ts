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
