/** How the list names the element of a row. */
const PREFIX = 'conversation-'

/** The conversation whose row an element stands in; null outside all rows. */
export function conversationIdOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest(`[role=option][id^=${PREFIX}]`) : null
  return row === null ? null : decodeURIComponent(row.id.slice(PREFIX.length))
}
