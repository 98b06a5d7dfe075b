import { readLocaleTag, regionOf } from './locale-tag.ts'

/** How the system writes dates and numbers. It says nothing of the language of the text, which is the app's own. */
export type SystemLocale = {
  /** BCP 47 tags, or whatever the system has in their place. */
  readonly dates: string
  readonly numbers: string
  /** What the user has set against the habit of the region; null when nothing is set. */
  readonly clock: 'h12' | 'h23' | null
}

/** In which order a date in figures is read. */
export type DateOrder = {
  /** 5/6 is 5 June, not May 6. */
  readonly isDayFirst: boolean
  /** 26/6/5 begins with the year. */
  readonly isYearFirst: boolean
}

export type RegionalFormats = {
  /** A locale of the app's language whose dates are ordered as the region does. */
  readonly dates: string
  readonly hourCycle: 'h11' | 'h12' | 'h23' | 'h24'
  readonly order: DateOrder
  readonly numbers: string
}

/** The language of all text on screen; a date in another one would stand in the middle of an English sentence. */
const TEXT_LANGUAGE = 'en'
const FALLBACK = 'en-US'

/** Digits and calendar go with the language of the text: "3 selected" is not written with the 3 of another script. */
export const TEXT_DIGITS = { numberingSystem: 'latn' } as const
export const TEXT_CALENDAR = { ...TEXT_DIGITS, calendar: 'gregory' } as const

/** Any instant whose day can be no month. */
const SAMPLE = Date.UTC(2026, 10, 27, 12)

export function regionalFormats(locale: SystemLocale): RegionalFormats {
  const dates = knownTag(locale.dates)
  const parts = (options: Intl.DateTimeFormatOptions): readonly string[] =>
    new Intl.DateTimeFormat(dates, { ...TEXT_CALENDAR, ...options }).formatToParts(SAMPLE).map(({ type }) => type)
  const isBefore = (one: string, other: string, types: readonly string[]): boolean =>
    types.indexOf(one) < types.indexOf(other)
  const hasDayBeforeName = isBefore('day', 'month', parts({ day: 'numeric', month: 'short' }))
  const usual = new Intl.DateTimeFormat(dates, { hour: 'numeric' }).resolvedOptions().hourCycle
  return {
    dates: new Intl.Locale(dates).language === TEXT_LANGUAGE ? dates : hasDayBeforeName ? 'en-GB' : 'en-US',
    hourCycle: locale.clock ?? usual ?? 'h23',
    order: {
      isDayFirst: isBefore('day', 'month', parts({ day: 'numeric', month: 'numeric' })),
      isYearFirst: isBefore('year', 'month', parts({ day: 'numeric', month: 'numeric', year: 'numeric' })),
    },
    numbers: knownTag(locale.numbers),
  }
}

/**
 * A tag whose region this engine has data for. Engines know "en-GB" but not every pair: for "en-SE" Chromium may answer
 * with the formats of "en", which are those of the United States. Then the region's own main language is asked.
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
