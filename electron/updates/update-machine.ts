import type { UpdateFailure, UpdateState } from '../../src/shared/updates.ts'

export type UpdateEvent =
  /** The user asked, or it is time. */
  | { readonly kind: 'check' }
  | { readonly kind: 'nothing-newer'; readonly at: number }
  | { readonly kind: 'found'; readonly version: string; readonly notes: string }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'failed'; readonly failure: UpdateFailure; readonly at: number }
  | { readonly kind: 'channel-changed' }

/** What to do after an event. `restart-check`: stop what runs, forget what is ready, and check again. */
export type UpdateEffect = 'check' | 'download' | 'restart-check' | null

type Step = { readonly state: UpdateState; readonly effect: UpdateEffect }

/** The next state after an event. An event that doesn't fit the state changes nothing: it comes from a check that was given up. */
export function nextUpdate(state: UpdateState, event: UpdateEvent): Step {
  const unchanged: Step = { state, effect: null }
  if (state.phase === 'off') return unchanged
  const isResting = state.phase === 'idle' || state.phase === 'current' || state.phase === 'failed'
  switch (event.kind) {
    case 'check':
      return isResting ? { state: { phase: 'checking' }, effect: 'check' } : unchanged
    case 'channel-changed':
      return { state: { phase: 'checking' }, effect: isResting ? 'check' : 'restart-check' }
    case 'nothing-newer':
      return state.phase === 'checking' ? { state: { phase: 'current', at: event.at }, effect: null } : unchanged
    case 'found': {
      if (state.phase !== 'checking') return unchanged
      const { version, notes } = event
      return { state: { phase: 'downloading', version, notes, percent: 0 }, effect: 'download' }
    }
    case 'progress':
      return state.phase === 'downloading'
        ? { state: { ...state, percent: wholePercent(event.percent, state.percent) }, effect: null }
        : unchanged
    case 'downloaded': {
      if (state.phase !== 'downloading') return unchanged
      return { state: { phase: 'ready', version: state.version, notes: state.notes }, effect: null }
    }
    case 'failed': {
      const isRunning = state.phase === 'checking' || state.phase === 'downloading'
      return isRunning ? { state: { phase: 'failed', ...event.failure, at: event.at }, effect: null } : unchanged
    }
  }
}

/** Never less than before, and never above 100, whatever length the server named. */
function wholePercent(percent: number, before: number): number {
  return Number.isFinite(percent) ? Math.max(before, Math.min(100, Math.floor(percent))) : before
}
