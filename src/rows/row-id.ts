import { toWellFormed } from '../shared/text/visible-text.ts'

/**
 * The DOM id of a row. A server's id may hold spaces, which no reference to an element can, and half a character, which nothing can
 * encode: two such ids may get one DOM id.
 */
export function rowIdOf(prefix: string, conversationId: string): string {
  return prefix + encodeURIComponent(toWellFormed(conversationId))
}
