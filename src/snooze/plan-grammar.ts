import { readDateInFigures, realDate, type WrittenDate } from '../shared/region/calendar-date.ts'
import type { DateOrder } from '../shared/region/regional-formats.ts'
import { readAmounts } from './plan-amounts.ts'
import type { SnoozePlan, Read } from './plan.ts'
import { inDays, readPhrase, type Vocabulary } from './vocabulary/vocabulary.ts'

type Words = readonly string[]
/** What a rule may depend on besides the words: `plan` is what the words before them mean. */
type Context = { readonly order: DateOrder; readonly vocabulary: Vocabulary; readonly plan: SnoozePlan }
type Rule = (words: Words, context: Context) => Read | null

/**
 * Null unless the whole text is understood and no part of the plan is given twice. Unknown words are not skipped, because "not tomorrow"
 * is not tomorrow.
 */
export function readPlan(words: Words, vocabulary: Vocabulary, order: DateOrder): SnoozePlan | null {
  let plan: SnoozePlan = {}
  let rest = words
  while (rest.length > 0) {
    const read = readNext(rest, { order, vocabulary, plan })
    const joined = read === null ? null : joinPlans(plan, read.plan)
    if (read === null || joined === null) return null
    plan = joined
    rest = read.rest
  }
  if (Object.keys(plan).length === 0) return null
  return plan.durationMs !== undefined && Object.keys(plan).length > 1 ? null : plan
}

/** Null when both set the same part, unless their days are two halves of one: "tue 1 dec", "friday next week". */
function joinPlans(plan: SnoozePlan, next: SnoozePlan): SnoozePlan | null {
  const days = [plan.day, next.day].filter((day) => day !== undefined)
  const weekday = days.find((day) => day.kind === 'weekday')
  const other = days.find((day) => day !== weekday)
  if (weekday?.isNextWeek === false && other?.kind === 'next-week')
    return { ...plan, ...next, day: { ...weekday, isNextWeek: true } }
  if (weekday?.isNextWeek === false && other?.kind === 'date')
    return { ...plan, ...next, day: { ...other, weekday: weekday.weekday } }
  return Object.keys(next).some((part) => part in plan) ? null : { ...plan, ...next }
}

function readNext(words: Words, context: Context): Read | null {
  for (const rule of RULES) {
    const read = rule(words, context)
    if (read !== null) return read
  }
  const [first = '', ...rest] = words
  return context.vocabulary.joining.has(first) && rest.length > 0 ? readNext(rest, context) : null
}

const amounts: Rule = (words, { vocabulary }) => readAmounts(words, vocabulary)

const namedDay: Rule = (words, { vocabulary, plan }) => {
  const [first = '', ...others] = words
  // The German "morgen" is tomorrow, and after a day it is the morning.
  if (plan.day !== undefined && vocabulary.partsOfDay.has(first)) return null
  const day = readPhrase(vocabulary.days, words)
  if (day !== null) return { plan: { day: day.meaning }, rest: day.rest }
  const isNextWeek = vocabulary.next.has(first)
  const weekday = readPhrase(vocabulary.weekdays, isNextWeek ? others : words)
  return weekday && { plan: { day: { kind: 'weekday', weekday: weekday.meaning, isNextWeek } }, rest: weekday.rest }
}

/** Reads "27 nov", "27th of november 2027", "nov 27", "the 27th", "2026-12-24", "5/6". */
const date: Rule = (words, { order, vocabulary, plan }) => {
  const { months, of, beforeDayOfMonth } = vocabulary
  const [first = '', second = ''] = words
  const numeric = isTimeWithDot(first, order, plan) ? null : readDateInFigures(first, order)
  if (numeric !== null) return dated(numeric, words.slice(1))
  const month = months.get(first)
  const following = dayOfMonth(second, vocabulary)
  if (month !== undefined && following !== null) return withYear(month, following.day, words.slice(2), vocabulary)
  const figures = skipAll(beforeDayOfMonth, words)
  const ordinal = dayOfMonth(figures[0] ?? '', vocabulary)
  if (ordinal === null) return null
  const [monthAfter = '', ...rest] = skip(of, figures.slice(1))
  const number = months.get(monthAfter)
  if (number !== undefined) return withYear(number, ordinal.day, rest, vocabulary)
  const isDay = ordinal.isOrdinal || figures.length < words.length
  return isDay && ordinal.day >= 1 && ordinal.day <= 31
    ? { plan: { day: { kind: 'day-of-month', day: ordinal.day } }, rest: figures.slice(1) }
    : null
}

