/**
 * What a report must not contain, whatever wrote it: keys, addresses of servers and people, phone numbers, and names of this computer. The
 * log and the request log have no field for any of them. This is the second line, for a defect in the first.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sk|pk|rk)_[\w-]+/g, '[key]'],
  [/\bBearer\s+\S+/gi, '[key]'],
  // An apostrophe is allowed before the @ and in a path. After the @ it ends the address.
  [/[^\s@"<>()]+@[^\s@"'<>()]+\.[^\s@"'<>()]+/g, '[email]'],
  [/\b[a-z][a-z\d+.-]*:\/\/[^\s"<>]+/gi, '[address]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  // Seven digits or more, with what people write between them.
  [/\+?\d(?:[\s().\-/]*\d){6,}/g, '[number]'],
  // Random text of this length may be a key.
  [/\b(?=[\w+/-]*\d)[\w+/-]{32,}={0,2}/g, '[key]'],
]

/** Shorter names are part of too many words. */
const MIN_NAME = 3

/** Replaces everything that looks private, and each of the names. */
export function redactText(text: string, names: readonly string[]): string {
  let redacted = text
  for (const name of [...names].sort((a, b) => b.length - a.length))
    if (name.length >= MIN_NAME) redacted = redacted.replaceAll(new RegExp(escape(name), 'gi'), '[name]')
  for (const [pattern, replacement] of PATTERNS) redacted = redacted.replaceAll(pattern, replacement)
  return redacted
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** An ISO time, or a version such as 1.2.3 or 114.0.5735.106. Both are numbers that belong in a report. */
const PLAIN_FACT = /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z|\d{1,4}(?:\.\d{1,4}){1,3}(?:-[a-z]+(?:\.\d{1,4})?)?)$/
const PLAIN_FIELDS: readonly string[] = ['at', 'version', 'electron']
/** A larger number may be a phone number that a field was given. No count and no duration in the log is. */
const MAX_NUMBER = 10_000_000

/** A line of the log with its facts redacted; null when it isn't one. Nested values are left out, because no event has any. */
export function redactLogLine(line: string, names: readonly string[]): string | null {
  const facts = parse(line)
  if (facts === null) return null
  const kept = Object.entries(facts).map(([field, value]) => [
    redactText(field, names),
    redactFact(field, value, names),
  ])
  return JSON.stringify(Object.fromEntries(kept))
}

function redactFact(field: string, value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string')
    return PLAIN_FIELDS.includes(field) && PLAIN_FACT.test(value) ? value : redactText(value, names)
  if (typeof value === 'number') return Math.abs(value) < MAX_NUMBER ? value : '[number]'
  return typeof value === 'boolean' ? value : '[left out]'
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
