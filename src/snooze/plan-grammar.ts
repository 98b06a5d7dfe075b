import { readDateInFigures, realDate, type WrittenDate } from '../shared/region/calendar-date.ts'
import type { DateOrder } from '../shared/region/regional-formats.ts'
import { readAmounts } from './plan-amounts.ts'
import type { Day, SnoozePlan, Read } from './plan.ts'
import { MONTHS, PARTS_OF_DAY, WEEKDAYS } from './plan-words.ts'

type Rule = (words: readonly string[], order: DateOrder, plan: SnoozePlan) => Read | null

/** Words that carry no meaning of their own. */
const JOINING = new Set(['at', 'on', 'by', 'until', 'till', 'til', 'the', 'this', 'coming'])

/**
 * Null unless the whole text is understood and no part of the plan is given twice. Unknown words are not skipped, because "not tomorrow"
 * is not tomorrow.
 */
export function readPlan(words: readonly string[], order: DateOrder): SnoozePlan | null {
  let plan: SnoozePlan = {}
  let rest = words
  while (rest.length > 0) {
    const read = readNext(rest, order, plan)
    const joined = read === null ? null : joinPlans(plan, read.plan)
    if (read === null || joined === null) return null
    plan = joined
    rest = read.rest
  }
  if (Object.keys(plan).length === 0) return null
  return plan.durationMs !== undefined && Object.keys(plan).length > 1 ? null : plan
}

/** Null when both set the same part. The exception is a weekday with its date, as in "tue 1 dec". */
function joinPlans(plan: SnoozePlan, next: SnoozePlan): SnoozePlan | null {
  const days = [plan.day, next.day].filter((day) => day !== undefined)
  const weekday = days.find((day) => day.kind === 'weekday')
  const written = days.find((day) => day.kind === 'date')
  if (weekday?.isNextWeek === false && written !== undefined)
    return { ...plan, ...next, day: { ...written, weekday: weekday.weekday } }
  return Object.keys(next).some((part) => part in plan) ? null : { ...plan, ...next }
}

function readNext(words: readonly string[], order: DateOrder, plan: SnoozePlan): Read | null {
  for (const rule of RULES) {
    const read = rule(words, order, plan)
    if (read !== null) return read
  }
  const [first = '', ...rest] = words
  return JOINING.has(first) && rest.length > 0 ? readNext(rest, order, plan) : null
}

const namedDay: Rule = (words) => {
  const [first = '', second = '', third = ''] = words
  const read = (day: Day, length: number): Read => ({ plan: { day }, rest: words.slice(length) })
  if (first === 'today') return read({ kind: 'in-days', count: 0 }, 1)
  if (first === 'tomorrow') return read({ kind: 'in-days', count: 1 }, 1)
  if (first === 'yesterday') return read({ kind: 'in-days', count: -1 }, 1)
  if (first === 'day' && second === 'after' && third === 'tomorrow') return read({ kind: 'in-days', count: 2 }, 3)
  if (first === 'next' && second === 'week') {
    const at = third === 'on' ? 3 : 2
    const weekday = WEEKDAYS.get(words[at] ?? '')
    return weekday === undefined
      ? read({ kind: 'next-week' }, 2)
      : read({ kind: 'weekday', weekday, isNextWeek: true }, at + 1)
  }
  if (first === 'next' && second === 'month') return read({ kind: 'next-month' }, 2)
  if (first === 'next' && second === 'year') return read({ kind: 'next-year' }, 2)
  if (first === 'eow') return read({ kind: 'end-of-week' }, 1)
  if (first === 'eom') return read({ kind: 'end-of-month' }, 1)
  if (first === 'end' && second === 'of' && third === 'week') return read({ kind: 'end-of-week' }, 3)
  if (first === 'end' && second === 'of' && third === 'month') return read({ kind: 'end-of-month' }, 3)
  const isNext = first === 'next'
  const weekday = WEEKDAYS.get(isNext ? second : first)
  if (weekday === undefined) return null
  if (!isNext && second === 'next' && third === 'week') return read({ kind: 'weekday', weekday, isNextWeek: true }, 3)
  return read({ kind: 'weekday', weekday, isNextWeek: isNext }, isNext ? 2 : 1)
}

