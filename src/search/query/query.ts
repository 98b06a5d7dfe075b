import { typedDigits } from '../../shared/contact/contact-identity.ts'
import { CHANNELS, STATUSES } from '../../shared/model.ts'
import { plainNumber } from '../../shared/contact/phone-number.ts'
import { withoutInvisibleMarks } from '../../shared/text/visible-text.ts'
import { MIN_DIGITS } from '../index/phones.ts'
import { readDate } from './query-date.ts'
import { matchesLabel, type LabelFilter, labelWords } from '../index/label.ts'
import { expandedWordsOf, wordsOf } from '../index/words.ts'

/** A parsed query. */
export type Query = {
  /** A match contains all of them, and none of the negated ones. */
  readonly parts: readonly Part[]
  readonly filters: readonly Filter[]
  /**
   * The pieces that could not be understood. They are ignored, except an unknown channel, status or tag: that filter stays and finds
   * nothing, so that a command on all matches does not affect more than the user meant.
   */
  readonly issues: readonly QueryIssue[]
}

/** Words that must appear in sequence. */
export type Part = {
  /** Folded; never empty. */
  readonly words: readonly string[]
  /** The other spelling of each word (Mueller for Müller, a number without its leading 0); absent when there is none. */
  readonly also?: readonly string[]
  /** Whether the last word is a prefix. */
  readonly isOpen: boolean
  /** The digits if this may be a phone number or part of one; else null. */
  readonly digits: string | null
  /** `from:` searches only the customer's name and addresses. */
  readonly in: 'everything' | 'customer'
  readonly isNegated: boolean
}

export type Filter = { readonly isNegated: boolean } & (
  | {
      readonly kind: 'channel' | 'status' | 'tag'
      readonly words: readonly string[]
      readonly also?: readonly string[]
    }
  | { readonly kind: 'unread' | 'waiting' }
  /** Epoch ms; `after` includes it. */
  | { readonly kind: 'before' | 'after'; readonly at: number }
)

export type QueryIssue = {
  /** As it was typed. */
  readonly text: string
  readonly why:
    | 'unfinished'
    | 'not-a-date'
    | 'not-a-state'
    | 'not-a-channel'
    | 'not-a-status'
    | 'not-a-tag'
    | 'no-words'
    | 'too-long'
}

/** Labels that the account uses, besides the ones built into the app. Without them, unknown tags are not reported. */
export type KnownLabels = {
  readonly channels: readonly string[]
  readonly statuses: readonly string[]
  readonly tags: readonly string[]
}

export const OPERATORS = ['from', 'channel', 'status', 'tag', 'is', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]

/** Limit of words in a query: each is one bit of a 32-bit number. */
const MAX_WORDS = 32

/** Fewer digits would match too many phone numbers. */
const MIN_TYPED_DIGITS = 3

type Piece = {
  readonly text: string
  readonly isNegated: boolean
  readonly operator: Operator | null
  readonly value: string
  readonly isQuoted: boolean
  /** False while the closing quote is missing. */
  readonly isClosed: boolean
}

/** Never fails; pieces that cannot be parsed become issues. `now` is epoch ms, the base of relative dates such as "yesterday". */
export function parseQuery(text: string, now: number, known: KnownLabels | null = null): Query {
  const query = { parts: [] as Part[], filters: [] as Filter[], issues: [] as QueryIssue[] }
  let wordsLeft = MAX_WORDS
  for (const piece of joinPhones(piecesOf(withoutInvisibleMarks(text)))) {
    const parsed = piece.operator === null || piece.operator === 'from' ? partOf(piece) : filterOf(piece, now)
    if ('why' in parsed) query.issues.push(parsed)
    else if ('kind' in parsed) {
      query.filters.push(parsed)
      const why = whyUnknown(parsed, known)
      if (why !== null) query.issues.push({ text: piece.text, why })
    } else if (parsed.words.length > wordsLeft) query.issues.push({ text: piece.text, why: 'too-long' })
    else {
      wordsLeft -= parsed.words.length
      query.parts.push(parsed)
    }
  }
  return query
}

export function isEmptyQuery(query: Query): boolean {
  return query.parts.length === 0 && query.filters.length === 0
}

