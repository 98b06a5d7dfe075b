import type { Snoozed } from '../db/flags.ts'
import { whenWords } from '../words/when.ts'
import type { When } from './parse-when.ts'
import { presetsAt } from './presets.ts'

/** `snooze` null wakes what is snoozed. */
export type Choice = { readonly name: string; readonly snooze: Snoozed | null }

/** What Enter would do, and what else there is: the presets while nothing is typed, then what was understood. */
export function choicesFor(when: When, now: number, isSnoozed: boolean): readonly Choice[] {
  if (when.kind === 'understood') {
    const snooze = { until: when.until, unlessReply: when.unlessReply }
    return [{ name: when.unlessReply ? 'If there is no reply by then' : 'Snooze', snooze }]
  }
  if (when.kind !== 'empty') return []
  const presets = presetsAt(now).map(({ name, until }) => ({ name, snooze: { until, unlessReply: false } }))
  return isSnoozed ? [...presets, { name: 'Wake it now', snooze: null }] : presets
}

/** Why what was typed will not do; null while it does, or while there is nothing. */
export function refusalWords(when: When, now: number): string | null {
  if (when.kind === 'past') return `That is over: ${whenWords(when.at, now)}.`
  return when.kind === 'unknown' ? 'No time is understood so far.' : null
}
