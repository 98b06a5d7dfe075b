import type { ConversationRow, Snooze } from '../db/rows.ts'
import { isOpenStatus } from '../db/views.ts'
import type { Message } from '../shared/model.ts'

/**
 * The result of checking a snooze:
 * - `asleep`: it continues.
 * - `known`: it continues; the thread has been read, and its newest message is the one that was known by its text.
 * - `answered`: the customer has written, so it ends without a "back" mark.
 * - `due`: its time has come, and the conversation comes back.
 * - `over`: its time has come, but the conversation needs no attention.
 */
export type WakeDecision =
  | { readonly kind: 'asleep' | 'answered' | 'due' | 'over' }
  | { readonly kind: 'known'; readonly knownId: string }

export type SnoozedConversation = {
  readonly snooze: Snooze
  /** Undefined for a conversation that the server does not have yet. */
  readonly row: Pick<ConversationRow, 'status' | 'unread' | 'lastMessage' | 'newest'> | undefined
  /** The thread, oldest message first. Used only when the snooze is due. */
  readonly messages: readonly Message[]
}

export function wakeDecisionOf({ snooze, row, messages }: SnoozedConversation, now: number): WakeDecision {
  const activity = activityOf(snooze, row)
  if (activity.kind === 'answered') return activity
  if (now < snooze.until) return activity
  if (!isOpenStatus(row?.status ?? 'open')) return { kind: 'over' }
  // The customer replied, although the newest message is ours again.
  if (snooze.unlessReply && hasReply(snooze, messages)) return { kind: 'over' }
  return { kind: 'due' }
}

/** The decision from the list and the thread alone, without the time. */
function activityOf(snooze: Snooze, row: SnoozedConversation['row']): WakeDecision {
  const newest = row?.newest
  if (row === undefined || newest === null) return ASLEEP
  const lastText = row.lastMessage ?? ''
  // The list has a newer message than the thread on this device. An unread one can only be the customer's.
  if (newest === undefined) return row.unread === true && lastText !== snooze.knownWords ? ANSWERED : ASLEEP
  if (newest.messageId === snooze.knownId) return ASLEEP
  if (snooze.knownId === undefined && isSameBeginning(snooze.knownWords, newest.words))
    return { kind: 'known', knownId: newest.messageId }
  return newest.sender === 'customer' ? ANSWERED : ASLEEP
}

const ASLEEP: WakeDecision = { kind: 'asleep' }
const ANSWERED: WakeDecision = { kind: 'answered' }

/** Either text may be cut, because rows store only the beginning of a long message. */
function isSameBeginning(a: string, b: string): boolean {
  return a !== '' && (a.startsWith(b) || b.startsWith(a))
}

function hasReply({ knownId, setAt }: Snooze, messages: readonly Message[]): boolean {
  const known = knownId == null ? -1 : messages.findIndex((message) => message.id === knownId)
  const since = known === -1 ? messages.filter(({ sentAt }) => (sentAt ?? 0) > setAt) : messages.slice(known + 1)
  return since.some(({ sender }) => sender === 'customer')
}
