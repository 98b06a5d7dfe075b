const DAY_MS = 24 * 60 * 60_000

/** Number of midnights between two instants (epoch ms) in the user's time zone. A day may have 23 or 25 hours. */
export function calendarDaysBetween(from: number, to: number): number {
  return dayNumber(to) - dayNumber(from)
}

function dayNumber(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS
}
