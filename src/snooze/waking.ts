import type { ConversationRow } from '../db/rows.ts'
import type { Snooze } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import type { Message } from '../shared/model.ts'

/**
 * What becomes of a snooze:
 * - `asleep`: nothing.
 * - `known`: nothing, but the thread came to this device, and its newest message is the one that was known by its words.
 * - `answered`: the customer has written; it ends, and the new words speak for themselves.
 * - `due`: its time has come, and it comes back.
 * - `over`: its time has come, and there is nothing to come back to.
 */
export type WakeDecision =
  | { readonly kind: 'asleep' | 'answered' | 'due' | 'over' }
  | { readonly kind: 'known'; readonly knownId: string }

export type SnoozedConversation = {
  readonly snooze: Snooze
  /** Undefined for a conversation that only this device has so far. */
  readonly row: Pick<ConversationRow, 'status' | 'unread' | 'lastMessage' | 'newest'> | undefined
  /** Its thread, oldest message first; only looked at when the time has come. */
  readonly messages: readonly Message[]
}

export function wakeDecisionOf({ snooze, row, messages }: SnoozedConversation, now: number): WakeDecision {
  const learnt = learntOf(snooze, row)
  if (learnt.kind === 'answered') return learnt
  if (now < snooze.until) return learnt
  if (!isOpenStatus(row?.status ?? 'open')) return { kind: 'over' }
  // The customer wrote and somebody answered: there was a reply.
  if (snooze.unlessReply && hasReply(snooze, messages)) return { kind: 'over' }
  return { kind: 'due' }
}

/** What the list and the thread tell, whatever the time is. */
function learntOf(snooze: Snooze, row: SnoozedConversation['row']): WakeDecision {
  const newest = row?.newest
  if (row === undefined || newest === null) return ASLEEP
  const words = row.lastMessage ?? ''
  // The list shows other words than the thread on this device ends with: unread ones are nobody's but the customer's.
  if (newest === undefined) return row.unread === true && words !== snooze.knownWords ? ANSWERED : ASLEEP
  if (newest.messageId === snooze.knownId) return ASLEEP
  if (snooze.knownId === undefined && isBeginningOf(snooze.knownWords, newest.words))
    return { kind: 'known', knownId: newest.messageId }
  return newest.sender === 'customer' ? ANSWERED : ASLEEP
}

const ASLEEP: WakeDecision = { kind: 'asleep' }
const ANSWERED: WakeDecision = { kind: 'answered' }

/** Of a long message the row keeps the first words. */
function isBeginningOf(words: string, first: string): boolean {
  return words !== '' && (words.startsWith(first) || first.startsWith(words))
}

function hasReply({ knownId, setAt }: Snooze, messages: readonly Message[]): boolean {
  const known = knownId == null ? -1 : messages.findIndex((message) => message.id === knownId)
  const since = known === -1 ? messages.filter(({ sentAt }) => (sentAt ?? 0) > setAt) : messages.slice(known + 1)
  return since.some(({ sender }) => sender === 'customer')
}
