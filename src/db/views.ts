import type { ConversationSummary } from './overlay.ts'

/** The views of the rail, in display order. Each can be filtered by channel. */
export const VIEWS = [
  'inbox',
  'unread',
  'waiting',
  'drafts',
  'snoozed',
  'starred',
  'resolved',
  'closed',
  'all',
] as const
export type ViewName = (typeof VIEWS)[number]

/** Absent fields count as false. */
type Viewed = Pick<ConversationSummary, 'status' | 'isUnread'> &
  Partial<Pick<ConversationSummary, 'waitingSince'>> & {
    readonly hasDraft?: boolean
    readonly isStarred?: boolean
    /** Absent or null when it is not snoozed. */
    readonly snooze?: object | null
  }

/** An unknown status counts as open, so that the conversation is not overlooked. */
export function isOpenStatus(status: string): boolean {
  return status !== 'resolved' && status !== 'closed'
}

/** A snoozed conversation is left out of the inbox, unread and waiting views. */
export function isInView(conversation: Viewed, view: ViewName): boolean {
  switch (view) {
    case 'inbox':
      return isOpenStatus(conversation.status) && (conversation.snooze ?? null) === null
    case 'unread':
      return conversation.isUnread && (conversation.snooze ?? null) === null
    case 'waiting':
      return (conversation.waitingSince ?? null) !== null && isInView(conversation, 'inbox')
    case 'drafts':
      return conversation.hasDraft === true
    case 'snoozed':
      return (conversation.snooze ?? null) !== null && isOpenStatus(conversation.status)
    case 'starred':
      return conversation.isStarred === true
    case 'resolved':
      return conversation.status === 'resolved'
    case 'closed':
      return conversation.status === 'closed'
    case 'all':
      return true
  }
}
