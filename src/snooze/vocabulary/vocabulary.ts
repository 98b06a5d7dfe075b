import type { Day, PartOfDay, Unit } from '../plan.ts'

/** Phrases of one to four words in lower case and without accents, with their meaning. */
export type Phrases<Meaning> = ReadonlyMap<string, Meaning>

/** A pattern in the typed text, and its replacement. */
export type Spelling = readonly [RegExp, string]

export type NamedPart = PartOfDay & { readonly isToday?: true }

/** The words of one language. The grammar is the same in every language. */
export type Vocabulary = {
  /** Alternative spellings, replaced before the text is split into words. */
  readonly spellings: readonly Spelling[]
  /** Forms of "if there is no reply", replaced by the time inside them. "If they reply" means the opposite and must not match. */
  readonly noReply: readonly Spelling[]
  /** Words that carry no meaning of their own. */
  readonly joining: ReadonlySet<string>
  /** "Tomorrow", "end of month". */
  readonly days: Phrases<Day>
  /** 0 is Sunday. A weekend is its Saturday. */
  readonly weekdays: Phrases<number>
  /** 1 is January. */
  readonly months: Phrases<number>
  /** Words before a weekday that move it to the next week. */
  readonly next: ReadonlySet<string>
  /** Words before a day of the month that has no ending: "el 5". */
  readonly beforeDayOfMonth: ReadonlySet<string>
  /** The endings of a day of the month: "5th", "5.". */
  readonly ordinals: ReadonlySet<string>
  /** Words between the day, the month and the year. */
  readonly of: ReadonlySet<string>
  readonly partsOfDay: Phrases<NamedPart>
  /** Words before a part of the day, such as "in" and "the". `today`: "this evening" is today's. */
  readonly beforePart: ReadonlyMap<string, 'any day' | 'today'>
  readonly numbers: Phrases<number>
  readonly units: Phrases<Unit>
  /** Phrases for a few hours from now. */
  readonly later: Phrases<true>
  /** "In", "ago". -1: the amount is in the past. */
  readonly beforeAmount: Phrases<1 | -1>
  readonly afterAmount: Phrases<1 | -1>
  /** Between two amounts. */
  readonly and: ReadonlySet<string>
  /** Phrases before a time. */
  readonly at: Phrases<true>
  /** Phrases after a time. */
  readonly oClock: Phrases<true>
}

const MINUTE_MS = 60_000

export const UNIT = {
  minute: { ms: MINUTE_MS },
  hour: { ms: 60 * MINUTE_MS },
  day: { kind: 'in-days', times: 1 },
  week: { kind: 'in-days', times: 7 },
  fortnight: { kind: 'in-days', times: 14 },
  month: { kind: 'in-months', times: 1 },
  year: { kind: 'in-months', times: 12 },
} as const satisfies Record<string, Unit>

/** "Morning" is the start of work. Midnight is the end of its day. */
export const PART = {
  morning: { hour: 9, from: 0, to: 11 },
  noon: onlyAt(12),
  afternoon: { hour: 15, from: 12, to: 18 },
  evening: { hour: 20, from: 16, to: 23 },
  night: { hour: 22, from: 18, to: 23 },
  midnight: onlyAt(24),
  endOfWork: onlyAt(17),
} as const satisfies Record<string, PartOfDay>

function onlyAt(hour: number): PartOfDay {
  return { hour, from: hour, to: hour }
}

export function inDays(count: number): Day {
  return { kind: 'in-days', count }
}

/** Spellings that every language has: "9 a.m.", "1h30", "2026-12-24T18:00". */
export const COMMON_SPELLINGS: readonly Spelling[] = [
  [/\b([ap])\. ?m\b\.?/g, '$1m'],
  [/(\d)h(\d{1,2})m?\b/g, '$1h $2m'],
  [/^(\d{4}-\d\d-\d\d)t(?=\d)/g, '$1 '],
]

/** Each line is a list of phrases with commas, and their meaning. Umlauts may also be typed as ae, oe and ue. */
export function named<Meaning>(
  table: Iterable<readonly [list: string, meaning: Meaning]>,
): ReadonlyMap<string, Meaning> {
  const known = new Map<string, Meaning>()
  for (const [list, meaning] of table)
    for (const phrase of list.split(', ')) {
      known.set(withoutAccents(phrase), meaning)
      known.set(withoutAccents(phrase.replaceAll(/[äöü]/g, (letter) => `${withoutAccents(letter)}e`)), meaning)
    }
  return known
}

export function setOf(list: string): ReadonlySet<string> {
  return new Set(named([[list, true]]).keys())
}

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
}

const MAX_PHRASE = 4

/** Reads the longest phrase that the words begin with. */
export function readPhrase<Meaning extends NonNullable<unknown>>(
  known: Phrases<Meaning>,
  words: readonly string[],
): { readonly meaning: Meaning; readonly rest: readonly string[] } | null {
  for (let length = Math.min(MAX_PHRASE, words.length); length >= 1; length -= 1) {
    const meaning = known.get(words.slice(0, length).join(' '))
    if (meaning !== undefined) return { meaning, rest: words.slice(length) }
  }
  return null
}
