import type { Intent } from '../db/op.ts'
import type { OutboxEntry } from '../db/outbox-queries.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { intentWords } from '../words/intent.ts'

/** A name is listened to from beginning to end: of a message this many characters are enough. */
const MAX_WORDS_LENGTH = 120

/** "Message to Ana, Not sent: …, I can move it to Friday". */
export function entryName({ op, conversation }: OutboxEntry, stateWords: string): string {
  const words = op.intent.kind === 'send' ? harmlessLine(op.intent.content.slice(0, MAX_WORDS_LENGTH)) : null
  const what = `${intentWords(op.intent)}${linkWords(op.intent.kind)}${harmlessLine(conversation.name)}`
  return [what, stateWords, words].filter((part) => part !== null).join(', ')
}

/** Between what it is and whose: a message goes to somebody, a conversation is begun with somebody. */
export function linkWords(kind: Intent['kind']): string {
  return kind === 'send' ? ' to ' : kind === 'create' ? ' with ' : ' · '
}
