import { parse } from 'chrono-node/en'
import type { Snoozed } from '../db/flags.ts'
import { atHour, daysToMonday } from './presets.ts'

/** What a person typed, understood: until when, and whether only without a reply; or why it will not do. */
export type When =
  | ({ readonly kind: 'understood' } & Snoozed)
  | { readonly kind: 'empty' | 'unknown' }
  | { readonly kind: 'past'; readonly at: number }

type Understood = ReturnType<typeof parse>[number]['start']

/** The hour of a day that was named without one. */
const MORNING = 9

/** Further than this nobody plans, ms: a slip of the finger. */
const FURTHEST_MS = 5 * 366 * 24 * 60 * 60_000

/** "tomorrow 9", "in 2 hours", "if no reply by friday". `now` is epoch ms; days and hours are those of this device's time zone. */
export function parseWhen(text: string, now: number): When {
  const { words, unlessReply } = withoutReply(text.trim().toLowerCase())
  if (text.trim() === '') return { kind: 'empty' }
  const spelled = spelledOut(words, now)
  const [found] = parse(spelled, new Date(now), { forwardDate: true })
  if (found === undefined || isHalfRead(spelled, found)) return { kind: 'unknown' }
  const until = momentOf(found.start, words, now)
  if (until <= now) return { kind: 'past', at: until }
  return until - now > FURTHEST_MS ? { kind: 'unknown' } : { kind: 'understood', until, unlessReply }
}

/** A number that was left aside meant something: "tomorrow at 25:00" is a slip, and not tomorrow. */
function isHalfRead(words: string, { index, text }: ReturnType<typeof parse>[number]): boolean {
  return /\d/.test(words.slice(0, index) + words.slice(index + text.length))
}

const NO_REPLY =
  /\b(?:if|unless|when)\s+(?:there\s+is\s+|there['’]s\s+)?(?:no|nobody|noone|they|he|she|the customer)?\s*(?:do(?:es)?\s*n[o'’]?t\s+)?(?:repl(?:y|ies|ied)|answers?|answered|response)\b/

const BARELY_NO_REPLY = /\bno\s+(?:reply|answer|response)\b/

/** Takes "if no reply by" away, and says whether it was there. */
function withoutReply(text: string): { readonly words: string; readonly unlessReply: boolean } {
  const words = text.replace(NO_REPLY, ' ').replace(BARELY_NO_REPLY, ' ').trim()
  return { words, unlessReply: words !== text }
}

const DAY = '(?:today|tonight|tomorrow|tmr|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
const DAY_THEN_HOUR = new RegExp(`\\b(${DAY})\\s+(\\d{1,2})$`)

/** What the library does not take for a time, or takes for another one. */
function spelledOut(words: string, now: number): string {
  return (
    words
      // A week as people plan it begins on Monday.
      .replace(/^next week(?=$|\s+(?:at\s+)?\d)/, daysToMonday(now) === 1 ? 'tomorrow' : `in ${daysToMonday(now)} days`)
      .replace(/^(\d{1,2})$/, 'at $1')
      .replace(DAY_THEN_HOUR, '$1 at $2')
      .replace(/\beod\b|\bend of (?:the )?day\b/, 'today at 17:00')
      .replace(/\blater\b(?! today)/, 'in 3 hours')
      .replace(/\blater today\b/, 'in 3 hours')
  )
}

function momentOf(start: Understood, words: string, now: number): number {
  const date = start.date()
  if (start.isCertain('hour')) return timeOfDayOf(start, words, now)
  // "This evening" has an hour of its own; "morning" is when work begins, not when the sun rises.
  if (/\b(?:noon|midnight|afternoon|evening|night|tonight)\b/.test(words)) return date.getTime()
  const morning = atHour(date, MORNING)
  // On a Friday "friday" is the next one, once the morning is over.
  if (morning <= now && start.isCertain('weekday')) return atHour(daysAfter(date, 7), MORNING)
  return morning
}

function timeOfDayOf(start: Understood, words: string, now: number): number {
  const said = start.date()
  // "At 2" is in the afternoon: nobody wants to be called in the night who does not write 02:00.
  const isAfternoon = !start.isCertain('meridiem') && isSmallHour(said.getHours()) && !/\b0\d/.test(words)
  const hour = said.getHours() + (isAfternoon ? 12 : 0)
  if (start.isCertain('day') || start.isCertain('weekday')) return withHour(said, hour)
  // An hour alone is the next time the clock shows it.
  const today = new Date(now)
  today.setMinutes(said.getMinutes(), 0, 0)
  const next = withHour(today, hour)
  return next > now ? next : withHour(daysAfter(today, 1), hour)
}

function isSmallHour(hour: number): boolean {
  return hour >= 1 && hour <= 6
}

function withHour(date: Date, hour: number): number {
  return new Date(date).setHours(hour)
}

function daysAfter(date: Date, days: number): Date {
  const later = new Date(date)
  later.setDate(later.getDate() + days)
  return later
}
