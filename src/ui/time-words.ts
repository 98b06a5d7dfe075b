import { calendarDaysBetween } from '../shared/region/calendar-days.ts'
import { writeRelative, writeUnit } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
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
  if (durationMs < MINUTE_MS) return text('words.time.underOneMinute')
  if (durationMs < HOUR_MS) return writeUnit(Math.floor(durationMs / MINUTE_MS), 'minute')
  if (durationMs < DAY_MS) return writeUnit(Math.floor(durationMs / HOUR_MS), 'hour')
  return writeUnit(Math.floor(durationMs / DAY_MS), 'day')
}

/** An age, in steps of five seconds so that it doesn't change every second. */
export function agoWords(ageMs: number): string {
  if (ageMs < 5_000) return text('words.time.justNow')
  if (ageMs < MINUTE_MS) return text('words.time.secondsAgo', { count: Math.floor(ageMs / 5_000) * 5 })
  if (ageMs < HOUR_MS) return text('words.time.minutesAgo', { count: Math.floor(ageMs / MINUTE_MS) })
  return text('words.time.hoursAgo', { count: Math.floor(ageMs / HOUR_MS) })
}

/** Intl's narrow units are not short enough in German, and "m" would be both minutes and months. */
function shortAge(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return text('words.time.now')
  if (age < HOUR_MS) return text('words.time.shortMinutes', { count: Math.floor(age / MINUTE_MS) })
  if (age < DAY_MS) return text('words.time.shortHours', { count: Math.floor(age / HOUR_MS) })
  if (age < 100 * DAY_MS) return text('words.time.shortDays', { count: Math.floor(age / DAY_MS) })
  if (age < 2 * YEAR_MS) return text('words.time.shortMonths', { count: Math.floor(age / (YEAR_MS / 12)) })
  return text('words.time.shortYears', { count: Math.floor(age / YEAR_MS) })
}

function longAge(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return text('words.time.justNow')
  if (age < HOUR_MS) return writeRelative(-Math.floor(age / MINUTE_MS), 'minute')
  if (age < DAY_MS) return writeRelative(-Math.floor(age / HOUR_MS), 'hour')
  return text('words.time.dayAt', { day: clockWords(at, now), time: writeDate(at, 'time') })
}

function clockWords(at: number, now: number): string {
  const days = calendarDaysBetween(at, now)
  if (days <= 0) return writeDate(at, 'time')
  if (days === 1) return text('words.time.yesterday')
  if (days < 7) return writeDate(at, 'weekday')
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return writeDate(at, isThisYear ? 'date' : 'dateAndYear')
}
