import type { ThreadItem, ThreadView } from '../db/overlay.ts'

/**
 * A new reading of a thread with what did not change taken from the one before, so that a message
 * that is the same is also the same object and is not drawn again. The one before, if nothing changed.
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

function isSameItem(one: ThreadItem, other: ThreadItem): boolean {
  return (
    one.content === other.content &&
    one.at === other.at &&
    one.sender === other.sender &&
    one.isMine === other.isMine &&
    isSameData(one.echo, other.echo)
  )
}

/** Small plain data, so that comparing its text is enough. */
function isSameData(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
