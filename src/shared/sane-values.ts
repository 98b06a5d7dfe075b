import { hasVisibleText, toWellFormed } from './text/visible-text.ts'

/**
 * Rules for values from the server, so that they cannot break rendering, sorting or search. The API client applies them to received
 * values, and the database to values stored by earlier builds.
 */

/** The earliest plausible time, epoch ms. An earlier one (0, 1970, the year 1) means that the server has no time. */
const MIN_TIME = Date.UTC(2000, 0, 1)
/** Times further ahead than this, ms, are invalid. Clocks with a wrong time zone differ by hours. */
const MAX_TIME_AHEAD_MS = 24 * 60 * 60_000
/** The latest time that `Date` supports, epoch ms. */
const MAX_DATE = 8.64e15

/** Epoch ms, both ends included. */
export type TimeRange = { readonly from: number; readonly to: number }

/** The range of valid times at `now`, epoch ms. */
export function timeRangeAt(now: number): TimeRange {
  return { from: MIN_TIME, to: Math.min(now + MAX_TIME_AHEAD_MS, MAX_DATE) }
}

/** Epoch ms, or null for a value that is no time or outside the range. Callers show no time for null. */
export function saneTime(at: unknown, { from, to }: TimeRange): number | null {
  // NaN fails both comparisons.
  return typeof at === 'number' && at >= from && at <= to ? at : null
}

/** A name, an address or a subject: well formed, and empty when nothing of it is visible. */
export function saneLabel(text: string): string {
  return hasVisibleText(text) ? toWellFormed(text) : ''
}

/** Well formed, without duplicates. Invisible tags stay, because a change of one tag sends the whole list back to the server. */
export function saneTags(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string').map(toWellFormed))].filter((tag) => tag !== '')
}

/** The first `max` UTF-16 units, or one less if the cut would split a surrogate pair. */
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
