import { type Language, ruleLanguage } from '../language.ts'
import { readLocaleTag, regionOf } from './locale-tag.ts'

/** The system's formats of dates and numbers. The language of the text is the app's and independent of it. */
export type SystemLocale = {
  /** BCP 47 tags, or the system's own locale names. */
  readonly dates: string
  readonly numbers: string
  /** The user's override of the region's clock; null when there is none. */
  readonly clock: 'h12' | 'h23' | null
}

/** The order of the parts in numeric dates. */
export type DateOrder = {
  /** 5/6 is 5 June, not May 6. */
  readonly isDayFirst: boolean
  /** 26/6/5 starts with the year. */
  readonly isYearFirst: boolean
}

export type RegionalFormats = {
  /** A locale of the text's language. In English it has the region's date order: "27 Nov" or "Nov 27". */
  readonly dates: string
  readonly hourCycle: 'h11' | 'h12' | 'h23' | 'h24'
  readonly order: DateOrder
  readonly numbers: string
}

const FALLBACK = 'en-US'

/** Digits and calendar follow the language of the text: "3 selected" must not use the digits of another script. */
export const TEXT_DIGITS = { numberingSystem: 'latn' } as const
export const TEXT_CALENDAR = { ...TEXT_DIGITS, calendar: 'gregory' } as const

/** An instant whose day cannot be a month number. */
const SAMPLE = Date.UTC(2026, 10, 27, 12)

/** Dates are in the language of the text, because they appear inside sentences. Everything else follows the system's region. */
export function regionalFormats(locale: SystemLocale, language: Language = ruleLanguage()): RegionalFormats {
  const dates = knownTag(locale.dates)
  const parts = (options: Intl.DateTimeFormatOptions): readonly string[] =>
    new Intl.DateTimeFormat(dates, { ...TEXT_CALENDAR, ...options }).formatToParts(SAMPLE).map(({ type }) => type)
  const isBefore = (first: string, second: string, types: readonly string[]): boolean =>
    types.indexOf(first) < types.indexOf(second)
  const english = isBefore('day', 'month', parts({ day: 'numeric', month: 'short' })) ? 'en-GB' : 'en-US'
  const usual = new Intl.DateTimeFormat(dates, { hour: 'numeric' }).resolvedOptions().hourCycle
  return {
    dates: new Intl.Locale(dates).language === language ? dates : language === 'en' ? english : language,
    hourCycle: locale.clock ?? usual ?? 'h23',
    order: {
      isDayFirst: isBefore('day', 'month', parts({ day: 'numeric', month: 'numeric' })),
      isYearFirst: isBefore('year', 'month', parts({ day: 'numeric', month: 'numeric', year: 'numeric' })),
    },
    numbers: knownTag(locale.numbers),
  }
}

/**
 * A tag whose region this engine has data for. Engines know "en-GB" but not every pair: for "en-SE" Chromium may use the formats of
 * "en", which are those of the United States. In that case the region's main language is used.
 */
function knownTag(written: string): string {
  const tag = readLocaleTag(written) ?? FALLBACK
  if (keepsRegion(tag)) return tag
  const { language } = new Intl.Locale(`und-${regionOf(tag)}`).maximize()
  const main = `${language}-${regionOf(tag)}`
  return keepsRegion(main) ? main : tag
}

function keepsRegion(tag: string): boolean {
  return regionOf(new Intl.DateTimeFormat(tag).resolvedOptions().locale) === regionOf(tag)
}
