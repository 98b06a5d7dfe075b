import type { Read, Unit } from './plan.ts'
import { readPhrase, type Vocabulary } from './vocabulary/vocabulary.ts'

/** The duration of "later". */
const LATER_MS = 3 * 60 * 60_000

type Amount = { readonly count: number; readonly unit: Unit; readonly rest: readonly string[] }

/** Reads "in 2 hours", "2h", "1h 30m", "an hour and 10 minutes", "in 3 days", "2 weeks from now", "3 days ago". */
export function readAmounts(words: readonly string[], vocabulary: Vocabulary): Read | null {
  const later = readPhrase(vocabulary.later, words)
  if (later !== null) return { plan: { durationMs: LATER_MS }, rest: later.rest }
  const before = readPhrase(vocabulary.beforeAmount, words)
  let rest = before?.rest ?? words
  const amounts: Amount[] = []
  for (let next = readAmount(rest, vocabulary); next !== null; next = readAmount(rest, vocabulary)) {
    amounts.push(next)
    rest = next.rest
    if (vocabulary.and.has(rest[0] ?? '') && readAmount(rest.slice(1), vocabulary) !== null) rest = rest.slice(1)
  }
  const [first] = amounts
  if (first === undefined) return null
  const after = readPhrase(vocabulary.afterAmount, rest)
  rest = after?.rest ?? rest
  const sign = before?.meaning === -1 || after?.meaning === -1 ? -1 : 1
  if (amounts.every(({ unit }) => 'ms' in unit)) {
    const durationMs = amounts.reduce((sum, { count, unit }) => sum + ('ms' in unit ? count * unit.ms : 0), 0)
    return { plan: { durationMs: sign * durationMs }, rest }
  }
  // "1 day and 2 hours" and "half a day" are ambiguous.
  if (amounts.length > 1 || !('kind' in first.unit) || !Number.isInteger(first.count)) return null
  return { plan: { day: { kind: first.unit.kind, count: sign * first.count * first.unit.times } }, rest }
}

function readAmount(words: readonly string[], { numbers, units }: Vocabulary): Amount | null {
  const [first = '', second = ''] = words
  const joined = /^(\d{1,4}(?:\.\d{1,2})?)([a-z]+)$/.exec(first)
  if (joined !== null) return withUnit(Number(joined[1]), units.get(joined[2] ?? ''), words.slice(1))
  if (/^\d{1,4}(?:\.\d{1,2})?$/.test(first)) return withUnit(Number(first), units.get(second), words.slice(2))
  const number = readPhrase(numbers, words)
  return number && withUnit(number.meaning, units.get(number.rest[0] ?? ''), number.rest.slice(1))
}

function withUnit(count: number, unit: Unit | undefined, rest: readonly string[]): Amount | null {
  return unit === undefined ? null : { count, unit, rest }
}
