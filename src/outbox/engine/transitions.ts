import type { OpState } from '../../db/op.ts'
import { invariant } from '../../shared/failure.ts'

/** The allowed state changes. `gone`: the row is deleted, because the op is done, discarded, or back in the composer. */
export const LEGAL_MOVES: Readonly<Record<OpState, readonly (OpState | 'gone')[]>> = {
  held: ['queued', 'asking', 'gone'],
  queued: ['sending', 'asking', 'failed', 'gone'],
  sending: ['queued', 'uncertain', 'failed', 'gone'],
  uncertain: ['queued', 'asking', 'gone'],
  asking: ['queued', 'gone'],
  failed: ['queued', 'gone'],
}

/** Throws when the change is not in the table. A write that keeps the state (a new wait, a new count) is allowed. */
export function assertLegalMove(from: OpState, to: OpState | 'gone'): void {
  invariant(from === to || LEGAL_MOVES[from].includes(to), `an op never goes from ${from} to ${to}`)
}
