import type { newConversation as english } from '../en/new-conversation.ts'

export const newConversation = {} satisfies Record<keyof typeof english, string>
