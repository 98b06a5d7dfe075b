import type { Snoozed } from '../db/rows.ts'
import { dateOrder } from '../shared/region/locale.ts'
import type { DateOrder } from '../shared/region/regional-formats.ts'
import { withoutInvisibleMarks } from '../shared/text/visible-text.ts'
import { readPlan } from './plan-grammar.ts'
import { momentOf } from './plan-moment.ts'
import { SPELLINGS } from './plan-words.ts'

/** A parsed snooze, or why the text is not accepted. */
export type When =
  | ({ readonly kind: 'understood' } & Snoozed)
  | { readonly kind: 'empty' | 'unknown' }
  | { readonly kind: 'past'; readonly at: number }

/** Longer texts, in UTF-16 units, are not parsed. */
const MAX_LENGTH = 200

/** Times further ahead than this, ms, are typing errors. */
const MAX_AHEAD_MS = 5 * 366 * 24 * 60 * 60_000

/**
 * Reads "tomorrow 9", "in 2 hours", "if no reply by friday". The whole text must be understood, because an unknown word could change its
 * meaning. `now` is epoch ms; days and hours are in this device's time zone.
 */
export function parseWhen(text: string, now: number, order: DateOrder = dateOrder()): When {
  if (text.length > MAX_LENGTH) return { kind: 'unknown' }
  const written = plainLine(text)
  if (written === '') return { kind: 'empty' }
  const { rest, unlessReply } = cutNoReply(written)
  const plan = readPlan(wordsOf(rest), order)
  const until = plan === null ? null : momentOf(plan, now)
  if (until === null) return { kind: 'unknown' }
  if (until <= now) return { kind: 'past', at: until }
  return until - now > MAX_AHEAD_MS ? { kind: 'unknown' } : { kind: 'understood', until, unlessReply }
}

/** Lower case, without invisible marks, with the digits of every script as 0 to 9. */
function plainLine(text: string): string {
  return withoutInvisibleMarks(text.normalize('NFKC'))
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** In Unicode, the ten digits of a script are consecutive, starting with zero. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(Math.max(0, point - before - 1)))) before += 1
  return String(before % 10)
}

const REPLY = '(?:repl(?:y|ies|ied)|answers?|answered|responds?|responded|response)'
const CUSTOMER = '(?:i get|i have|they|he|she|the customer|customer|anyone|anybody|someone|somebody)'
const NOT = "(?:(?:do|does|did|have|has) ?n[o']t|don't|doesn't|didn't|haven't|hasn't|dont|doesnt|didnt)"
const NOBODY = '(?:nobody|no one|noone)'
/** Forms of "if there is no reply". "If they reply" means the opposite and must not match. */
const NO_REPLY = new RegExp(
  [
    `\\b(?:if|when) (?:there is |there's |there are |i get |i have )?(?:no|nobody|noone|no one) ?${REPLY}\\b`,
    `\\b(?:if|when) ${NOBODY} (?:has |have )?${REPLY}\\b`,
    `\\b(?:if|when) ${CUSTOMER} ${NOT} ${REPLY}\\b`,
    `\\bunless (?:there is |there's )?(?:${CUSTOMER} )?(?:an? )?${REPLY}\\b`,
    `\\bno ${REPLY}\\b`,
  ].join('|'),
)

/** Removes "if no reply" and returns whether the text contained it. */
function cutNoReply(text: string): { readonly rest: string; readonly unlessReply: boolean } {
  const rest = text.replace(NO_REPLY, ' ')
  return { rest, unlessReply: rest !== text }
}

/** Removes the full stop after a word ("fri.") but keeps it in a date ("05.06."). */
function wordsOf(text: string): readonly string[] {
  const spelled = SPELLINGS.reduce((line, [pattern, replacement]) => line.replaceAll(pattern, replacement), text)
  return spelled
    .replaceAll(/, ?|;/g, ' ')
    .split(' ')
    .map((word) => word.replace(/(?<=[a-z])\.$/, '').replace(/!+$/, ''))
    .filter((word) => word !== '')
}
