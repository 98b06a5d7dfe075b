import type { SandboxConversation } from './conversation.ts'
import { type Random, scramble } from './random.ts'

/**
 * The document does not say in which order conversations are listed, so a client must be right in each of these:
 * - `activity`: newest message first
 * - `newest`, `oldest`: by the start of the conversation
 * - `id`: by id
 * - `shuffled`: no order, but the same one each time
 * - `random`: another order at each request
 */
export const ORDERS = ['activity', 'newest', 'oldest', 'id', 'shuffled', 'random'] as const
export type Order = (typeof ORDERS)[number]

/** Sorts in place and gives the list back. Ties go by id, so that an order never depends on what happened before. */
export function sortConversations(list: SandboxConversation[], order: Order, random: Random): SandboxConversation[] {
  const ranked: Record<Order, (a: SandboxConversation, b: SandboxConversation) => number> = {
    activity: (a, b) => b.activityAt - a.activityAt,
    newest: (a, b) => b.startedAt - a.startedAt,
    oldest: (a, b) => a.startedAt - b.startedAt,
    id: () => 0,
    shuffled: (a, b) => idHash(a.id) - idHash(b.id),
    random: () => 0,
  }
  if (order === 'random') return shuffle(list, random)
  const rank = ranked[order]
  return list.sort((a, b) => rank(a, b) || (a.id < b.id ? -1 : 1))
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
  for (let place = 0; place < id.length; place++) hash = scramble(hash ^ id.charCodeAt(place))
  return hash
}
