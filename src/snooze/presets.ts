import { text } from '../strings/text.ts'
import { momentOf } from './plan-moment.ts'
import type { Day } from './plan.ts'

/** `says`: how much of the time the name already says. */
export type SnoozePreset = {
  readonly name: string
  readonly until: number
  readonly says: 'day' | 'weekday' | 'distance'
}

/** "Later today" is not offered after this hour. */
const MAX_LATER_HOUR = 20

const MONDAY = 1
const SUNDAY = 0

/** The most common choices after `now` (epoch ms), earliest first, without duplicates. */
export function presetsAt(now: number): readonly SnoozePreset[] {
  const today = new Date(now)
  const later = new Date(today.getFullYear(), today.getMonth(), today.getDate(), today.getHours() + 3)
  const isToday = later.getDate() === today.getDate() && later.getHours() <= MAX_LATER_HOUR
  const morningOf = (name: string, says: SnoozePreset['says'], day: Day): readonly SnoozePreset[] => {
    const until = momentOf({ day }, now)
    return until === null ? [] : [{ name, until, says }]
  }
  return [
    ...(isToday ? [{ name: text('snooze.laterToday'), until: later.getTime(), says: 'day' as const }] : []),
    ...morningOf(text('snooze.tomorrow'), 'day', { kind: 'in-days', count: 1 }),
    ...(today.getDay() === SUNDAY ? [] : morningOf(text('snooze.monday'), 'weekday', { kind: 'next-week' })),
    ...(today.getDay() === MONDAY ? [] : morningOf(text('snooze.inAWeek'), 'distance', { kind: 'in-days', count: 7 })),
  ]
}
