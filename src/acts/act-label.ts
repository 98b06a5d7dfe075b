import type { Intent } from '../db/op.ts'
import type { Act } from '../outbox/decisions.ts'

const LABELS: Readonly<Record<Act, string>> = {
  retry: 'Retry now',
  edit: 'Edit',
  discard: 'Discard',
  'send anyway': 'Send anyway',
  'it was delivered': 'It was delivered',
  undo: 'Undo',
  'send now': 'Send now',
}

/** A change is not sent and delivered but made. */
const CHANGE_LABELS: Partial<Readonly<Record<Act, string>>> = {
  'send anyway': 'Do it anyway',
  'it was delivered': 'It was done',
}

export function actLabel(act: Act, kind: Intent['kind']): string {
  return (kind === 'send' ? undefined : CHANGE_LABELS[act]) ?? LABELS[act]
}
