import type { ConversationSummary } from './overlay.ts'

/** The views of the rail, in their order. A channel narrows any of them. */
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

/** What is not said of a conversation is not so. */
type Viewed = Pick<ConversationSummary, 'status' | 'isUnread'> &
  Partial<Pick<ConversationSummary, 'waitingSince'>> & {
    readonly hasDraft?: boolean
    readonly isStarred?: boolean
    /** Absent and null for what is not snoozed. */
    readonly snooze?: object | null
  }

/** A status we do not know needs a person, so it counts as open. */
export function isOpenStatus(status: string): boolean {
  return status !== 'resolved' && status !== 'closed'
}

/** Whether a conversation belongs to a view. What is snoozed is nowhere where it would call for somebody. */
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
