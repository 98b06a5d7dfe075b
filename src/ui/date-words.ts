import { type Language, ruleLanguage } from '../shared/language.ts'
import { dateFormat, systemLocale } from '../shared/region/locale.ts'
import type { SystemLocale } from '../shared/region/regional-formats.ts'

/** Date formats, written in the user's time zone, the language of the text and the system's 12- or 24-hour clock. */
const FORMATS = {
  time: { hour: 'numeric', minute: '2-digit' },
  seconds: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
  weekday: { weekday: 'short' },
  weekdayName: { weekday: 'long' },
  date: { day: 'numeric', month: 'short' },
  dateAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayAndYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type DateFormatName = keyof typeof FORMATS

/** A cached format keeps its time zone, and the computer's time zone may change. */
const CACHE_MS = 60_000

type CachedFormat = {
  readonly format: Intl.DateTimeFormat
  readonly at: number
  readonly locale: SystemLocale
  readonly language: Language
}
const cachedFormats = new Map<DateFormatName, CachedFormat>()

/** `Date` and `Intl` throw for numbers outside this range. */
export function isDate(at: number): boolean {
  return Math.abs(at) <= 8.64e15
}

/** Formats epoch ms; empty for an invalid date. Formats are cached, because creating one takes fifty times as long as using it. */
export function writeDate(at: number, name: DateFormatName): string {
  if (!isDate(at)) return ''
  const now = Date.now()
  const known = cachedFormats.get(name)
  const [locale, language] = [systemLocale(), ruleLanguage()]
  const isSame = known?.locale === locale && known.language === language
  if (known !== undefined && isSame && now >= known.at && now - known.at < CACHE_MS) return known.format.format(at)
  const format = dateFormat(FORMATS[name])
  cachedFormats.set(name, { format, at: now, locale, language })
  return format.format(at)
}
