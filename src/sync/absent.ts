import type { ServerId } from '../db/server-ids.ts'
import type { Failure } from '../shared/failure.ts'
import type { Check, SweepKind } from './job.ts'
import type { PassEnd } from './sweep.ts'

/**
 * The known conversations that a pass did not show. They are not deleted, but read by id. A sweep of all conversations needs two whole
 * passes first; a sweep of the open ones needs one, because most of its missing conversations have only changed their status.
 */
export function checksForMissing(kind: SweepKind, known: readonly ServerId[], passEnd: PassEnd): readonly Check[] {
  const { ids, lastIds, isWhole } = passEnd
  if (!isWhole || (kind === 'all' && lastIds === null)) return []
  return known.flatMap((conversation) => {
    if (ids.has(conversation.serverId)) return []
    const mayRemove = lastIds !== null && !lastIds.has(conversation.serverId)
    return kind === 'open' || mayRemove ? [{ kind, ...conversation, mayRemove }] : []
  })
}

/** A conversation is removed only when the server answers 404 for its id. */
export function isGone(check: Check, failure: Failure): boolean {
  return check.mayRemove && failure.kind === 'rejected' && failure.status === 404
}

/** True for two spellings of one conversation's id: a server with case-insensitive ids may change how it writes them. */
export function differsOnlyInCase(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase()
}
