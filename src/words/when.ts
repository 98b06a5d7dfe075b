import { calendarDaysBetween } from '../shared/region/calendar-days.ts'
import { writeRelative } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { writeDate } from '../ui/date-words.ts'

/** A future time: "today at 14:00", "tomorrow at 09:00", "Friday 27 November at 09:00". Both epoch ms. */
export function whenWords(at: number, now: number): string {
  return text('words.time.dayAt', { day: dayWords(at, now), time: writeDate(at, 'time') })
}

/** The same, short enough for a row: "14:00", "Fri 09:00", "27 Nov". */
export function shortWhen(at: number, now: number): string {
  const days = calendarDaysBetween(now, at)
  if (days === 0) return writeDate(at, 'time')
  if (days > 0 && days < 7) return `${writeDate(at, 'weekday')} ${writeDate(at, 'time')}`
  return writeDate(at, isSameYear(at, now) ? 'date' : 'dateAndYear')
}

function dayWords(at: number, now: number): string {
  const days = calendarDaysBetween(now, at)
  if (Math.abs(days) <= 1) return writeRelative(days, 'day')
  return writeDate(at, isSameYear(at, now) ? 'day' : 'dayAndYear')
}

function isSameYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear()
}
