const DAY_MS = 24 * 60 * 60_000

/** How many midnights lie between two instants (epoch ms) in the user's time zone, where a day may have an hour more or less than others. */
export function calendarDaysBetween(from: number, to: number): number {
  return dayNumber(to) - dayNumber(from)
}

function dayNumber(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS
}
