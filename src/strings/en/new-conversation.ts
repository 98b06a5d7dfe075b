export const newConversation = {} as const
