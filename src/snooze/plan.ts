import type { WrittenDate } from '../shared/region/calendar-date.ts'

/** A day as typed. Weekdays count from 0, Sunday. */
export type Day =
  | { readonly kind: 'in-days' | 'in-months'; readonly count: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isNextWeek: boolean }
  | { readonly kind: 'next-week' | 'next-month' | 'next-year' | 'end-of-week' | 'end-of-month' }
  | {
      readonly kind: 'date'
      readonly date: WrittenDate
      /** The weekday that the date must have. */ readonly weekday?: number
    }
  | { readonly kind: 'day-of-month'; readonly day: number }

export type ClockTime = {
  readonly hour: number
  readonly minute: number
  /** False for "at 2", which may be am or pm. */
  readonly isExact: boolean
}

/** A part of the day: its default hour, and the range of hours that "at 7" may mean in it. */
export type PartOfDay = { readonly hour: number; readonly from: number; readonly to: number }

/** A unit of time: either in ms, or in calendar days or months. */
export type Unit =
  | { readonly ms: number }
  | { readonly kind: 'in-days' | 'in-months'; /** Days or months per unit. */ readonly times: number }

/** The parts of a parsed text. */
export type SnoozePlan = {
  readonly durationMs?: number
  readonly day?: Day
  readonly part?: PartOfDay
  readonly time?: ClockTime
}

/** The result of a rule: the parts that it read, and the remaining words. */
export type Read = { readonly plan: SnoozePlan; readonly rest: readonly string[] }
