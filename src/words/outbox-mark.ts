import type { ConversationSummary } from '../db/overlay.ts'

const LABELS: Readonly<Record<Exclude<ConversationSummary['outboxMark'], 'none'>, string>> = {
  waiting: 'Queued',
  asking: 'Needs attention',
  failed: 'Not sent',
}

export function outboxMarkLabel(mark: Exclude<ConversationSummary['outboxMark'], 'none'>): string {
  return LABELS[mark]
}
