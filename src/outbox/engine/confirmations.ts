import type { Op } from '../../db/op.ts'
import type { Moment, OpTiming } from './state.ts'

/**
 * How stamps of the device's clock become waits of this session. Only what happened before the session is taken from the clock, and
 * never beyond what can be meant: a clock set a day forth or back changes no wait, and loses and hurries nothing.
 */

/** The longest undo window, ms. */
const MAX_HOLD_MS = 60_000
/** The longest that a server may ask to be left alone, ms. */
const MAX_THROTTLED_MS = 15 * 60_000
/** The longest wait after any other failure, ms. */
const MAX_WAIT_MS = 5 * 60_000 + 1_000
/** What comes from before this session is at least so old, whatever the clock says: old enough to be looked at before it goes out, ms. */
const MIN_AGE_MS = 10_000

/** When ops come from before this session (`isStart`) their age is the clock's word; one that appears later was said just now. */
export function refreshTimings(
  sights: ReadonlyMap<string, OpTiming>,
  ops: readonly Op[],
  moment: Moment,
  isStart: boolean,
): ReadonlyMap<string, OpTiming> {
  const next = new Map<string, OpTiming>()
  for (const op of ops) next.set(op.id, refreshed(sights.get(op.id), op, moment, isStart))
  return next
}

function refreshed(known: OpTiming | undefined, op: Op, moment: Moment, isStart: boolean): OpTiming {
  const { at, elapsedMs } = moment
  const bornAt = op.confirmed?.at ?? op.createdAt
  const isSameBirth = known !== undefined && known.bornAt === bornAt
  const isSameWait = known !== undefined && known.notBefore === op.notBefore
  const isSameDoubt = (known?.doubt ?? null) === null ? op.state !== 'uncertain' : op.state === 'uncertain'
  const isHeld = op.state === 'held'
  if (isSameBirth && isSameWait && isSameDoubt && isHeld === known.isHeld) return known
  const holdMs = isHeld ? waitOf(op, op.createdAt) : 0
  return {
    seenMs: isSameBirth ? known.seenMs : elapsedMs,
    bornAt,
    ageMs: isSameBirth
      ? known.ageMs
      : isStart
        ? ageByClock(at - bornAt, holdMs)
        : ageWhenFirstSeen(at - bornAt, holdMs),
    isHeld,
    // "Send now" ends the hold early: what it waits from there on is waiting.
    holdMs: !isSameBirth ? holdMs : isHeld ? known.holdMs : Math.min(known.holdMs, ageMsOf(known, elapsedMs)),
    notBefore: op.notBefore,
    // An undo window begins when it is first seen, after a restart anew: too long does no harm, and no clock can make it too short.
    dueMs: isSameWait ? known.dueMs : elapsedMs + waitOf(op, isHeld ? op.createdAt : at),
    doubt: op.state === 'uncertain' ? (known?.doubt ?? { sinceMs: elapsedMs }) : null,
  }
}

function waitOf(op: Op, at: number): number {
  const mostMs = op.state === 'held' ? MAX_HOLD_MS : op.failure?.kind === 'throttled' ? MAX_THROTTLED_MS : MAX_WAIT_MS
  return Math.min(Math.max(0, op.notBefore - at), mostMs)
}

/** Seen within a second it was said just now. Else the machine slept, or the clock was set: then it has waited, nobody knows how long. */
function ageWhenFirstSeen(clockMs: number, holdMs: number): number {
  return clockMs >= 0 && clockMs < 1_000 ? 0 : MIN_AGE_MS + holdMs
}

function ageByClock(clockMs: number, holdMs: number): number {
  return Math.max(clockMs, MIN_AGE_MS + holdMs)
}

/** How long ago it was said (or confirmed), ms. */
function ageMsOf(sight: OpTiming, elapsedMs: number): number {
  return sight.ageMs + elapsedMs - sight.seenMs
}

/** After a sleep, of which this session's own clock may know nothing, the device's clock is believed where it says more. */
export function agedBySleep(sight: OpTiming, moment: Moment): OpTiming {
  const ageMs = Math.max(ageMsOf(sight, moment.elapsedMs), ageByClock(moment.at - sight.bornAt, sight.holdMs))
  return { ...sight, seenMs: moment.elapsedMs, ageMs }
}

/** The wait that a stamp of the last session still means at a start, ms. */
export function waitLeftMs(op: Op, at: number): number {
  return waitOf(op, at)
}
