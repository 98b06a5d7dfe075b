import type { Intent } from '../db/op.ts'
import type { Act } from '../outbox/decisions.ts'

const LABELS: Readonly<Record<Act, string>> = {
  retry: 'Retry now',
  edit: 'Edit',
  discard: 'Discard',
  'send anyway': 'Send anyway',
  'it was delivered': 'Mark as delivered',
  undo: 'Undo',
  'send now': 'Send now',
}

/** Labels for ops that are not messages. */
const CHANGE_LABELS: Partial<Readonly<Record<Act, string>>> = {
  'send anyway': 'Apply anyway',
  'it was delivered': 'Mark as done',
}

/** `wasTried`: the op may have reached the server already. */
export function actLabel(act: Act, kind: Intent['kind'], wasTried: boolean): string {
  if (act === 'send anyway' && wasTried) return kind === 'send' ? 'Send again' : 'Apply again'
  if (act === 'send anyway' && kind === 'create') return 'Start anyway'
  return (kind === 'send' ? undefined : CHANGE_LABELS[act]) ?? LABELS[act]
}
