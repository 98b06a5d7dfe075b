import { invariant } from '../../src/shared/failure.ts'

/** Time zones with different pitfalls: UTC, west, Europe, a 45-minute offset, 30-minute summer time, the far east. */
export const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
] as const
export const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP'] as const

/** UTC offset on 1 January 2026 in minutes, from the time zone database. */
const OFFSETS: Readonly<Record<string, number>> = {
  UTC: 0,
  'America/New_York': -300,
  'Europe/Berlin': 60,
  'Europe/Warsaw': 60,
  'Asia/Kathmandu': 345,
  'Australia/Lord_Howe': 660,
  'Pacific/Auckland': 780,
}

/** Runs a function in a time zone; fails when the runtime does not support the change. */
export function inZone<T>(zone: string, run: () => T): T {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  try {
    const offset = -new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()
    invariant(offset === OFFSETS[zone], `the runtime is in ${zone}`)
    return run()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The local time of an instant in a zone: "2026-03-29 09:00". */
export function clockIn(zone: string, at: number): string {
  const known = clocks.get(zone)
  // Formats are slow to create, so they are cached.
  const clock = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  clocks.set(zone, clock)
  return clock.format(at)
}
