import { dateFormat, systemLocale } from '../shared/region/locale.ts'
import type { SystemLocale } from '../shared/region/regional-formats.ts'

/** The parts of a moment that are written, in the user's time zone and the order of the system's region. */
const WAYS = {
  time: { hour: 'numeric', minute: '2-digit' },
  seconds: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
  weekday: { weekday: 'short' },
  date: { day: 'numeric', month: 'short' },
  dateAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayAndYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Way = keyof typeof WAYS

/** A format keeps the time zone it was made in, and a machine may travel. */
const KEPT_MS = 60_000

type Made = { readonly format: Intl.DateTimeFormat; readonly at: number; readonly locale: SystemLocale }
const made = new Map<Way, Made>()

/** `Date` and `Intl` throw for any other number. */
export function isDate(at: number): boolean {
  return Math.abs(at) <= 8.64e15
}

/** Epoch ms; empty for what is no date. Making a format takes fifty times as long as using it, and a screen of rows uses it for each. */
export function writeDate(at: number, way: Way): string {
  if (!isDate(at)) return ''
  const now = Date.now()
  const known = made.get(way)
  const locale = systemLocale()
  const isFresh = known?.locale === locale && now >= known.at && now - known.at < KEPT_MS
  if (known !== undefined && isFresh) return known.format.format(at)
  const format = dateFormat(WAYS[way])
  made.set(way, { format, at: now, locale })
  return format.format(at)
}
