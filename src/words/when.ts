const DAY_MS = 24 * 60 * 60_000

/** A moment to come, as a person would say it: "today at 14:00", "tomorrow at 09:00", "Friday 27 November at 09:00". Both epoch ms. */
export function whenWords(at: number, now: number): string {
  return `${dayWords(at, now)} at ${timeOfDay(at)}`
}

/** The same, as short as a row of the list wants it: "14:00", "Fri 09:00", "27 Nov". */
export function shortWhen(at: number, now: number): string {
  const days = daysBetween(now, at)
  if (days === 0) return timeOfDay(at)
  if (days > 0 && days < 7)
    return `${new Date(at).toLocaleDateString(undefined, { weekday: 'short' })} ${timeOfDay(at)}`
  return new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short', ...yearIfOther(at, now) })
}

function dayWords(at: number, now: number): string {
  const days = daysBetween(now, at)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return new Date(at).toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearIfOther(at, now),
  })
}

function yearIfOther(at: number, now: number): { readonly year?: 'numeric' } {
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }
}

function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })
}

/** Days are the person's own, from midnight to midnight, and some have an hour more or less than others. */
function daysBetween(now: number, at: number): number {
  const dayOf = (moment: number): number => {
    const date = new Date(moment)
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS
  }
  return dayOf(at) - dayOf(now)
}
