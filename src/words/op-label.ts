import type { Intent } from '../db/op.ts'
import type { ConversationState } from '../db/overlay.ts'
import { text, type TextId } from '../strings/text.ts'

/** The states of a message or change, as rows, threads and the outbox name them. */
const LABELS = {
  held: 'words.op.held',
  sending: 'words.op.sending',
  checking: 'words.op.checking',
  unsure: 'words.op.unsure',
  queued: 'words.op.queued',
  offline: 'words.op.offline',
  asking: 'words.op.asking',
} as const satisfies Record<string, TextId>

/** A state in a few words. What a longer status says after it depends on the op. */
export function opLabel(state: keyof typeof LABELS): string {
  return text(LABELS[state])
}

/** "Not sent", "Not changed": what a failed op did not do. */
export function failedLabel(kind: Intent['kind']): string {
  return text('words.op.failed', { kind })
}

/** The label of the most urgent op of a conversation; null without ops. */
export function outboxLabel(
  { outboxMark, failedKind = 'send' }: Pick<ConversationState, 'outboxMark' | 'failedKind'>,
  isOffline: boolean,
): string | null {
  switch (outboxMark) {
    case 'none':
      return null
    case 'failed':
      return failedLabel(failedKind)
    case 'asking':
      return opLabel('asking')
    case 'held':
      // Its undo window ends while the row stays as it is: without a connection, nothing is sent soon.
      return opLabel(isOffline ? 'offline' : 'held')
    case 'checking':
      return opLabel(isOffline ? 'unsure' : 'checking')
    case 'sending':
      return opLabel(isOffline ? 'offline' : 'sending')
    case 'waiting':
      return opLabel(isOffline ? 'offline' : 'queued')
  }
}
