import { MAX_HOLD_MS } from '../outbox/settings.ts'
import { text } from '../strings/text.ts'

const LIMIT = { max: MAX_HOLD_MS / 1000 }

/** Parses the undo window that the user typed, in seconds: the length in ms, or the problem. */
export function readHoldSeconds(value: string): { readonly holdMs: number } | { readonly problem: string } {
  const typed = value.trim()
  if (typed === '') return { problem: text('settings.sending.enterSeconds', LIMIT) }
  if (!/^\d+$/.test(typed)) return { problem: text('settings.sending.enterWholeSeconds', LIMIT) }
  const seconds = Number(typed)
  return seconds > LIMIT.max
    ? { problem: text('settings.sending.enterFewerSeconds', LIMIT) }
    : { holdMs: seconds * 1000 }
}
