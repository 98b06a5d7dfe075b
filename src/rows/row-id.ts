import { toWellFormed } from '../shared/text/visible-text.ts'

/**
 * The DOM id of a row. A server id may contain spaces, which ARIA references cannot, so it is encoded. A lone
 * surrogate cannot be encoded and is replaced, so two such ids may share a DOM id.
 */
export function rowIdOf(prefix: string, conversationId: string): string {
  return prefix + encodeURIComponent(toWellFormed(conversationId))
}
