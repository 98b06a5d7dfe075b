export type Preset = { readonly name: string; readonly until: number }

const MORNING = 9
/** "Later today" is not in the night. */
const LATEST_HOUR = 20

/** What is wanted most often, as moments from `now` (epoch ms) on, the nearest first; none twice. */
export function presetsAt(now: number): readonly Preset[] {
  const today = new Date(now)
  const later = new Date(today.getFullYear(), today.getMonth(), today.getDate(), today.getHours() + 3).getTime()
  const isToday = new Date(later).getDate() === today.getDate() && new Date(later).getHours() <= LATEST_HOUR
  const toMonday = daysToMonday(now)
  return [
    ...(isToday ? [{ name: 'Later today', until: later }] : []),
    { name: 'Tomorrow', until: inDays(today, 1) },
    ...(toMonday === 1 ? [] : [{ name: 'Monday', until: inDays(today, toMonday) }]),
    ...(toMonday === 7 ? [] : [{ name: 'In a week', until: inDays(today, 7) }]),
  ]
}

/** To the next one: seven on a Monday. */
export function daysToMonday(now: number): number {
  return (8 - new Date(now).getDay()) % 7 || 7
}

function inDays(today: Date, days: number): number {
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, MORNING).getTime()
}

/** Epoch ms of an hour of that day, as clocks show it there. */
export function atHour(date: Date, hour: number): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime()
}
