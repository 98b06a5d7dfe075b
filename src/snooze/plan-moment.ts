import type { WrittenDate } from '../shared/region/calendar-date.ts'
import type { ClockTime, Day, PartOfDay, SnoozePlan } from './plan.ts'

/** The default hour of a day. */
export const MORNING = 9
/** The hour at which a working day or week ends. */
const EVENING = 17

/** A calendar day in the user's time zone. */
type CalendarDay = { readonly year: number; readonly monthIndex: number; readonly day: number }
type TimeOfDay = { readonly hour: number; readonly minute: number }

/**
 * The time of a plan, epoch ms; null when its parts contradict each other ("noon at 9"). Hours and minutes are added to `now`; days, weeks
 * and months follow the calendar, also across daylight-saving changes.
 */
export function momentOf(plan: SnoozePlan, now: number): number | null {
  if (plan.durationMs !== undefined) return now + plan.durationMs
  const time = timeOf(plan)
  if (time === null) return null
  const today = dayOf(now)
  if (plan.day === undefined) {
    const next = at(today, time)
    // "End of day" means today, even when it has passed. Any other time without a day means its next occurrence.
    return next > now || isEndOfDay(plan.part) ? next : at(daysAfter(today, 1), time)
  }
  return momentOn(plan.day, time, { today, now })
}

function isEndOfDay(part: PartOfDay | undefined): boolean {
  return part?.from === EVENING && part.to === EVENING
}

function momentOn(day: Day, time: TimeOfDay, { today, now }: { today: CalendarDay; now: number }): number | null {
  const next = (candidates: Iterable<CalendarDay>): number | null => firstAfter(now, candidates, time)
  switch (day.kind) {
    case 'in-days':
      return at(daysAfter(today, day.count), time)
    case 'in-months':
      return at(monthsAfter(today, day.count), time)
    case 'weekday':
      if (day.isNextWeek) return at(daysAfter(nextMonday(today), (day.weekday + 6) % 7), time)
      return next([0, 7].map((weeks) => daysAfter(today, ((day.weekday - weekdayOf(today) + 7) % 7) + weeks)))
    case 'next-week':
      return at(nextMonday(today), time)
    case 'next-month':
      return at({ ...today, monthIndex: today.monthIndex + 1, day: 1 }, time)
    case 'next-year':
      return at({ year: today.year + 1, monthIndex: 0, day: 1 }, time)
    case 'end-of-week':
      return next([0, 7].map((weeks) => daysAfter(nextMonday(today), weeks - 3)))
    case 'end-of-month':
      return next([1, 2].map((months) => ({ ...today, monthIndex: today.monthIndex + months, day: 0 })))
    case 'day-of-month':
      return next(
        [0, 1, 2].map((months) => ({ ...today, monthIndex: today.monthIndex + months, day: day.day })).filter(isReal),
      )
    case 'date':
      return hasWeekday(dateMoment(day.date, MIDNIGHT, today), day.weekday) ? dateMoment(day.date, time, today) : null
  }
}

/** A date without a year is this year's, or the next one's if that day has passed. 29 February may be up to eight years away. */
function dateMoment({ year, month, day }: WrittenDate, time: TimeOfDay, today: CalendarDay): number | null {
  if (year !== null) return at({ year, monthIndex: month - 1, day }, time)
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const candidate = { year: today.year + ahead, monthIndex: month - 1, day }
    if (isReal(candidate) && at(candidate, MIDNIGHT) >= at(today, MIDNIGHT)) return at(candidate, time)
  }
  return null
}

/** False for "Tue 2 Dec" in a year where that is a Wednesday, because it is unknown which part is wrong. */
function hasWeekday(startOfDay: number | null, weekday: number | undefined): boolean {
  return weekday === undefined || (startOfDay !== null && weekdayOf(dayOf(startOfDay)) === weekday)
}

const MIDNIGHT: TimeOfDay = { hour: 0, minute: 0 }

function firstAfter(now: number, candidates: Iterable<CalendarDay>, time: TimeOfDay): number | null {
  for (const day of candidates) if (at(day, time) > now) return at(day, time)
  return null
}

function timeOf({ day, part, time }: SnoozePlan): TimeOfDay | null {
  if (time === undefined) {
    const endsWork = day?.kind === 'end-of-week' || day?.kind === 'end-of-month'
    return { hour: part?.hour ?? (endsWork ? EVENING : MORNING), minute: 0 }
  }
  if (part === undefined) return { hour: likelyHour(time), minute: time.minute }
  const hour = [time.hour, time.hour + 12].find((candidate) => candidate >= part.from && candidate <= part.to)
  return hour === undefined || part.from === part.to ? null : { hour, minute: time.minute }
}

/** "At 2" is in the afternoon; 02:00 is at night. */
function likelyHour({ hour, isExact }: ClockTime): number {
  return !isExact && hour >= 1 && hour <= 6 ? hour + 12 : hour
}

function dayOf(now: number): CalendarDay {
  const date = new Date(now)
  return { year: date.getFullYear(), monthIndex: date.getMonth(), day: date.getDate() }
}

/** If a daylight-saving change skips the time, `Date` returns the time after the gap. */
function at({ year, monthIndex, day }: CalendarDay, { hour, minute }: TimeOfDay): number {
  return new Date(year, monthIndex, day, hour, minute).getTime()
}

function daysAfter(day: CalendarDay, count: number): CalendarDay {
  return { ...day, day: day.day + count }
}

/** Uses the last day of a shorter month: one month after 31 January is 28 February. */
function monthsAfter({ year, monthIndex, day }: CalendarDay, count: number): CalendarDay {
  const last = new Date(Date.UTC(year, monthIndex + count + 1, 0)).getUTCDate()
  return { year, monthIndex: monthIndex + count, day: Math.min(day, last) }
}

function nextMonday(today: CalendarDay): CalendarDay {
  return daysAfter(today, (8 - weekdayOf(today)) % 7 || 7)
}

function weekdayOf({ year, monthIndex, day }: CalendarDay): number {
  return new Date(Date.UTC(year, monthIndex, day)).getUTCDay()
}

/** False for a day that the month does not have. */
function isReal({ year, monthIndex, day }: CalendarDay): boolean {
  return new Date(Date.UTC(year, monthIndex, day)).getUTCDate() === day
}
