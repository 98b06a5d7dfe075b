import type { Op } from '../db/op.ts'
import { verifyDueAt } from './verify.ts'

/** How many conversations are served at once. */
const MAX_IN_FLIGHT = 4

/** The conversations that something is under way for. */
type InFlight = Pick<ReadonlySet<string>, 'has' | 'size'>

export type Step = { readonly op: Op; readonly do: 'attempt' | 'verify' }

/**
 * What may be done now. Ops come in the order they were said. One lane a conversation: only its
 * head moves, so a head that failed or asks holds its own lane and no other.
 */
export function dueSteps(ops: readonly Op[], now: number, inFlight: InFlight): readonly Step[] {
  const due = heads(ops).filter((op) => !inFlight.has(op.conversationId) && (dueAt(op) ?? Infinity) <= now)
  return due
    .slice(0, Math.max(0, MAX_IN_FLIGHT - inFlight.size))
    .map((op) => ({ op, do: op.state === 'queued' ? 'attempt' : 'verify' }))
}

/** Epoch ms of the next moment at which something falls due; null when nothing will by itself. */
export function nextDueAt(ops: readonly Op[], inFlight: InFlight): number | null {
  const times = heads(ops).flatMap((op) => (inFlight.has(op.conversationId) ? [] : [dueAt(op) ?? Infinity]))
  const next = Math.min(...times, Infinity)
  return next === Infinity ? null : next
}

function heads(ops: readonly Op[]): readonly Op[] {
  const seen = new Set<string>()
  return ops.filter((op) => !seen.has(op.conversationId) && seen.add(op.conversationId))
}

function dueAt(op: Op): number | null {
  if (op.state === 'queued') return op.notBefore
  if (op.state === 'uncertain') return Math.max(verifyDueAt(op), op.notBefore)
  return null
}
