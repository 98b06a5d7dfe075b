import type { ConversationSummary } from '../db/overlay.ts'
import { text, type TextId } from '../strings/text.ts'

type Mark = Exclude<ConversationSummary['outboxMark'], 'none'>

const LABELS = {
  waiting: 'words.mark.waiting',
  asking: 'words.mark.asking',
  failed: 'words.mark.failed',
} as const satisfies Record<Mark, TextId>

export function outboxMarkLabel(mark: Mark): string {
  return text(LABELS[mark])
}
