import type { ConversationRow } from '../db/rows.ts'
import type { Op } from '../db/op.ts'

/**
 * An op with its conversation's row, so that the op can be restored without the cache: the row has the customer and the server's id.
 * Persisted as JSON by the main process: add fields freely; rename or remove one only if stored payloads stay readable.
 */
export type Remembered = { readonly op: Op; readonly conversation: ConversationRow | null }

export function toPayload({ op, conversation }: Remembered): string {
  return JSON.stringify({ op, conversation })
}

/** Returns null for a payload that is damaged or written by an incompatible version. */
export function fromPayload(payload: string): Remembered | null {
  try {
    const read = JSON.parse(payload) as Partial<Remembered> | null
    if (typeof read?.op?.id !== 'string' || typeof read.op.conversationId !== 'string') return null
    return { op: read.op, conversation: read.conversation ?? null }
  } catch {
    return null
  }
}
