import type { Read } from './plan.ts'
import { NUMBERS, type Unit, UNITS } from './plan-words.ts'

/** The duration of "later". */
const LATER_MS = 3 * 60 * 60_000

/** Reads "in 2 hours", "2h", "1h 30m", "an hour and 10 minutes", "in 3 days", "2 weeks from now", "3 days ago". */
export function readAmounts(words: readonly string[]): Read | null {
  if (words[0] === 'later') return { plan: { durationMs: LATER_MS }, rest: words.slice(words[1] === 'today' ? 2 : 1) }
  let rest = /^(?:in|within|after|for)$/.test(words[0] ?? '') ? words.slice(1) : words
  const amounts: { readonly count: number; readonly unit: Unit }[] = []
  for (let next = readAmount(rest); next !== null; next = readAmount(rest)) {
    amounts.push(next)
    rest = next.rest
    if (rest[0] === 'and' && readAmount(rest.slice(1)) !== null) rest = rest.slice(1)
  }
  const [first] = amounts
  if (first === undefined) return null
  const isAgo = rest[0] === 'ago'
  if (isAgo) rest = rest.slice(1)
  else if (rest[0] === 'from' && rest[1] === 'now') rest = rest.slice(2)
  else if (rest[0] === 'later') rest = rest.slice(1)
  const sign = isAgo ? -1 : 1
  if (amounts.every(({ unit }) => 'ms' in unit)) {
    const durationMs = amounts.reduce((sum, { count, unit }) => sum + ('ms' in unit ? count * unit.ms : 0), 0)
    return { plan: { durationMs: sign * durationMs }, rest }
  }
  // "1 day and 2 hours" and "half a day" are ambiguous.
  if (amounts.length > 1 || !('kind' in first.unit) || !Number.isInteger(first.count)) return null
  return { plan: { day: { kind: first.unit.kind, count: sign * first.count * first.unit.times } }, rest }
}

function readAmount(words: readonly string[]): { count: number; unit: Unit; rest: readonly string[] } | null {
  const [first = '', second = '', third = '', fourth = ''] = words
  const joined = /^(\d{1,4}(?:\.\d{1,2})?)([a-z]+)$/.exec(first)
  if (joined !== null) return withUnit(Number(joined[1]), joined[2] ?? '', words.slice(1))
  if (first === 'half' && /^an?$/.test(second)) return withUnit(0.5, third, words.slice(3))
  if (first === 'a' && second === 'couple')
    return third === 'of' ? withUnit(2, fourth, words.slice(4)) : withUnit(2, third, words.slice(3))
  const count = /^\d{1,4}(?:\.\d{1,2})?$/.test(first) ? Number(first) : NUMBERS.get(first)
  return count === undefined ? null : withUnit(count, second, words.slice(2))
}

function withUnit(count: number, name: string, rest: readonly string[]) {
  const unit = UNITS.get(name)
  return unit === undefined ? null : { count, unit, rest }
}