const PIECE = /(-?)(?:([a-zA-Z]+):)?(?:["“”„]([^"“”„]*)(["“”„]|$)|(\S+)|(?=\s|$))/gu

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(PIECE)].flatMap(([all, minus, name, quoted, quote, bare]) => {
    const operator = OPERATORS.find((known) => known === name?.toLowerCase()) ?? null
    const isQuoted = quoted !== undefined
    // A word before a colon that is no operator is an ordinary word.
    const value = operator === null && name !== undefined ? `${name}:${quoted ?? bare ?? ''}` : (quoted ?? bare ?? '')
    if (operator === null && value === '') return []
    return [{ text: all, isNegated: minus === '-', operator, value, isQuoted, isClosed: isQuoted && quote !== '' }]
  })
}

/** A phone number has at most 15 digits after 00, so at most this many groups. A longer run is a list, and only its end may be a number. */
const MAX_GROUPS = 17

/** "+1 555 123 4567" is four pieces and one number. */
function joinPhones(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let end = 0
  for (let index = 0; index < pieces.length; index += 1) {
    // `end` is kept, so that each group is checked only once.
    if (end <= index) {
      end = index
      while (isPhoneGroup(pieces[end])) end += 1
    }
    const run = end - index > MAX_GROUPS ? [] : pieces.slice(index, end)
    const value = run.map((piece) => plainNumber(piece.value)).join(' ')
    const [first] = run
    // A plus sign or a bracket marks a phone number before all of it is typed.
    const minDigits = /^[+(]/.test(value) ? MIN_TYPED_DIGITS : MIN_DIGITS
    if (first !== undefined && run.length > 1 && typedDigits(value).length >= minDigits) {
      joined.push({ ...first, text: value, value })
      index = end - 1
    } else joined.push(...pieces.slice(index, index + 1))
  }
  return joined
}

/** At most five digits: two longer numbers side by side are two numbers. */
function isPhoneGroup(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.isNegated || piece.isQuoted || piece.operator !== null) return false
  return /^[+(]*\d{1,5}(?:[).\-/]+\d{1,5})*[)-]*$/.test(plainNumber(piece.value))
}

function partOf(piece: Piece): Part | QueryIssue {
  const { value, isNegated } = piece
  const plain = plainNumber(value)
  const all = /^[+(]*\d[\d\s().\-/]*$/.test(plain) ? typedDigits(plain) : ''
  // Without the leading zero of a national number or the 00 of an international one.
  const digits = all.replace(/^0+/, '')
  const isWhole = all.length >= (/^[+(]/.test(plain) ? MIN_TYPED_DIGITS : MIN_DIGITS)
  const words = isWhole ? [all] : wordsOf(value)
  const also = isWhole ? (digits === all || digits.length < MIN_DIGITS ? null : [digits]) : expandedWordsOf(value)
  if (words.length === 0) return { text: piece.text, why: value.trim() === '' ? 'unfinished' : 'no-words' }
  return {
    words,
    ...(also !== null && { also }),
    isOpen: !piece.isClosed,
    digits: digits.length >= MIN_TYPED_DIGITS ? digits : null,
    in: piece.operator === 'from' ? 'customer' : 'everything',
    isNegated,
  }
}

function filterOf({ operator, value, text, isNegated }: Piece, now: number): Filter | QueryIssue {
  if (value.trim() === '') return { text, why: 'unfinished' }
  if (operator === 'is') {
    const state = value.toLowerCase()
    if (state === 'unread' || state === 'waiting') return { kind: state, isNegated }
    return { text, why: 'not-a-state' }
  }
  if (operator === 'before' || operator === 'after') {
    const at = readDate(value, now)
    return at === null ? { text, why: 'not-a-date' } : { kind: operator, at, isNegated }
  }
  const words = wordsOf(value)
  if (words.length === 0 || operator === null || operator === 'from') return { text, why: 'no-words' }
  const also = expandedWordsOf(value)
  return { kind: operator, words, ...(also !== null && { also }), isNegated }
}

/** Null when a conversation can have the label. */
function whyUnknown(filter: Filter, known: KnownLabels | null): QueryIssue['why'] | null {
  if (filter.kind === 'channel')
    return matchesAny(filter, [...CHANNELS, ...(known?.channels ?? [])]) ? null : 'not-a-channel'
  if (filter.kind === 'status')
    return matchesAny(filter, [...STATUSES, ...(known?.statuses ?? [])]) ? null : 'not-a-status'
  if (filter.kind === 'tag') return known === null || matchesAny(filter, known.tags) ? null : 'not-a-tag'
  return null
}

function matchesAny(filter: LabelFilter, labels: readonly string[]): boolean {
  return labels.some((label) => matchesLabel(labelWords(label), filter))
}
