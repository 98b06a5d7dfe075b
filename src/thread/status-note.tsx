import type { ConversationSummary } from '../db/overlay.ts'
import { text } from '../strings/text.ts'

const NOTES: Readonly<Record<string, string>> = {
  resolved: text('thread.resolvedNote'),
  closed: text('thread.closedNote'),
}

/** Tells the user that the conversation is resolved or closed before they reply. */
export function StatusNote({ conversation }: { readonly conversation: ConversationSummary }) {
  const note = conversation.channel === 'voice' ? undefined : NOTES[conversation.status]
  return note === undefined ? null : <p className="px-3 pb-2 text-sm text-muted">{note}</p>
}
