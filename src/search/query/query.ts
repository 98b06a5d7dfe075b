import { typedDigits } from '../../shared/contact/contact-identity.ts'
import { CHANNELS, STATUSES } from '../../shared/model.ts'
import { plainNumber } from '../../shared/contact/phone-number.ts'
import { withoutInvisibleMarks } from '../../shared/text/visible-text.ts'
import { MIN_DIGITS } from '../index/phones.ts'
import { readDate } from './query-date.ts'
import { isLabelBegun, type LabelFilter, labelWords } from '../index/label.ts'
import { expandedWordsOf, wordsOf } from '../index/words.ts'

/** What a person typed, understood. */
export type Query = {
  /** All of them must be found, but for the negated. */
  readonly parts: readonly Part[]
  readonly filters: readonly Filter[]
  /**
   * What could not be understood. It counts as not said, but for a channel, status or tag that does not exist: that filter stays and finds
   * nothing, for a command about everything that was found must not reach more than was meant.
   */
  readonly unread: readonly Unread[]
}

/** Words that must follow one another. */
export type Part = {
  /** Folded; never empty. */
  readonly words: readonly string[]
  /** Each word as it may be written, too (Mueller for Müller, a number without its leading 0); absent where there is no other way. */
  readonly also?: readonly string[]
  /** Whether the last word may go on. */
  readonly isOpen: boolean
  /** The digits, where this may be (part of) a telephone number; else null. */
  readonly digits: string | null
  /** `from:` asks for the customer alone. */
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
  /** Epoch ms: before it, or from it on. */
  | { readonly kind: 'before' | 'after'; readonly at: number }
)

export type Unread = {
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

/** What the account uses besides what the app knows. Without it, nothing is said about tags. */
export type KnownLabels = {
  readonly channels: readonly string[]
  readonly statuses: readonly string[]
  readonly tags: readonly string[]
}

export const OPERATORS = ['from', 'channel', 'status', 'tag', 'is', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]

/** All words of a question together: each is one bit of a number. */
const MAX_WORDS = 32

/** Fewer digits than these are found in too many telephone numbers. */
const MIN_TYPED = 3

type Piece = {
  readonly text: string
  readonly isNegated: boolean
  readonly operator: Operator | null
  readonly value: string
  readonly isQuoted: boolean
  /** False while its closing quote was not typed. */
  readonly isClosed: boolean
}

/** Understands what can be understood, and never fails. `now`, epoch ms, is what "yesterday" counts from. */
export function parseQuery(text: string, now: number, known: KnownLabels | null = null): Query {
  const query = { parts: [] as Part[], filters: [] as Filter[], unread: [] as Unread[] }
  let room = MAX_WORDS
  for (const piece of joinPhones(piecesOf(withoutInvisibleMarks(text)))) {
    const meant = piece.operator === null || piece.operator === 'from' ? partOf(piece) : filterOf(piece, now)
    if ('why' in meant) query.unread.push(meant)
    else if ('kind' in meant) {
      query.filters.push(meant)
      const why = whyUnknown(meant, known)
      if (why !== null) query.unread.push({ text: piece.text, why })
    } else if (meant.words.length > room) query.unread.push({ text: piece.text, why: 'too-long' })
    else {
      room -= meant.words.length
      query.parts.push(meant)
    }
  }
  return query
}

/** Nothing is asked for: no words, no filters. */
export function isEmptyQuery(query: Query): boolean {
  return query.parts.length === 0 && query.filters.length === 0
}

const PIECE = /(-?)(?:([a-zA-Z]+):)?(?:["“”„]([^"“”„]*)(["“”„]|$)|(\S+)|(?=\s|$))/gu

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(PIECE)].flatMap(([all, minus, name, quoted, quote, bare]) => {
    const operator = OPERATORS.find((one) => one === name?.toLowerCase()) ?? null
    const isQuoted = quoted !== undefined
    // A word with a colon that we do not know is only a word.
    const value = operator === null && name !== undefined ? `${name}:${quoted ?? bare ?? ''}` : (quoted ?? bare ?? '')
    if (operator === null && value === '') return []
    return [{ text: all, isNegated: minus === '-', operator, value, isQuoted, isClosed: isQuoted && quote !== '' }]
  })
}

/** A number has at most 15 digits behind 00, and each group has one. More groups are a list, and only its end may be a number. */
const MAX_GROUPS = 17

/** "+1 555 123 4567" is four pieces and one number. */
function joinPhones(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  let end = 0
  for (let index = 0; index < pieces.length; index += 1) {
    // Every group is looked at once, however long the list is.
    if (end <= index) {
      end = index
      while (isPhoneGroup(pieces[end])) end += 1
    }
    const run = end - index > MAX_GROUPS ? [] : pieces.slice(index, end)
    const value = run.map((piece) => plainNumber(piece.value)).join(' ')
    const [first] = run
    // A plus or a bracket says that it becomes one, long before all of it is typed.
    const least = /^[+(]/.test(value) ? MIN_TYPED : MIN_DIGITS
    if (first !== undefined && run.length > 1 && typedDigits(value).length >= least) {
      joined.push({ ...first, text: value, value })
      index = end - 1
    } else joined.push(...pieces.slice(index, index + 1))
  }
  return joined
}

/** No more than five digits: two longer numbers side by side are two numbers. */
function isPhoneGroup(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.isNegated || piece.isQuoted || piece.operator !== null) return false
  return /^[+(]*\d{1,5}(?:[).\-/]+\d{1,5})*[)-]*$/.test(plainNumber(piece.value))
}

function partOf(piece: Piece): Part | Unread {
  const { value, isNegated } = piece
  const plain = plainNumber(value)
  const all = /^[+(]*\d[\d\s().\-/]*$/.test(plain) ? typedDigits(plain) : ''
  // Typed with the nought of one's own country, or with that of no country.
  const digits = all.replace(/^0+/, '')
  const isWhole = all.length >= (/^[+(]/.test(plain) ? MIN_TYPED : MIN_DIGITS)
  const words = isWhole ? [all] : wordsOf(value)
  const also = isWhole ? (digits === all || digits.length < MIN_DIGITS ? null : [digits]) : expandedWordsOf(value)
  if (words.length === 0) return { text: piece.text, why: value.trim() === '' ? 'unfinished' : 'no-words' }
  return {
    words,
    ...(also !== null && { also }),
    isOpen: !piece.isClosed,
    digits: digits.length >= MIN_TYPED ? digits : null,
    in: piece.operator === 'from' ? 'customer' : 'everything',
    isNegated,
  }
}

function filterOf({ operator, value, text, isNegated }: Piece, now: number): Filter | Unread {
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

/** Null where a conversation may have it. */
function whyUnknown(filter: Filter, known: KnownLabels | null): Unread['why'] | null {
  if (filter.kind === 'channel')
    return isAmong(filter, [...CHANNELS, ...(known?.channels ?? [])]) ? null : 'not-a-channel'
  if (filter.kind === 'status')
    return isAmong(filter, [...STATUSES, ...(known?.statuses ?? [])]) ? null : 'not-a-status'
  if (filter.kind === 'tag') return known === null || isAmong(filter, known.tags) ? null : 'not-a-tag'
  return null
}

function isAmong(filter: LabelFilter, labels: readonly string[]): boolean {
  return labels.some((label) => isLabelBegun(labelWords(label), filter))
}
