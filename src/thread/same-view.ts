import type { ThreadItem, ThreadView } from '../db/overlay.ts'

/**
 * The new view of a thread, reusing unchanged objects of the previous one, so that unchanged messages do
 * not render again. Returns the previous view when nothing changed.
 */
export function keepSame(before: ThreadView | null, now: ThreadView): ThreadView {
  if (before === null) return now
  const known = new Map(before.items.map((item) => [item.key, item]))
  const items = now.items.map((item) => {
    const old = known.get(item.key)
    return old !== undefined && isSameItem(old, item) ? old : item
  })
  const areSame = items.length === before.items.length && items.every((item, index) => item === before.items[index])
  const isSameConversation = isSameData(before.conversation, now.conversation)
  if (areSame && isSameConversation && isSameData({ ...before, items: [] }, { ...now, items: [] })) return before
  return {
    ...now,
    conversation: isSameConversation ? before.conversation : now.conversation,
    items: areSame ? before.items : items,
  }
}

function isSameItem(a: ThreadItem, b: ThreadItem): boolean {
  return (
    a.content === b.content &&
    a.at === b.at &&
    a.sender === b.sender &&
    a.isMine === b.isMine &&
    isSameData(a.echo, b.echo)
  )
}

/** The values are small and plain, so comparing their JSON is enough. */
function isSameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
