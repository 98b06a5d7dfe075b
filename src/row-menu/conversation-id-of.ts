/** The conversation whose row an element stands in; null outside all rows. Not by the DOM id, which not every server's id survives. */
export function conversationIdOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest('[role=option][data-row-of]') : null
  return row?.getAttribute('data-row-of') ?? null
}
