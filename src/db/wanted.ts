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
 * What the ops ask for, field by field. A refused change no longer shows: the server's word stands, and the trouble is said. Nor does one
 * that follows a message in trouble: a conversation must not look resolved while its last word needs a person.
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
