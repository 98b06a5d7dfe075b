import type { DateOrder } from './regional-formats.ts'

/** A date as typed. Without a year, the caller chooses one. Months count from 1. */
export type WrittenDate = { readonly year: number | null; readonly month: number; readonly day: number }

/** Earlier years are typing errors, and Date reads the years 0 to 99 as 1900 to 1999. */
const MIN_YEAR = 1900

const IN_FIGURES = /^(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4}))?\.?$/

/**
 * Reads "2026-12-24", and "5/6", "05.06.", "5-6-2027" in the order of the system's region. Null for anything else and for invalid dates:
 * 5/13 where the month comes second is an error, not a date in the other order.
 */
export function readDateInFigures(text: string, order: DateOrder): WrittenDate | null {
  const [, first = '', , second = '', third] = IN_FIGURES.exec(text) ?? []
  if (first === '') return null
  if (third === undefined) {
    if (first.length > 2) return null
    return realDate({ year: null, ...dayAndMonth(first, second, order) })
  }
  const hasYearFirst = first.length === 4 || (order.isYearFirst && first.length === 2 && third.length <= 2)
  const year = yearOf(hasYearFirst ? first : third)
  if (year === null) return null
  if (hasYearFirst) return third.length > 2 ? null : realDate({ year, month: Number(second), day: Number(third) })
  return first.length > 2 ? null : realDate({ year, ...dayAndMonth(first, second, order) })
}

/** Returns the date itself, or null for an invalid one such as 30 February. */
export function realDate(date: WrittenDate): WrittenDate | null {
  const { year, month, day } = date
  // Without a year, February may have 29 days.
  const last = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= last ? date : null
}

function dayAndMonth(first: string, second: string, { isDayFirst }: DateOrder): { month: number; day: number } {
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return { month: Number(month), day: Number(day) }
}

function yearOf(figures: string): number | null {
  if (figures.length === 4) return Number(figures) < MIN_YEAR ? null : Number(figures)
  return figures.length === 2 ? 2000 + Number(figures) : null
}
