import { calendarDaysBetween } from '../shared/region/calendar-days.ts'
import { writeDate } from './date-words.ts'

export type TimeFormat = 'short' | 'long' | 'clock'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365 * DAY_MS

/** A past time relative to `now`, both epoch ms. A future time, from a different clock, counts as now. */
export function timeWords(at: number, now: number, format: TimeFormat): string {
  switch (format) {
    case 'short':
      return shortAge(at, now)
    case 'long':
      return longAge(at, now)
    case 'clock':
      return clockWords(at, now)
  }
}

/** A duration in one unit: "2 hours", "less than a minute". */
export function durationWords(durationMs: number): string {
  if (durationMs < MINUTE_MS) return 'less than a minute'
  if (durationMs < HOUR_MS) return counted(Math.floor(durationMs / MINUTE_MS), 'minute')
  if (durationMs < DAY_MS) return counted(Math.floor(durationMs / HOUR_MS), 'hour')
  return counted(Math.floor(durationMs / DAY_MS), 'day')
}

/** An age, in steps of five seconds so that it doesn't change every second. */
export function agoWords(ageMs: number): string {
  if (ageMs < 5_000) return 'just now'
  if (ageMs < MINUTE_MS) return `${Math.floor(ageMs / 5_000) * 5} s ago`
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`
  return `${Math.floor(ageMs / HOUR_MS)} h ago`
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function shortAge(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return 'now'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)}m`
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)}h`
  if (age < 100 * DAY_MS) return `${Math.floor(age / DAY_MS)}d`
  if (age < 2 * YEAR_MS) return `${Math.floor(age / (YEAR_MS / 12))}mo`
  return `${Math.floor(age / YEAR_MS)}y`
}

function longAge(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return 'just now'
  if (age < DAY_MS) return `${durationWords(age)} ago`
  return `${clockWords(at, now)} at ${writeDate(at, 'time')}`
}

function clockWords(at: number, now: number): string {
  const days = calendarDaysBetween(at, now)
  if (days <= 0) return writeDate(at, 'time')
  if (days === 1) return 'Yesterday'
  if (days < 7) return writeDate(at, 'weekday')
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return writeDate(at, isThisYear ? 'date' : 'dateAndYear')
}
