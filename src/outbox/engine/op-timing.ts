import type { Op } from '../../db/op.ts'
import type { Moment, OpTiming } from './state.ts'

/**
 * Turns an op's epoch stamps into waits on the session's own clock. The device's clock is used only for times before the session, and
 * every wait has an upper limit. So setting the clock a day forward or back loses nothing and sends nothing early.
 */

/** The longest undo window, ms. */
const MAX_HOLD_MS = 60_000
/** The longest pause that a server may ask for, ms. */
const MAX_THROTTLED_MS = 15 * 60_000
/** The longest wait after any other failure, ms. */
const MAX_WAIT_MS = 5 * 60_000 + 1_000
/** The least age of an op from an earlier session, ms. It is above the stale limit, so such a message is sent only after a fresh read. */
const MIN_AGE_MS = 10_000

/** `isStart`: the ops are from before this session, so their age is taken from the device's clock. Later ops count as new. */
export function refreshTimings(
  timings: ReadonlyMap<string, OpTiming>,
  ops: readonly Op[],
  moment: Moment,
  isStart: boolean,
): ReadonlyMap<string, OpTiming> {
  const next = new Map<string, OpTiming>()
  for (const op of ops) next.set(op.id, refreshTiming(timings.get(op.id), op, moment, isStart))
  return next
}

function refreshTiming(known: OpTiming | undefined, op: Op, moment: Moment, isStart: boolean): OpTiming {
  const { at, elapsedMs } = moment
  const acceptedAt = op.confirmed?.at ?? op.createdAt
  const isSameAcceptance = known !== undefined && known.acceptedAt === acceptedAt
  const isSameWait = known !== undefined && known.notBefore === op.notBefore
  const uncertainSinceMs = known?.uncertainSinceMs ?? null
  const isUncertain = op.state === 'uncertain'
  const isHeld = op.state === 'held'
  const isUnchanged = isUncertain === (uncertainSinceMs !== null) && isHeld === known?.isHeld
  if (isSameAcceptance && isSameWait && isUnchanged) return known
  const holdMs = isHeld ? waitMsOf(op, op.createdAt) : 0
  const clockAgeMs = at - acceptedAt
  return {
    firstSeenMs: isSameAcceptance ? known.firstSeenMs : elapsedMs,
    acceptedAt,
    initialAgeMs: isSameAcceptance
      ? known.initialAgeMs
      : isStart
        ? ageByClock(clockAgeMs, holdMs)
        : ageWhenFirstSeen(clockAgeMs, holdMs),
    isHeld,
    // "Send now" ends the undo window early: any wait after it counts as waiting.
    holdMs: !isSameAcceptance ? holdMs : isHeld ? known.holdMs : Math.min(known.holdMs, ageMsOf(known, elapsedMs)),
    notBefore: op.notBefore,
    // The undo window starts when the op is first seen, and again after a restart: too long is harmless, and no clock can make it too short.
    dueMs: isSameWait ? known.dueMs : elapsedMs + waitMsOf(op, isHeld ? op.createdAt : at),
    uncertainSinceMs: isUncertain ? (uncertainSinceMs ?? elapsedMs) : null,
  }
}

/** The wait that `notBefore` means at `at` (epoch ms), ms; no longer than a wait of its kind can be. */
export function waitMsOf(op: Op, at: number): number {
  const maxMs = op.state === 'held' ? MAX_HOLD_MS : op.failure?.kind === 'throttled' ? MAX_THROTTLED_MS : MAX_WAIT_MS
  return Math.min(Math.max(0, op.notBefore - at), maxMs)
}

/** An op seen within a second is new. Otherwise the machine slept or the clock was set, and the op has waited for an unknown time. */
function ageWhenFirstSeen(clockAgeMs: number, holdMs: number): number {
  return clockAgeMs >= 0 && clockAgeMs < 1_000 ? 0 : MIN_AGE_MS + holdMs
}

function ageByClock(clockAgeMs: number, holdMs: number): number {
  return Math.max(clockAgeMs, MIN_AGE_MS + holdMs)
}

/** Ms since the op was sent or confirmed. */
export function ageMsOf(timing: OpTiming, elapsedMs: number): number {
  return timing.initialAgeMs + elapsedMs - timing.firstSeenMs
}

/** After a sleep, which the session's clock may not have counted, the larger age of the two clocks applies. */
export function ageAfterSleep(timing: OpTiming, moment: Moment): OpTiming {
  const clockAgeMs = moment.at - timing.acceptedAt
  const initialAgeMs = Math.max(ageMsOf(timing, moment.elapsedMs), ageByClock(clockAgeMs, timing.holdMs))
  return { ...timing, firstSeenMs: moment.elapsedMs, initialAgeMs }
}
