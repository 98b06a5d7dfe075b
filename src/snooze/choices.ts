import type { Snoozed } from '../db/rows.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { writeDate } from '../ui/date-words.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { whenWords } from '../words/when.ts'
import type { When } from './parse-when.ts'
import { presetsAt, type SnoozePreset } from './presets.ts'

export type SnoozeChoice = {
  readonly name: string
  /** What the name leaves out of the time. It is shown beside the name. */
  readonly time: string
  /** Name and time in one sentence, for screen readers. */
  readonly label: string
  /** Null ends the snooze. */
  readonly snooze: Snoozed | null
}

/** The choices in the list: the presets while nothing is typed, then the parsed time. */
export function choicesFor(when: When, now: number, isSnoozed: boolean): readonly SnoozeChoice[] {
  if (when.kind === 'understood') {
    const { until, unlessReply } = when
    const time = whenWords(until, now)
    const name = text(unlessReply ? 'snooze.applyIfNoReply' : 'snooze.apply')
    const label = text(unlessReply ? 'snooze.applyIfNoReplyBy' : 'snooze.applyUntil', { when: time })
    return [{ name, time, label, snooze: { until, unlessReply } }]
  }
  if (when.kind !== 'empty') return []
  const presets = presetsAt(now).map((preset) => presetChoice(preset, now))
  const end = text('snooze.end')
  return isSnoozed ? [...presets, { name: end, time: '', label: end, snooze: null }] : presets
}

/** "Tomorrow" with "9:00 AM", "Monday" with "Nov 30 at 9:00 AM": the time doesn't repeat the name. */
function presetChoice({ name, until, says }: SnoozePreset, now: number): SnoozeChoice {
  const snooze = { until, unlessReply: false }
  const clock = writeDate(until, 'time')
  if (says === 'day') return { name, time: clock, label: text('words.time.dayAt', { day: name, time: clock }), snooze }
  const day = says === 'weekday' ? writeDate(until, 'date') : null
  const time = day === null ? whenWords(until, now) : text('words.time.dayAt', { day, time: clock })
  return { name, time, label: text('snooze.presetLabel', { name, time }), snooze }
}

/** How much of the typed text the message quotes, UTF-16 units. */
const MAX_QUOTED = 40

/** Why the typed text is not accepted; null when it is, or when nothing is typed. */
export function refusalWords(typed: string, when: When, now: number): string | null {
  if (when.kind === 'past') return text('snooze.past', { when: whenWords(when.at, now) })
  if (when.kind !== 'unknown') return null
  const line = harmlessLine(typed.slice(0, 10 * MAX_QUOTED))
  const shown = line.length > MAX_QUOTED ? `${toWellFormed(line.slice(0, MAX_QUOTED)).trim()}…` : line
  return text('snooze.unknown', { typed: shown })
}
