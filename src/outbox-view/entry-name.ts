import type { OutboxEntry } from '../db/outbox-queries.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { intentWords } from '../words/intent.ts'
import { shownName } from '../words/shown-name.ts'

/** Characters of a message in the accessible name. Screen readers read the whole name, so it must be short. */
const MAX_TEXT_LENGTH = 120

/** "Message to Ana", "New conversation with Ana": what an op does and for whom. A change is named by `outbox.entry.change`. */
export const ENTRY_NAMES = {
  send: 'outbox.entry.send',
  create: 'outbox.entry.create',
  close: 'outbox.entry.close',
} as const

/** The accessible name: "Message to Ana, Not sent: …, I can move it to Friday". In All inboxes, it names the workspace. */
export function entryName(
  { op: { intent }, conversation }: OutboxEntry,
  stateText: string,
  workspaceName: string | null = null,
): string {
  const name = shownName(conversation.name)
  const what =
    intent.kind === 'patch'
      ? text('outbox.entry.change', { change: intentWords(intent), name })
      : text(ENTRY_NAMES[intent.kind], { name })
  const message = intent.kind === 'send' ? harmlessLine(intent.content.slice(0, MAX_TEXT_LENGTH)) : null
  const where = workspaceName === null ? null : text('words.inWorkspace', { name: workspaceName })
  return [what, where, stateText, message].filter((part) => part !== null).join(', ')
}
