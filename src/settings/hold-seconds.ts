import { MAX_HOLD_MS } from '../outbox/settings.ts'

const MAX_SECONDS = MAX_HOLD_MS / 1000

/** Parses the undo window that the user typed, in seconds: the length in ms, or the problem. */
export function readHoldSeconds(text: string): { readonly holdMs: number } | { readonly problem: string } {
  const typed = text.trim()
  if (typed === '') return { problem: `Enter 0 to ${MAX_SECONDS} seconds.` }
  if (!/^\d+$/.test(typed)) return { problem: `Enter whole seconds, 0 to ${MAX_SECONDS}.` }
  const seconds = Number(typed)
  return seconds > MAX_SECONDS ? { problem: `Enter at most ${MAX_SECONDS} seconds.` } : { holdMs: seconds * 1000 }
}
