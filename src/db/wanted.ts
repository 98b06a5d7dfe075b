import type { Op } from './op.ts'

type Wanted = {
  channel?: string
  customerName?: string
  customerPhone?: string
  customerEmail?: string
  status?: string
  tags?: readonly string[]
}

/**
 * The field values that the ops ask for. A failed change is left out: the server's value shows, with the failure beside it. So is a
 * change that follows a failed or asking message: a conversation must not look resolved while its last message needs the user.
 */
export function wantedFields(ops: readonly Op[]): Wanted {
  const wanted: Wanted = {}
  const troubledIds = new Set(ops.filter(({ state }) => state === 'failed' || state === 'asking').map(({ id }) => id))
  for (const { intent, state, follows } of ops) {
    if (intent.kind === 'create') {
      const { kind: _, ...fields } = intent
      Object.assign(wanted, fields, { status: 'open' })
    }
    if (state === 'failed' || (follows !== undefined && troubledIds.has(follows))) continue
    if (intent.kind === 'close') wanted.status = 'closed'
    if (intent.kind === 'patch') {
      const { kind: _, base: __, ...fields } = intent
      Object.assign(wanted, fields)
    }
  }
  return wanted
}
