export type Preset = { readonly name: string; readonly until: number }

const MORNING = 9
/** "Later today" is not in the night. */
const LATEST_HOUR = 20

/** What is wanted most often, as moments from `now` (epoch ms) on, the nearest first; none twice. */
export function presetsAt(now: number): readonly Preset[] {
  const today = new Date(now)
  const later = new Date(today.getFullYear(), today.getMonth(), today.getDate(), today.getHours() + 3).getTime()
  const isToday = new Date(later).getDate() === today.getDate() && new Date(later).getHours() <= LATEST_HOUR
  const daysToMonday = (8 - today.getDay()) % 7 || 7
  const isMondayTomorrow = daysToMonday === 1
  return [
    ...(isToday ? [{ name: 'Later today', until: later }] : []),
    { name: 'Tomorrow', until: inDays(today, 1) },
    ...(isMondayTomorrow ? [] : [{ name: 'Monday', until: inDays(today, daysToMonday) }]),
    ...(daysToMonday === 7 ? [] : [{ name: 'In a week', until: inDays(today, 7) }]),
  ]
}

function inDays(today: Date, days: number): number {
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, MORNING).getTime()
}

/** Epoch ms of an hour of that day, as clocks show it there. */
export function atHour(date: Date, hour: number): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime()
}
