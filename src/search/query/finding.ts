import type { Entries } from '../index/entries.ts'
import type { FieldIndex } from '../index/field-index.ts'
import type { Pattern } from '../index/text-record.ts'
import type { Part, Query } from './query.ts'
import { MATCH_LEVEL, pointsOf } from './ranking.ts'
import type { Vocabulary } from '../index/vocabulary.ts'

/** One index per kind of text. */
export type Fields = Readonly<Record<'name' | 'address' | 'subject' | 'last' | 'text' | 'unsent', FieldIndex>>

export type SearchTarget = { readonly entries: Entries; readonly fields: Fields; readonly vocabulary: Vocabulary }

/** By slot: 1 in `passing` if the conversation matches, and the sum of its parts' points. */
export type Matches = { readonly passing: Uint8Array; readonly points: Uint16Array; readonly isCut: boolean }

/** A part of the query with the vocabulary's words that match it. */
type ResolvedPart = {
  readonly part: Part
  /** For each word of the part, the numbers of the matching words. */
  readonly terms: readonly Uint32Array[]
  /** The numbers of the last word's complete spellings, without longer words. */
  readonly whole: Uint32Array
  readonly pattern: Pattern
}

/** The pattern of all parts that are not negated, so that a text is read only once. */
export type CombinedParts = { readonly pattern: Pattern; readonly parts: number }

/** Limit of the records read for one phrase, bytes. A phrase of very common words could be anywhere; reading this much takes 30 ms. */
const MAX_READ_BYTES = 4_000_000
const NONE = new Uint32Array(0)

/** Finds the matches and calls `consume` while the vocabulary's masks are set for the query. */
export function findInText<T>(
  target: SearchTarget,
  query: Query,
  consume: (matches: Matches, combined: CombinedParts) => T,
): T {
  const { masks } = target.vocabulary
  const parts = resolveParts(target.vocabulary, masks, query.parts)
  try {
    const wanted = parts.filter(({ part }) => !part.isNegated)
    const pattern = {
      masks,
      firsts: wanted.reduce((bits, part) => bits | part.pattern.firsts, 0),
      lasts: wanted.reduce((bits, part) => bits | part.pattern.lasts, 0),
    }
    return consume(match(target, query, parts), { pattern, parts: wanted.length })
  } finally {
    for (const { terms } of parts) for (const numbers of terms) for (const term of numbers) masks[term] = 0
  }
}

function resolveParts(vocabulary: Vocabulary, masks: Uint32Array, parts: readonly Part[]): readonly ResolvedPart[] {
  let bit = 0
  return parts.map((part) => {
    const first = bit
    const terms = part.words.map((_, index) => {
      const isLast = index === part.words.length - 1
      const spellings = spellingsAt(part, index)
      if (!isLast || !part.isOpen) return numbersOf(vocabulary, spellings)
      return joinTerms(spellings.map((word) => vocabulary.withPrefix(word)))
    })
    for (const numbers of terms) {
      for (const term of numbers) masks[term] = (masks[term] ?? 0) | (1 << bit)
      bit += 1
    }
    const pattern = { masks, firsts: 1 << first, lasts: 1 << (bit - 1) }
    return { part, terms, whole: numbersOf(vocabulary, spellingsAt(part, part.words.length - 1)), pattern }
  })
}

function spellingsAt({ words, also }: Part, index: number): readonly string[] {
  return [...new Set([words, also ?? []].flatMap((spelling) => spelling[index] ?? []))]
}

function numbersOf(vocabulary: Vocabulary, spellings: readonly string[]): Uint32Array {
  return Uint32Array.from(spellings.flatMap((word) => vocabulary.find(word) ?? []))
}

function joinTerms(terms: readonly Uint32Array[]): Uint32Array {
  const [only = NONE, ...more] = terms
  return more.length === 0 ? only : Uint32Array.from(new Set(terms.flatMap((numbers) => [...numbers])))
}

