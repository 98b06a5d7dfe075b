import type { ConversationSummary } from './overlay.ts'

/** The views of the rail, in their order. A channel narrows any of them. */
export const VIEWS = ['inbox', 'unread', 'waiting', 'drafts', 'resolved', 'closed', 'all'] as const
export type ViewName = (typeof VIEWS)[number]

/** What is not said of a conversation is not so. */
type Viewed = Pick<ConversationSummary, 'status' | 'isUnread'> &
  Partial<Pick<ConversationSummary, 'waitingSince'>> & { readonly hasDraft?: boolean }

/** Whether a conversation belongs to a view. Inbox is what is open: a status we do not know needs a person, so it counts as open. */
export function isInView(conversation: Viewed, view: ViewName): boolean {
  switch (view) {
    case 'inbox':
      return conversation.status !== 'resolved' && conversation.status !== 'closed'
    case 'unread':
      return conversation.isUnread
    case 'waiting':
      return (conversation.waitingSince ?? null) !== null && isInView(conversation, 'inbox')
    case 'drafts':
      return conversation.hasDraft === true
    case 'resolved':
      return conversation.status === 'resolved'
    case 'closed':
      return conversation.status === 'closed'
    case 'all':
      return true
  }
}
