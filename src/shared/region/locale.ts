import { type Language, ruleLanguage } from '../language.ts'
import {
  type DateOrder,
  type RegionalFormats,
  regionalFormats,
  type SystemLocale,
  TEXT_CALENDAR,
  TEXT_DIGITS,
} from './regional-formats.ts'

/**
 * The only module that formats numbers, times and dates. `toLocaleString` and `new Intl.…Format` without a locale use the language of the
 * runtime instead of the system's formats; test/architecture.test.ts forbids them elsewhere.
 */
const INITIAL: SystemLocale = { dates: 'en-US', numbers: 'en-US', clock: null }

let current = INITIAL
/** Created on first use, like `number`. */
let formats: (RegionalFormats & { readonly language: Language }) | null = null
let number: Intl.NumberFormat | null = null

/** Call once before anything is drawn. Main reads the locale from the system; the window and its workers receive it. */
export function setSystemLocale(locale: SystemLocale): void {
  current = locale
  formats = null
  number = null
}

/** Returns the same object until it is set again, so that it can be a cache key. */
export function systemLocale(): SystemLocale {
  return current
}

/** "12,345", "12.345". */
export function writeNumber(value: number): string {
  return numberFormat().format(value)
}

export function numberFormat(): Intl.NumberFormat {
  number ??= new Intl.NumberFormat(currentFormats().numbers, TEXT_DIGITS)
  return number
}

/** With a fixed number of decimals: "2.0", "2,0". */
export function writeDecimal(value: number, decimals: number): string {
  const options = { ...TEXT_DIGITS, minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(currentFormats().numbers, options).format(value)
}

export function writeMoney(value: number, currency: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(currentFormats().numbers, {
    ...TEXT_DIGITS,
    ...options,
    style: 'currency',
    currency,
  }).format(value)
}

/** By language and unit. Creating a format takes fifty times as long as using it. */
const unitFormats = new Map<string, Intl.NumberFormat>()
const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>()

/** "2 hours" in the language of the text. */
export function writeUnit(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  const language = ruleLanguage()
  const key = `${language} ${unit}`
  const known = unitFormats.get(key)
  const options = { ...TEXT_DIGITS, style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const
  const format = known ?? new Intl.NumberFormat(language, options)
  unitFormats.set(key, format)
  return format.format(count)
}

/** "2 hours ago" for -2; for days also "yesterday", "today" and "tomorrow". In the language of the text. */
export function writeRelative(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const language = ruleLanguage()
  const known = relativeFormats.get(language)
  const format = known ?? new Intl.RelativeTimeFormat(language, { ...TEXT_DIGITS, numeric: 'auto' })
  relativeFormats.set(language, format)
  return format.format(count, unit)
}

/** Slow to create: keep formats that are used often, for as long as `systemLocale()` and `ruleLanguage()` return the same. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { dates, hourCycle } = currentFormats()
  return new Intl.DateTimeFormat(dates, { ...TEXT_CALENDAR, ...options, hourCycle })
}

export function dateOrder(): DateOrder {
  return currentFormats().order
}

function currentFormats(): RegionalFormats {
  const language = ruleLanguage()
  if (formats?.language !== language) formats = { ...regionalFormats(current, language), language }
  return formats
}