function match(target: SearchTarget, query: Query, parts: readonly ResolvedPart[]): Matches {
  const passing = target.entries.passing(query.filters)
  const points = new Uint16Array(passing.length)
  const marks = new Uint8Array(passing.length)
  let isCut = false
  // Phrases last: reading records costs the most, and the other parts leave fewer to read.
  for (const part of parts.toSorted((a, b) => a.terms.length - b.terms.length)) {
    marks.fill(0)
    isCut = markPart(target, part, marks, passing) || isCut
    const { isNegated } = part.part
    for (let slot = 0; slot < passing.length; slot += 1) {
      const level = marks[slot] as number
      if ((level === 0) !== isNegated) passing[slot] = 0
      else points[slot] = (points[slot] as number) + pointsOf(level)
    }
  }
  return { passing, points, isCut }
}

const LEVELS = [
  { field: 'name', prefix: MATCH_LEVEL.namePrefix, whole: MATCH_LEVEL.nameWhole, isCustomer: true },
  { field: 'address', prefix: MATCH_LEVEL.addressPrefix, whole: MATCH_LEVEL.addressWhole, isCustomer: true },
  { field: 'subject', prefix: MATCH_LEVEL.subjectPrefix, whole: MATCH_LEVEL.subjectWhole, isCustomer: false },
  { field: 'last', prefix: MATCH_LEVEL.textPrefix, whole: MATCH_LEVEL.textWhole, isCustomer: false },
  { field: 'text', prefix: MATCH_LEVEL.textPrefix, whole: MATCH_LEVEL.textWhole, isCustomer: false },
  { field: 'unsent', prefix: MATCH_LEVEL.textPrefix, whole: MATCH_LEVEL.textWhole, isCustomer: false },
] as const

/** Marks each slot with the MATCH_LEVEL of the part. True when the limit was reached before all slots were read. */
function markPart(
  { entries, fields }: SearchTarget,
  resolved: ResolvedPart,
  marks: Uint8Array,
  passing: Uint8Array,
): boolean {
  const { part, terms, whole } = resolved
  let isCut = false
  for (const { field, prefix, whole: wholeLevel, isCustomer } of LEVELS) {
    if (part.in === 'customer' && !isCustomer) continue
    if (terms.length > 1) {
      const how = { marks, passing, mark: part.isOpen ? prefix : wholeLevel }
      isCut = markPhrase(fields[field], resolved, entries, how) || isCut
      continue
    }
    fields[field].mark(whole, marks, { from: 0, mark: wholeLevel })
    if (part.isOpen) fields[field].mark(terms[0] ?? NONE, marks, { from: 0, mark: prefix })
  }
  if (part.digits === null) return isCut
  for (const slot of entries.withDigits(part.digits))
    if ((marks[slot] as number) < MATCH_LEVEL.addressWhole) marks[slot] = MATCH_LEVEL.addressWhole
  return isCut
}

/**
 * Marks the slots that contain the words in sequence: finds the conversations that have all words, then checks the order in their
 * records. True when the limit was reached.
 */
function markPhrase(
  field: FieldIndex,
  { terms, pattern }: ResolvedPart,
  entries: Entries,
  { marks, passing, mark }: { readonly marks: Uint8Array; readonly passing: Uint8Array; readonly mark: number },
): boolean {
  const steps = new Uint8Array(marks.length)
  for (const [index, numbers] of terms.entries()) field.mark(numbers, steps, { from: index, mark: index + 1 })
  const candidates: number[] = []
  for (let slot = 0; slot < marks.length; slot += 1)
    if (steps[slot] === terms.length && passing[slot] === 1 && (marks[slot] as number) < mark) candidates.push(slot)
  // Newest first, in case the limit is reached.
  candidates.sort((a, b) => entries.activityAt(b) - entries.activityAt(a))
  let bytesLeft = MAX_READ_BYTES
  for (const slot of candidates) {
    if (bytesLeft <= 0) return true
    bytesLeft -= field.lengthOf(slot)
    field.read(slot, pattern, () => {
      marks[slot] = mark
      return true
    })
  }
  return false
}
