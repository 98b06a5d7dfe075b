import {
  type DateOrder,
  type RegionalFormats,
  regionalFormats,
  type SystemLocale,
  TEXT_CALENDAR,
  TEXT_DIGITS,
} from './regional-formats.ts'

/**
 * The only place where numbers, times and dates become text. `toLocaleString` and `new Intl.…Format` without a locale would take the
 * language of the runtime in its place, which is not how the system writes dates; test/architecture.test.ts keeps them out.
 */
const AT_FIRST: SystemLocale = { dates: 'en-US', numbers: 'en-US', clock: null }

let current = AT_FIRST
/** Made when first asked for. */
let formats: RegionalFormats | null = null
let number: Intl.NumberFormat | null = null

/** Once, before anything is drawn: the main process knows it, and the window and its workers are told. */
export function setSystemLocale(locale: SystemLocale): void {
  current = locale
  formats = null
  number = null
}

/** The same object until it is set again, so that it can be a cache key. */
export function systemLocale(): SystemLocale {
  return current
}

/** "12,345", "12.345". */
export function writeNumber(value: number): string {
  number ??= new Intl.NumberFormat(known().numbers, TEXT_DIGITS)
  return number.format(value)
}

export function writeMoney(value: number, currency: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(known().numbers, { ...TEXT_DIGITS, ...options, style: 'currency', currency }).format(
    value,
  )
}

/** Slow to create: keep formats that are used often, for as long as `systemLocale()` returns the same object. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { dates, hourCycle } = known()
  return new Intl.DateTimeFormat(dates, { ...TEXT_CALENDAR, ...options, hourCycle })
}

export function dateOrder(): DateOrder {
  return known().order
}

function known(): RegionalFormats {
  formats ??= regionalFormats(current)
  return formats
}
