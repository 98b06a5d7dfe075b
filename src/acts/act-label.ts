import type { Intent } from '../db/op.ts'
import type { Act } from '../outbox/decisions.ts'
import { text, type TextId } from '../strings/text.ts'

const LABELS = {
  retry: 'outbox.acts.retry',
  edit: 'outbox.acts.edit',
  discard: 'outbox.acts.discard',
  'send anyway': 'outbox.acts.sendAnyway',
  'it was delivered': 'outbox.acts.markDelivered',
  undo: 'outbox.acts.undo',
  'send now': 'outbox.acts.sendNow',
} as const satisfies Record<Act, TextId>

/** Labels for ops that are not messages. */
const CHANGE_LABELS = {
  ...LABELS,
  'send anyway': 'outbox.acts.applyAnyway',
  'it was delivered': 'outbox.acts.markDone',
} as const

/** `wasTried`: the op may have reached the server already. */
export function actLabel(act: Act, kind: Intent['kind'], wasTried: boolean): string {
  if (act === 'send anyway' && wasTried)
    return text(kind === 'send' ? 'outbox.acts.sendAgain' : 'outbox.acts.applyAgain')
  if (act === 'send anyway' && kind === 'create') return text('outbox.acts.startAnyway')
  return text((kind === 'send' ? LABELS : CHANGE_LABELS)[act])
}
