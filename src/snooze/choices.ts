import type { Snoozed } from '../db/rows.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { whenWords } from '../words/when.ts'
import type { When } from './parse-when.ts'
import { presetsAt } from './presets.ts'

/** `snooze` null wakes what is snoozed. */
export type SnoozeChoice = { readonly name: string; readonly snooze: Snoozed | null }

/** What Enter would do, and what else there is: the presets while nothing is typed, then what was understood. */
export function choicesFor(when: When, now: number, isSnoozed: boolean): readonly SnoozeChoice[] {
  if (when.kind === 'understood') {
    const snooze = { until: when.until, unlessReply: when.unlessReply }
    return [{ name: when.unlessReply ? 'If there is no reply by then' : 'Snooze', snooze }]
  }
  if (when.kind !== 'empty') return []
  const presets = presetsAt(now).map(({ name, until }) => ({ name, snooze: { until, unlessReply: false } }))
  return isSnoozed ? [...presets, { name: 'Wake it now', snooze: null }] : presets
}

/** Of a long text no more is repeated, UTF-16 units. */
const MAX_REPEATED = 40

/** Why what was typed will not do; null while it does, or while there is nothing. */
export function refusalWords(typed: string, when: When, now: number): string | null {
  if (when.kind === 'past') return `That time has passed: ${whenWords(when.at, now)}.`
  if (when.kind !== 'unknown') return null
  const line = harmlessLine(typed.slice(0, 10 * MAX_REPEATED))
  const repeated = line.length > MAX_REPEATED ? `${toWellFormed(line.slice(0, MAX_REPEATED)).trim()}…` : line
  return `Couldn’t read “${repeated}” as a time. Try “tomorrow 9am”.`
}
