import type { Entries } from './entries.ts'
import type { FieldIndex, Pattern } from './field-index.ts'
import type { Part, Query } from './query.ts'
import { FOUND, pointsOf } from './ranking.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The kinds of text, each found by itself. */
export type Fields = Readonly<Record<'name' | 'address' | 'subject' | 'text' | 'unsent', FieldIndex>>

export type Sought = { readonly entries: Entries; readonly fields: Fields; readonly vocabulary: Vocabulary }

/** By slot: 1 for what matches, and how well its parts were found. */
export type Matches = { readonly passing: Uint8Array; readonly points: Uint16Array }

/** A part with the words of the vocabulary that it stands for. */
type Asked = {
  readonly part: Part
  /** For each of its words. */
  readonly terms: readonly Uint32Array[]
  /** The last word as it was typed, where it is known; else null. */
  readonly whole: number | null
  readonly pattern: Pattern
}

/** All parts at once, for reading a text only once. */
export type AskedTogether = { readonly pattern: Pattern; readonly parts: number }

const NONE = new Uint32Array(0)

/** Finds what matches and hands it on, while the words asked for are marked. */
export function findInText<T>(sought: Sought, query: Query, then: (matches: Matches, asked: AskedTogether) => T): T {
  const { masks } = sought.vocabulary
  const asked = ask(sought.vocabulary, masks, query.parts)
  try {
    const wanted = asked.filter(({ part }) => !part.isNegated)
    const pattern = {
      masks,
      firsts: wanted.reduce((bits, one) => bits | one.pattern.firsts, 0),
      lasts: wanted.reduce((bits, one) => bits | one.pattern.lasts, 0),
    }
    return then(match(sought, query, asked), { pattern, parts: wanted.length })
  } finally {
    for (const { terms } of asked) for (const one of terms) for (const term of one) masks[term] = 0
  }
}

function ask(vocabulary: Vocabulary, masks: Uint32Array, parts: readonly Part[]): readonly Asked[] {
  let bit = 0
  return parts.map((part) => {
    const first = bit
    const terms = part.words.map((word, index) => {
      const isLast = index === part.words.length - 1
      const known = vocabulary.find(word)
      const whole = known === null ? NONE : Uint32Array.of(known)
      return isLast && part.isOpen ? vocabulary.beginningWith(word) : whole
    })
    for (const one of terms) {
      for (const term of one) masks[term] = (masks[term] ?? 0) | (1 << bit)
      bit += 1
    }
    const pattern = { masks, firsts: 1 << first, lasts: 1 << (bit - 1) }
    return { part, terms, whole: vocabulary.find(part.words.at(-1) ?? ''), pattern }
  })
}

function match(sought: Sought, query: Query, asked: readonly Asked[]): Matches {
  const passing = sought.entries.passing(query.filters)
  const points = new Uint16Array(passing.length)
  const marks = new Uint8Array(passing.length)
  for (const one of asked) {
    marks.fill(0)
    markPart(sought, one, marks, passing)
    const { isNegated } = one.part
    for (let slot = 0; slot < passing.length; slot += 1) {
      const found = marks[slot] as number
      if ((found === 0) !== isNegated) passing[slot] = 0
      else points[slot] = (points[slot] as number) + pointsOf(found)
    }
  }
  return { passing, points }
}

const LEVELS = [
  { field: 'name', begun: FOUND.nameBegun, whole: FOUND.nameWhole, isCustomer: true },
  { field: 'address', begun: FOUND.addressBegun, whole: FOUND.addressWhole, isCustomer: true },
  { field: 'subject', begun: FOUND.subjectBegun, whole: FOUND.subjectWhole, isCustomer: false },
  { field: 'text', begun: FOUND.textBegun, whole: FOUND.textWhole, isCustomer: false },
  { field: 'unsent', begun: FOUND.textBegun, whole: FOUND.textWhole, isCustomer: false },
] as const

/** Marks each slot with how well the part was found in it: one of FOUND. */
function markPart({ entries, fields }: Sought, asked: Asked, marks: Uint8Array, passing: Uint8Array): void {
  const { part, terms, whole } = asked
  for (const { field, begun, whole: wholly, isCustomer } of LEVELS) {
    if (part.in === 'customer' && !isCustomer) continue
    if (terms.length > 1) {
      markRun(fields[field], asked, { marks, passing, mark: part.isOpen ? begun : wholly })
      continue
    }
    for (const term of terms[0] ?? NONE) if (term !== whole) fields[field].mark(term, marks, { from: 0, mark: begun })
    if (whole !== null) fields[field].mark(whole, marks, { from: 0, mark: wholly })
  }
  if (part.digits === null) return
  for (let slot = 0; slot < marks.length; slot += 1) {
    const isWorse = passing[slot] === 1 && (marks[slot] as number) < FOUND.addressWhole
    if (isWorse && entries.holdsDigits(slot, part.digits)) marks[slot] = FOUND.addressWhole
  }
}

/** Words that must follow one another: first who has them all, then, by the record, in which order. */
function markRun(
  field: FieldIndex,
  { terms, pattern }: Asked,
  { marks, passing, mark }: { readonly marks: Uint8Array; readonly passing: Uint8Array; readonly mark: number },
): void {
  const steps = new Uint8Array(marks.length)
  for (const [index, one] of terms.entries())
    for (const term of one) field.mark(term, steps, { from: index, mark: index + 1 })
  for (let slot = 0; slot < marks.length; slot += 1) {
    if (steps[slot] !== terms.length || passing[slot] !== 1 || (marks[slot] as number) >= mark) continue
    let isFound = false
    field.read(slot, pattern, () => {
      isFound = true
    })
    if (isFound) marks[slot] = mark
  }
}