/** Reads "27 nov", "27th of november 2027", "nov 27", "the 27th", "2026-12-24", "5/6". */
const date: Rule = (words, order, plan) => {
  const [first = '', second = ''] = words
  const numeric = isTimeWithDot(first, order, plan) ? null : readDateInFigures(first, order)
  if (numeric !== null) return dated(numeric, words.slice(1))
  const ordinal = dayOfMonth(first)
  const of = second === 'of' ? 1 : 0
  const monthAfter = MONTHS.get(words[1 + of] ?? '')
  if (ordinal !== null && monthAfter !== undefined) return withYear(monthAfter, ordinal.day, words.slice(2 + of))
  const month = MONTHS.get(first)
  const following = dayOfMonth(second)
  if (month !== undefined && following !== null) return withYear(month, following.day, words.slice(2))
  if (ordinal?.isOrdinal !== true) return null
  return ordinal.day > 31 || ordinal.day < 1
    ? null
    : { plan: { day: { kind: 'day-of-month', day: ordinal.day } }, rest: words.slice(1) }
}

function dayOfMonth(word: string): { readonly day: number; readonly isOrdinal: boolean } | null {
  const match = /^(\d{1,2})(st|nd|rd|th|\.)?$/.exec(word)
  return match === null ? null : { day: Number(match[1]), isOrdinal: /[a-z]/.test(match[2] ?? '') }
}

function withYear(month: number, day: number, rest: readonly string[]): Read | null {
  const year = /^20\d\d$/.test(rest[0] ?? '') ? Number(rest[0]) : null
  return dated({ year, month, day }, year === null ? rest : rest.slice(1))
}

function dated(written: WrittenDate, rest: readonly string[]): Read | null {
  const real = realDate(written)
  return real === null ? null : { plan: { day: { kind: 'date', date: real } }, rest }
}

/** "9.30" is a time after a day, and in regions that do not write dates this way. */
function isTimeWithDot(word: string, { isDayFirst }: DateOrder, { day }: SnoozePlan): boolean {
  return /^\d{1,2}\.[0-5]\d$/.test(word) && (day !== undefined || !isDayFirst)
}

/** Reads "tonight", "this evening", "in the morning", "end of the day". */
const partOfDay: Rule = (words) => {
  const [, start = ''] = /^((?:(?:this|in|at|the) ){0,2})/.exec(`${words.join(' ')} `) ?? []
  const skipped = start === '' ? 0 : start.trim().split(' ').length
  for (let length = 4; length >= 1; length -= 1) {
    const phrase = words.slice(skipped, skipped + length)
    const part = phrase.length === length ? PARTS_OF_DAY.get(phrase.join(' ')) : undefined
    if (part === undefined) continue
    const isToday = phrase[0] === 'tonight' || start.startsWith('this')
    const day: Day = { kind: 'in-days', count: 0 }
    return { plan: { part, ...(isToday && { day }) }, rest: words.slice(skipped + length) }
  }
  return null
}

/** Reads "9", "9:30", "9.30", "9am", "9 am", "09:00", "9 o'clock", and "1400" only after "at" or a day. */
const clock: Rule = (words, _order, plan) => {
  const hasAt = words[0] === 'at' || words[0] === '@'
  const [first = '', second = ''] = hasAt ? words.slice(1) : words
  const rest = words.slice(hasAt ? 2 : 1)
  const match = /^(\d{1,2})(?:[:.](\d\d))?(am|pm|a|p)?$/.exec(first)
  const figures = /^([01]\d|2[0-3])([0-5]\d)$/.exec(first)
  if (match === null) {
    if (figures === null || !(hasAt || plan.day !== undefined)) return null
    return timed(Number(figures[1]), Number(figures[2]), true, rest)
  }
  const next = second.replaceAll('.', '')
  const hasMeridiem = match[3] === undefined && /^[ap]m$/.test(next)
  const meridiem = match[3] ?? (hasMeridiem ? next : undefined)
  const isOClock = /^(?:o['’]?clock|uhr|hrs)$/.test(second)
  const following = hasMeridiem || isOClock ? rest.slice(1) : rest
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (meridiem === undefined) return timed(hour, minute, first.startsWith('0') || hour > 12 || hour === 0, following)
  if (hour < 1 || hour > 12) return null
  return timed((hour % 12) + (meridiem.startsWith('p') ? 12 : 0), minute, true, following)
}

function timed(hour: number, minute: number, isExact: boolean, rest: readonly string[]): Read | null {
  return hour > 23 || minute > 59 ? null : { plan: { time: { hour, minute, isExact } }, rest }
}

const RULES: readonly Rule[] = [readAmounts, namedDay, date, partOfDay, clock]
