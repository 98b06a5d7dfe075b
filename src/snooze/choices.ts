import type { Snoozed } from '../db/rows.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { whenWords } from '../words/when.ts'
import type { When } from './parse-when.ts'
import { presetsAt } from './presets.ts'

/** `snooze` null ends the snooze. */
export type SnoozeChoice = { readonly name: string; readonly snooze: Snoozed | null }

/** The choices in the list: the presets while nothing is typed, then the parsed time. */
export function choicesFor(when: When, now: number, isSnoozed: boolean): readonly SnoozeChoice[] {
  if (when.kind === 'understood') {
    const snooze = { until: when.until, unlessReply: when.unlessReply }
    return [{ name: text(when.unlessReply ? 'snooze.applyIfNoReply' : 'snooze.apply'), snooze }]
  }
  if (when.kind !== 'empty') return []
  const presets = presetsAt(now).map(({ name, until }) => ({ name, snooze: { until, unlessReply: false } }))
  return isSnoozed ? [...presets, { name: text('snooze.end'), snooze: null }] : presets
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
