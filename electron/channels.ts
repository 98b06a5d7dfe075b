/** The names of the IPC channels: one for each method and one for each event. */
export function callChannel(method: string): string {
  return `bridge:${method}`
}

export const WAKE_CHANNEL = 'event:wake'
export const OPEN_CONVERSATION_CHANNEL = 'event:open-conversation'
export const NOTIFICATION_ANSWER_CHANNEL = 'event:notification-answer'
export const LOCK_CHANNEL = 'event:lock'
export const SAVE_TYPED_CHANNEL = 'event:save-typed'
export const SPELLING_QUESTION_CHANNEL = 'event:spelling-question'
export const OWN_WORD_CHANNEL = 'event:own-word'
export const COMMAND_CHANNEL = 'event:command'
export const LINK_CHANNEL = 'event:link'
export const PROXY_CHANNEL = 'event:proxy-question'
