import { listText } from '../shared/messages/list-text.ts'
import type { Pending } from '../shared/pending.ts'
import { text } from '../strings/text.ts'

/** "2 messages, 1 new conversation, and 3 changes"; empty when there is nothing. */
export function pendingWords({ messages, conversations, changes }: Pending): string {
  return listText([
    ...(messages === 0 ? [] : [text('words.pending.messages', { count: messages })]),
    ...(conversations === 0 ? [] : [text('words.pending.conversations', { count: conversations })]),
    ...(changes === 0 ? [] : [text('words.pending.changes', { count: changes })]),
  ])
}
