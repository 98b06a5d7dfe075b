/** The hours without notifications, by the clock on the wall: in any time zone, and whether clocks were changed or not. */
export type QuietHours = {
  readonly isOn: boolean
  /** Minutes after midnight, 0–1439. The same as `untilMinute`: 24 hours. */
  readonly fromMinute: number
  /** Minutes after midnight, exclusive. Not after `fromMinute`: on the next day. */
  readonly untilMinute: number
  /** The days on which quiet hours begin: 0 is Sunday, 6 is Saturday. */
  readonly days: readonly number[]
}

/** What a clock on the wall shows. `minute`: after midnight. */
export type WallTime = { readonly day: number; readonly minute: number }

/** In the evening until the morning, on every day. Off, because nobody asked for it. */
export const DEFAULT_QUIET_HOURS: QuietHours = {
  isOn: false,
  fromMinute: 20 * 60,
  untilMinute: 8 * 60,
  days: [0, 1, 2, 3, 4, 5, 6],
}

const MINUTES = 24 * 60

export function isQuiet({ isOn, fromMinute, untilMinute, days }: QuietHours, { day, minute }: WallTime): boolean {
  if (!isOn) return false
  const beganToday = days.includes(day) && minute >= fromMinute
  if (fromMinute < untilMinute) return beganToday && minute < untilMinute
  const beganYesterday = days.includes((day + 6) % 7) && minute < untilMinute
  return beganToday || beganYesterday
}

/** Reads the system's time zone at each call: the user may travel. */
export function wallTimeAt(now: number): WallTime {
  const date = new Date(now)
  return { day: date.getDay(), minute: date.getHours() * 60 + date.getMinutes() }
}

/** The value of a time field, "22:05"; null for anything else. */
export function minuteOf(value: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})(?::\d{2})?$/.exec(value) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? null : minute
}

export function timeOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** A stored value, or the default for what is invalid in it. */
export function readQuietHours(stored: unknown): QuietHours {
  const read = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {}
  const { isOn, fromMinute, untilMinute, days } = read
  return {
    isOn: typeof isOn === 'boolean' ? isOn : DEFAULT_QUIET_HOURS.isOn,
    fromMinute: isMinute(fromMinute) ? fromMinute : DEFAULT_QUIET_HOURS.fromMinute,
    untilMinute: isMinute(untilMinute) ? untilMinute : DEFAULT_QUIET_HOURS.untilMinute,
    days: Array.isArray(days) ? ALL_DAYS.filter((day) => days.includes(day)) : DEFAULT_QUIET_HOURS.days,
  }
}

export const ALL_DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6]

function isMinute(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MINUTES
}
