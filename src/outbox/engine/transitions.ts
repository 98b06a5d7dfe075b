import type { OpState } from '../../db/op.ts'
import { invariant } from '../../shared/failure.ts'

/** Where an op may go from each state; `gone` is done, discarded, or taken back into the composer. Any other move is a bug. */
export const LEGAL_MOVES: Readonly<Record<OpState, readonly (OpState | 'gone')[]>> = {
  held: ['queued', 'asking', 'gone'],
  queued: ['sending', 'asking', 'failed', 'gone'],
  sending: ['queued', 'uncertain', 'failed', 'gone'],
  uncertain: ['queued', 'asking', 'gone'],
  asking: ['queued', 'gone'],
  failed: ['queued', 'gone'],
}

/** A row may be rewritten in its own state (a wait, a count); it may not move where the table does not lead. */
export function assertLegalMove(from: OpState, to: OpState | 'gone'): void {
  invariant(from === to || LEGAL_MOVES[from].includes(to), `an op never goes from ${from} to ${to}`)
}
