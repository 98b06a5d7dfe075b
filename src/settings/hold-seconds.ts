import { MAX_HOLD_MS } from '../outbox/settings.ts'

const MAX_SECONDS = MAX_HOLD_MS / 1000

/** What a person wrote as the length of an undo window: ms, or why it will not do. */
export function readHoldSeconds(text: string): { readonly holdMs: number } | { readonly problem: string } {
  const words = text.trim()
  if (words === '') return { problem: `Enter 0 to ${MAX_SECONDS} seconds.` }
  if (!/^\d+$/.test(words)) return { problem: `Enter whole seconds, 0 to ${MAX_SECONDS}.` }
  const seconds = Number(words)
  return seconds > MAX_SECONDS ? { problem: `Enter at most ${MAX_SECONDS} seconds.` } : { holdMs: seconds * 1000 }
}
