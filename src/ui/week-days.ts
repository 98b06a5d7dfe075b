import { regionalFirstDay } from '../shared/region/first-day.ts'
import { systemLocale } from '../shared/region/locale.ts'
import { writeDate } from './date-words.ts'

type WeekDay = {
  /** 0 is Sunday. */
  readonly day: number
  readonly name: string
  readonly shortName: string
}

/** Noon, so that the day is the same in every time zone of the user's computer. This was a Sunday. */
const SUNDAY = new Date(2023, 0, 1, 12)

/** The days in the language of the text, from the first day of the region's week. */
export function daysOfWeek(): readonly WeekDay[] {
  const first = regionalFirstDay(systemLocale().dates)
  return Array.from({ length: 7 }, (_, index) => {
    const day = (first + index) % 7
    const at = SUNDAY.getTime() + day * 24 * 60 * 60_000
    return { day, name: writeDate(at, 'weekdayName'), shortName: writeDate(at, 'weekday') }
  })
}
