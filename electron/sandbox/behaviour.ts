import type { Order } from './order.ts'

/** What the document leaves open. Tests turn each of these, also while the server runs; a client must be right in all of them. */
export type Behaviour = {
  order: Order
  /** The fields table calls a conversation's `timestamp` its start; its example may as well mean the newest message. */
  timestamp: 'started' | 'activity'
  /** The text of PATCH says "Add tags"; its example gives back the list that was sent. */
  tags: 'replace' | 'add'
}

export function createBehaviour(wanted: Partial<Behaviour> = {}): Behaviour {
  return { order: 'activity', timestamp: 'started', tags: 'replace', ...wanted }
}
