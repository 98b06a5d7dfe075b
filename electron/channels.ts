/** The names on the wire between the two processes: one a method, one for waking. */
export function callChannel(method: string): string {
  return `bridge:${method}`
}

export const WAKE_CHANNEL = 'event:wake'
