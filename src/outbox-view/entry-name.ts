import type { Intent } from '../db/op.ts'
import type { OutboxEntry } from '../db/outbox-queries.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { intentWords } from '../words/intent.ts'

/** Characters of a message in the accessible name. Screen readers read the whole name, so it must be short. */
const MAX_TEXT_LENGTH = 120

/** The accessible name: "Message to Ana, Not sent: …, I can move it to Friday". */
export function entryName({ op, conversation }: OutboxEntry, stateText: string): string {
  const message = op.intent.kind === 'send' ? harmlessLine(op.intent.content.slice(0, MAX_TEXT_LENGTH)) : null
  const what = `${intentWords(op.intent)}${linkWords(op.intent.kind)}${harmlessLine(conversation.name)}`
  return [what, stateText, message].filter((part) => part !== null).join(', ')
}

/** Joins the kind of op and the customer: "Message to Ana", "New conversation with Ana", "Resolve · Ana". */
export function linkWords(kind: Intent['kind']): string {
  return kind === 'send' ? ' to ' : kind === 'create' ? ' with ' : ' · '
}
