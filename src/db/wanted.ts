import type { Op } from './op.ts'

type Wanted = {
  channel?: string
  customerName?: string
  customerPhone?: string
  customerEmail?: string
  status?: string
  tags?: readonly string[]
}

/** What the ops ask for, field by field. A refused change no longer shows: the server's word stands, and the trouble is said. */
export function wantedFields(ops: readonly Op[]): Wanted {
  const wanted: Wanted = {}
  for (const { intent, state } of ops) {
    if (intent.kind === 'create') {
      const { kind: _, ...fields } = intent
      Object.assign(wanted, fields, { status: 'open' })
    }
    if (state === 'failed') continue
    if (intent.kind === 'close') wanted.status = 'closed'
    if (intent.kind === 'patch') {
      const { kind: _, base: __, ...fields } = intent
      Object.assign(wanted, fields)
    }
  }
  return wanted
}
