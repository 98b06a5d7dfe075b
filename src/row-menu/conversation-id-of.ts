/** The conversation of the row that contains an element; null outside all rows. DOM ids can't hold every server's ids, so it reads an attribute. */
export function conversationIdOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest('[role=option][data-row-of]') : null
  return row?.getAttribute('data-row-of') ?? null
}