function dayOfMonth(
  word: string,
  { ordinals }: Vocabulary,
): { readonly day: number; readonly isOrdinal: boolean } | null {
  const [, day, ending = ''] = /^(\d{1,2})(\D*)$/.exec(word) ?? []
  const isOrdinal = ordinals.has(ending)
  return day === undefined || !(isOrdinal || ending === '' || ending === '.') ? null : { day: Number(day), isOrdinal }
}

function withYear(month: number, day: number, words: Words, { of }: Vocabulary): Read | null {
  const [year = '', ...rest] = skip(of, words)
  const hasYear = /^20\d\d$/.test(year)
  return dated({ year: hasYear ? Number(year) : null, month, day }, hasYear ? rest : words)
}

function dated(written: WrittenDate, rest: Words): Read | null {
  const real = realDate(written)
  return real === null ? null : { plan: { day: { kind: 'date', date: real } }, rest }
}

/** "9.30" is a time after a day, and in regions that do not write dates this way. */
function isTimeWithDot(word: string, { isDayFirst }: DateOrder, { day }: SnoozePlan): boolean {
  return /^\d{1,2}\.[0-5]\d$/.test(word) && (day !== undefined || !isDayFirst)
}

/** Reads "tonight", "this evening", "in the morning", "end of the day". */
const partOfDay: Rule = (words, { vocabulary: { partsOfDay, beforePart } }) => {
  let isThis = false
  for (let skipped = 0; skipped <= 2; skipped += 1) {
    const read = readPhrase(partsOfDay, words.slice(skipped))
    if (read !== null) {
      const { isToday = isThis, ...part } = read.meaning
      return { plan: { part, ...(isToday && { day: inDays(0) }) }, rest: read.rest }
    }
    const before = beforePart.get(words[skipped] ?? '')
    if (before === undefined) return null
    isThis ||= before === 'today'
  }
  return null
}

/** Reads "9", "9:30", "9.30", "9am", "9 am", "09:00", "9 o'clock", and "1400" only after "at" or a day. */
const clock: Rule = (words, { vocabulary, plan }) => {
  const at = readPhrase(vocabulary.at, words)
  const [first = '', ...rest] = at?.rest ?? words
  const match = /^(\d{1,2})(?:[:.](\d\d))?([ap]m?)?$/.exec(first)
  const figures = /^([01]\d|2[0-3])([0-5]\d)$/.exec(first)
  if (match === null) {
    if (figures === null || !(at !== null || plan.day !== undefined)) return null
    return timed(Number(figures[1]), Number(figures[2]), true, rest)
  }
  const next = (rest[0] ?? '').replaceAll('.', '')
  // In German, "9 am Freitag" is "9 on Friday".
  const isJoining = vocabulary.joining.has(next) && rest.length > 1
  const hasSpace = match[3] === undefined && /^[ap]m$/.test(next) && !isJoining
  const meridiem = match[3] ?? (hasSpace ? next : undefined)
  const following = hasSpace ? rest.slice(1) : (readPhrase(vocabulary.oClock, rest)?.rest ?? rest)
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (meridiem === undefined) return timed(hour, minute, first.startsWith('0') || hour > 12 || hour === 0, following)
  if (hour < 1 || hour > 12) return null
  return timed((hour % 12) + (meridiem.startsWith('p') ? 12 : 0), minute, true, following)
}

function timed(hour: number, minute: number, isExact: boolean, rest: Words): Read | null {
  return hour > 23 || minute > 59 ? null : { plan: { time: { hour, minute, isExact } }, rest }
}

/** The words after one that carries no meaning. */
function skip(joining: ReadonlySet<string>, words: Words): Words {
  return joining.has(words[0] ?? '') ? words.slice(1) : words
}

function skipAll(joining: ReadonlySet<string>, words: Words): Words {
  const start = words.findIndex((word) => !joining.has(word))
  return start === -1 ? [] : words.slice(start)
}

const RULES: readonly Rule[] = [amounts, namedDay, date, partOfDay, clock]
