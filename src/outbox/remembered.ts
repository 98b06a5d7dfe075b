import type { ConversationRow } from '../db/rows.ts'
import type { Op } from '../db/op.ts'

/**
 * An op with what it takes to mean something when the cache is gone: whose conversation it is, and what the server calls it.
 * Persisted by main as JSON: add freely; rename or remove only with care for what lies there.
 */
export type Remembered = { readonly op: Op; readonly conversation: ConversationRow | null }

export function toPayload({ op, conversation }: Remembered): string {
  return JSON.stringify({ op, conversation })
}

/** Null for what is not ours: written by another version, or damaged. */
export function fromPayload(payload: string): Remembered | null {
  try {
    const read = JSON.parse(payload) as Partial<Remembered> | null
    if (typeof read?.op?.id !== 'string' || typeof read.op.conversationId !== 'string') return null
    return { op: read.op, conversation: read.conversation ?? null }
  } catch {
    return null
  }
}
