/** The names on the wire between the two processes: one a method, one an event. */
export function callChannel(method: string): string {
  return `bridge:${method}`
}

export const WAKE_CHANNEL = 'event:wake'
export const OPEN_CONVERSATION_CHANNEL = 'event:open-conversation'
export const COMMAND_CHANNEL = 'event:command'
