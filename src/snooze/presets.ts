import { text } from '../strings/text.ts'
import { momentOf } from './plan-moment.ts'
import type { Day } from './plan.ts'

export type SnoozePreset = { readonly name: string; readonly until: number }

/** "Later today" is not offered after this hour. */
const MAX_LATER_HOUR = 20

const MONDAY = 1
const SUNDAY = 0

/** The most common choices after `now` (epoch ms), earliest first, without duplicates. */
export function presetsAt(now: number): readonly SnoozePreset[] {
  const today = new Date(now)
  const later = new Date(today.getFullYear(), today.getMonth(), today.getDate(), today.getHours() + 3)
  const isToday = later.getDate() === today.getDate() && later.getHours() <= MAX_LATER_HOUR
  const morningOf = (name: string, day: Day): readonly SnoozePreset[] => {
    const until = momentOf({ day }, now)
    return until === null ? [] : [{ name, until }]
  }
  return [
    ...(isToday ? [{ name: text('snooze.laterToday'), until: later.getTime() }] : []),
    ...morningOf(text('snooze.tomorrow'), { kind: 'in-days', count: 1 }),
    ...(today.getDay() === SUNDAY ? [] : morningOf(text('snooze.monday'), { kind: 'next-week' })),
    ...(today.getDay() === MONDAY ? [] : morningOf(text('snooze.inAWeek'), { kind: 'in-days', count: 7 })),
  ]
}
