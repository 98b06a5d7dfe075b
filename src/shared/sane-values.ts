import { hasVisibleText, toWellFormed } from './text/visible-text.ts'

/**
 * What a value from the server must be so that it cannot break drawing, order or search. The API client applies these rules when a
 * value arrives, and the database when a value of an earlier build is read.
 */

/** No conversation is older than this: an earlier time (0, 1970, the year 1) means that the server knows none. Epoch ms. */
const MIN_TIME = Date.UTC(2000, 0, 1)
/** Clocks differ by hours where a time zone is wrong. A time further ahead than this is no time, ms. */
const MAX_TIME_AHEAD_MS = 24 * 60 * 60_000
/** `Date` knows no later moment, epoch ms. */
const MAX_DATE = 8.64e15

/** Epoch ms, both ends included. */
export type TimeRange = { readonly from: number; readonly to: number }

/** The times that are believed at `now`, epoch ms. */
export function timeRangeAt(now: number): TimeRange {
  return { from: MIN_TIME, to: Math.min(now + MAX_TIME_AHEAD_MS, MAX_DATE) }
}

/** Epoch ms, or null for what is not a time or is outside the range. Callers show no time for null. */
export function saneTime(at: unknown, { from, to }: TimeRange): number | null {
  // False for NaN, which is in no range.
  return typeof at === 'number' && at >= from && at <= to ? at : null
}

/** A name, an address or a subject: well formed, and empty when it has nothing that a user can see. */
export function saneLabel(text: string): string {
  return hasVisibleText(text) ? toWellFormed(text) : ''
}

/** Well formed, each once: the list is sent back whole when one tag changes, so a tag that cannot be seen stays in it. */
export function saneTags(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string').map(toWellFormed))].filter((tag) => tag !== '')
}

/** The first `max` UTF-16 units, or one less where the cut would split a character. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text
  const isSplit = isHighSurrogate(text.charCodeAt(max - 1)) && isLowSurrogate(text.charCodeAt(max))
  return text.slice(0, isSplit ? max - 1 : max)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
