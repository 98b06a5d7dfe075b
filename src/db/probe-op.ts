import type { Op } from './op.ts'

/** An op that is never kept: it is added and removed again to read or to move the number (`seq`) that the next op gets. */
export const PROBE_OP: Omit<Op, 'seq'> = {
  id: 'probe',
  revision: 0,
  workspaceId: null,
  conversationId: 'probe',
  intent: { kind: 'close' },
  state: 'held',
  attempts: [],
  notBefore: 0,
  verify: null,
  failure: null,
  question: null,
  createdAt: 0,
  confirmed: null,
}
