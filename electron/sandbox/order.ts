import type { SandboxConversation } from './conversation.ts'
import { type Random, scramble } from './random.ts'

/**
 * The document does not specify the order of the list, so a client must support each of these:
 * - `activity`: newest message first
 * - `newest`, `oldest`: by the start of the conversation
 * - `id`: by id
 * - `shuffled`: random, but the same at each request
 * - `random`: different at each request
 */
export const ORDERS = ['activity', 'newest', 'oldest', 'id', 'shuffled', 'random'] as const
export type Order = (typeof ORDERS)[number]

/** Sorts in place and returns the list. Equal elements are sorted by id, so that the result does not depend on the previous order. */
export function sortConversations(list: SandboxConversation[], order: Order, random: Random): SandboxConversation[] {
  const comparators: Record<Order, (a: SandboxConversation, b: SandboxConversation) => number> = {
    activity: (a, b) => b.activityAt - a.activityAt,
    newest: (a, b) => b.startedAt - a.startedAt,
    oldest: (a, b) => a.startedAt - b.startedAt,
    id: () => 0,
    shuffled: (a, b) => idHash(a.id) - idHash(b.id),
    random: () => 0,
  }
  if (order === 'random') return shuffle(list, random)
  const compare = comparators[order]
  return list.sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
}

function shuffle(list: SandboxConversation[], random: Random): SandboxConversation[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.integer(0, last)
    const [a, b] = [list[last], list[other]]
    if (a && b) [list[last], list[other]] = [b, a]
  }
  return list
}

function idHash(id: string): number {
  let hash = 0
  for (let index = 0; index < id.length; index++) hash = scramble(hash ^ id.charCodeAt(index))
  return hash
}
