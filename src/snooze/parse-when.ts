import type { Snoozed } from '../db/rows.ts'
import { type Language, ruleLanguage } from '../shared/language.ts'
import { dateOrder } from '../shared/region/locale.ts'
import type { DateOrder } from '../shared/region/regional-formats.ts'
import { withoutInvisibleMarks } from '../shared/text/visible-text.ts'
import { readPlan } from './plan-grammar.ts'
import { momentOf } from './plan-moment.ts'
import { type Spelling, type Vocabulary, withoutAccents } from './vocabulary/vocabulary.ts'
import { vocabularyOf } from './vocabulary/vocabulary-of.ts'

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
 * Reads "tomorrow 9", "in 2 hours", "if no reply by friday", in the user's language or in English. The whole text must be understood,
 * because an unknown word could change its meaning. `now` is epoch ms; days and hours are in this device's time zone.
 */
export function parseWhen(
  text: string,
  now: number,
  order: DateOrder = dateOrder(),
  language: Language = ruleLanguage(),
): When {
  if (text.length > MAX_LENGTH) return { kind: 'unknown' }
  const written = plainLine(text)
  if (written === '') return { kind: 'empty' }
  for (const each of new Set([language, 'en'] as const)) {
    const when = readIn(vocabularyOf(each), written, now, order)
    if (when !== null) return when
  }
  return { kind: 'unknown' }
}

/** Null when the text is not in this language. */
function readIn(vocabulary: Vocabulary, written: string, now: number, order: DateOrder): When | null {
  const rest = respell(written, vocabulary.noReply)
  const plan = readPlan(wordsOf(respell(rest, vocabulary.spellings)), vocabulary, order)
  const until = plan === null ? null : momentOf(plan, now)
  if (until === null) return null
  if (until <= now) return { kind: 'past', at: until }
  if (until - now > MAX_AHEAD_MS) return { kind: 'unknown' }
  return { kind: 'understood', until, unlessReply: rest !== written }
}

/** Lower case, without accents and invisible marks, with the digits of every script as 0 to 9. */
function plainLine(text: string): string {
  return withoutAccents(withoutInvisibleMarks(text.normalize('NFKC')).toLowerCase())
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** In Unicode, the ten digits of a script are consecutive, starting with zero. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(Math.max(0, point - before - 1)))) before += 1
  return String(before % 10)
}

function respell(text: string, spellings: readonly Spelling[]): string {
  return spellings.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)
}

/** Removes the full stop after a word ("fri.") but keeps it in a date ("05.06."). */
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/, ?|;/g, ' ')
    .split(' ')
    .map((word) => word.replace(/(?<=[a-z])\.$/, '').replace(/!+$/, ''))
    .filter((word) => word !== '')
}
