import type { ServerId } from '../db/server-ids.ts'
import type { Failure } from '../shared/failure.ts'
import type { Check, SweepKind } from './state.ts'
import type { PassEnd } from './sweep.ts'

/**
 * What a pass did not show. Nothing is ever deleted for being absent: it is read by its id. Of everything, that takes two whole
 * passes; of the open ones one, for most of those have only changed their status.
 */
export function absentees(kind: SweepKind, known: readonly ServerId[], passEnd: PassEnd): readonly Check[] {
  const { ids, lastIds, isWhole } = passEnd
  if (!isWhole || (kind === 'all' && lastIds === null)) return []
  return known.flatMap((listed) => {
    if (ids.has(listed.serverId)) return []
    const mayRemove = lastIds !== null && !lastIds.has(listed.serverId)
    return kind === 'open' || mayRemove ? [{ kind, ...listed, mayRemove }] : []
  })
}

/** Only the server's own word that it does not know it takes a conversation away. */
export function isGone(check: Check, failure: Failure): boolean {
  return check.mayRemove && failure.kind === 'rejected' && failure.status === 404
}

/** A server that takes ids in any letters may write one differently from one day to the next: it is the same conversation. */
export function isSameInOtherLetters(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() === other.toLowerCase()
}
