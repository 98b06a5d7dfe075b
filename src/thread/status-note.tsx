import type { ConversationSummary } from '../db/overlay.ts'

const WORDS: Readonly<Record<string, string>> = {
  resolved: 'This conversation is resolved. You can still reply.',
  closed: 'This conversation is closed. You can still reply.',
}

/** So that nobody answers in a finished conversation without knowing it. */
export function StatusNote({ conversation }: { readonly conversation: ConversationSummary }) {
  const words = conversation.channel === 'voice' ? undefined : WORDS[conversation.status]
  return words === undefined ? null : <p className="px-3 pb-2 text-sm text-muted">{words}</p>
}
