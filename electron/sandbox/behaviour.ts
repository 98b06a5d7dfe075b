import type { Order } from './order.ts'

/** Behaviour that the API document does not specify. Tests change these values while the server runs; a client must support all. */
export type Behaviour = {
  order: Order
  /** The fields table says that `timestamp` is the start; the example could also mean the newest message. */
  timestamp: 'started' | 'activity'
  /** The text of PATCH says "Add tags", but its example returns the list that was sent. */
  tags: 'replace' | 'add'
}

export function createBehaviour(overrides: Partial<Behaviour> = {}): Behaviour {
  return { order: 'activity', timestamp: 'started', tags: 'replace', ...overrides }
}
