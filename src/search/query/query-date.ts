import { readDateInFigures, realDate, type WrittenDate } from '../../shared/region/calendar-date.ts'
import { dateOrder } from '../../shared/region/locale.ts'
import type { DateOrder } from '../../shared/region/regional-formats.ts'

const MONTH = /^(\d{4})-(\d{1,2})$/
const AGO = /^(\d{1,4})\s*([a-z])$/

/** Days ago, in every language: no word has two meanings, and a stored query means the same in another language. */
const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ...['today', 'heute', 'hoy'].map((word) => [word, 0] as const),
  ...['yesterday', 'gestern', 'ayer'].map((word) => [word, 1] as const),
  ...['vorgestern', 'anteayer'].map((word) => [word, 2] as const),
])

/** The initials of day, week, month and year in every language. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...[...'dt'].map((letter) => [letter, 'day'] as const),
  ...[...'ws'].map((letter) => [letter, 'week'] as const),
  ...[...'m'].map((letter) => [letter, 'month'] as const),
  ...[...'yja'].map((letter) => [letter, 'year'] as const),
])
type Unit = 'day' | 'week' | 'month' | 'year'

/**
 * Epoch ms of the local midnight at which the day begins. Reads 2026-11-20, 2026-11, today, yesterday, 7d, 2w, 3m, 1y, and 5/6 in the date
 * order of the system's region.
 */
export function readDate(text: string, now: number, order: DateOrder = dateOrder()): number | null {
  const today = new Date(now)
  const word = text.trim().toLowerCase()
  const daysAgo = DAYS_AGO.get(word)
  if (daysAgo !== undefined) return midnightAgo(today, daysAgo, 'day')
  const [, count, initial = ''] = AGO.exec(word) ?? []
  const unit = UNITS.get(initial)
  if (unit !== undefined) return midnightAgo(today, Number(count), unit)
  const month = MONTH.exec(word)
  const date =
    month === null
      ? readDateInFigures(word, order)
      : realDate({ year: Number(month[1]), month: Number(month[2]), day: 1 })
  return date === null ? null : midnightOf(date, today)
}

/** A date without a year is the most recent such day, including today. */
function midnightOf({ year, month, day }: WrittenDate, today: Date): number | null {
  if (year !== null) return midnight(year, month - 1, day)
  for (let ago = 0; ago <= 8; ago += 1) {
    const candidateYear = today.getFullYear() - ago
    const at = realDate({ year: candidateYear, month, day }) === null ? null : midnight(candidateYear, month - 1, day)
    if (at !== null && at <= today.getTime()) return at
  }
  return null
}

function midnightAgo(today: Date, count: number, unit: Unit): number {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (unit) {
    case 'week':
      return midnight(year, month, day - 7 * count)
    case 'month':
      return midnight(year, month - count, dayWithin(year, month - count, day))
    case 'year':
      return midnight(year - count, month, dayWithin(year - count, month, day))
    case 'day':
      return midnight(year, month, day - count)
  }
}

/** Limits the day to the month's length: one month before 31 March is the last day of February. */
function dayWithin(year: number, month: number, day: number): number {
  return Math.min(day, new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
}

function midnight(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime()
}
