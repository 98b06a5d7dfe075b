import type { Entries } from '../index/entries.ts'
import type { FieldIndex, Pattern } from '../index/field-index.ts'
import type { Part, Query } from './query.ts'
import { FOUND, pointsOf } from './ranking.ts'
import type { Vocabulary } from '../index/vocabulary.ts'

/** The kinds of text, each found by itself. */
export type Fields = Readonly<Record<'name' | 'address' | 'subject' | 'last' | 'text' | 'unsent', FieldIndex>>

export type SearchTarget = { readonly entries: Entries; readonly fields: Fields; readonly vocabulary: Vocabulary }

/** By slot: 1 for what matches, and how well its parts were found. */
export type Matches = { readonly passing: Uint8Array; readonly points: Uint16Array; readonly isCut: boolean }

/** A part with the words of the vocabulary that it stands for. */
type Asked = {
  readonly part: Part
  /** For each of its words. */
  readonly terms: readonly Uint32Array[]
  /** The last word as it was typed, in each spelling that is known. */
  readonly whole: Uint32Array
  readonly pattern: Pattern
}

/** All parts at once, for reading a text only once. */
export type AskedTogether = { readonly pattern: Pattern; readonly parts: number }

/** A run of very common words may be anywhere: no more than this is read for it, bytes of records. It takes about 30 ms. */
const MAX_READ_BYTES = 4_000_000
const NONE = new Uint32Array(0)

/** Finds what matches and hands it on, while the words asked for are marked. */
export function findInText<T>(
  sought: SearchTarget,
  query: Query,
  then: (matches: Matches, asked: AskedTogether) => T,
): T {
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
    const terms = part.words.map((_, index) => {
      const isLast = index === part.words.length - 1
      const spellings = spellingsAt(part, index)
      if (!isLast || !part.isOpen) return known(vocabulary, spellings)
      return joinTerms(spellings.map((word) => vocabulary.beginningWith(word)))
    })
    for (const one of terms) {
      for (const term of one) masks[term] = (masks[term] ?? 0) | (1 << bit)
      bit += 1
    }
    const pattern = { masks, firsts: 1 << first, lasts: 1 << (bit - 1) }
    return { part, terms, whole: known(vocabulary, spellingsAt(part, part.words.length - 1)), pattern }
  })
}

function spellingsAt({ words, also }: Part, index: number): readonly string[] {
  return [...new Set([words, also ?? []].flatMap((spelling) => spelling[index] ?? []))]
}

function known(vocabulary: Vocabulary, spellings: readonly string[]): Uint32Array {
  return Uint32Array.from(spellings.flatMap((word) => vocabulary.find(word) ?? []))
}

function joinTerms(terms: readonly Uint32Array[]): Uint32Array {
  const [only = NONE, ...more] = terms
  return more.length === 0 ? only : Uint32Array.from(new Set(terms.flatMap((one) => [...one])))
}

function match(sought: SearchTarget, query: Query, asked: readonly Asked[]): Matches {
  const passing = sought.entries.passing(query.filters)
  const points = new Uint16Array(passing.length)
  const marks = new Uint8Array(passing.length)
  let isCut = false
  // Runs of words last: reading records costs the most, and the others leave fewer to read.
  for (const one of asked.toSorted((a, b) => a.terms.length - b.terms.length)) {
    marks.fill(0)
    isCut = markPart(sought, one, marks, passing) || isCut
    const { isNegated } = one.part
    for (let slot = 0; slot < passing.length; slot += 1) {
      const found = marks[slot] as number
      if ((found === 0) !== isNegated) passing[slot] = 0
      else points[slot] = (points[slot] as number) + pointsOf(found)
    }
  }
  return { passing, points, isCut }
}

const LEVELS = [
  { field: 'name', begun: FOUND.nameBegun, whole: FOUND.nameWhole, isCustomer: true },
  { field: 'address', begun: FOUND.addressBegun, whole: FOUND.addressWhole, isCustomer: true },
  { field: 'subject', begun: FOUND.subjectBegun, whole: FOUND.subjectWhole, isCustomer: false },
  { field: 'last', begun: FOUND.textBegun, whole: FOUND.textWhole, isCustomer: false },
  { field: 'text', begun: FOUND.textBegun, whole: FOUND.textWhole, isCustomer: false },
  { field: 'unsent', begun: FOUND.textBegun, whole: FOUND.textWhole, isCustomer: false },
] as const

/** Marks each slot with how well the part was found in it: one of FOUND. True when not all could be looked at. */
function markPart({ entries, fields }: SearchTarget, asked: Asked, marks: Uint8Array, passing: Uint8Array): boolean {
  const { part, terms, whole } = asked
  let isCut = false
  for (const { field, begun, whole: wholly, isCustomer } of LEVELS) {
    if (part.in === 'customer' && !isCustomer) continue
    if (terms.length > 1) {
      const how = { marks, passing, mark: part.isOpen ? begun : wholly }
      isCut = markRun(fields[field], asked, entries, how) || isCut
      continue
    }
    fields[field].mark(whole, marks, { from: 0, mark: wholly })
    if (part.isOpen) fields[field].mark(terms[0] ?? NONE, marks, { from: 0, mark: begun })
  }
  if (part.digits === null) return isCut
  for (const slot of entries.holding(part.digits))
    if ((marks[slot] as number) < FOUND.addressWhole) marks[slot] = FOUND.addressWhole
  return isCut
}

/** Words that must follow one another: first who has them all, then, by the record, in which order. True when time was up. */
function markRun(
  field: FieldIndex,
  { terms, pattern }: Asked,
  entries: Entries,
  { marks, passing, mark }: { readonly marks: Uint8Array; readonly passing: Uint8Array; readonly mark: number },
): boolean {
  const steps = new Uint8Array(marks.length)
  for (const [index, one] of terms.entries()) field.mark(one, steps, { from: index, mark: index + 1 })
  const having: number[] = []
  for (let slot = 0; slot < marks.length; slot += 1)
    if (steps[slot] === terms.length && passing[slot] === 1 && (marks[slot] as number) < mark) having.push(slot)
  // The newest first, should there be too many.
  having.sort((one, other) => entries.activityAt(other) - entries.activityAt(one))
  let room = MAX_READ_BYTES
  for (const slot of having) {
    if (room <= 0) return true
    room -= field.lengthOf(slot)
    field.read(slot, pattern, () => {
      marks[slot] = mark
      return true
    })
  }
  return false
}
