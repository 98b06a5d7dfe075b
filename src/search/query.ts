import { readDate } from './query-date.ts'
import { digitsOf, FEWEST_DIGITS } from './phones.ts'
import { wordsOf } from './words.ts'

/** What a person typed, understood. */
export type Query = {
  /** All of them must be found, but for the negated. */
  readonly parts: readonly Part[]
  readonly filters: readonly Filter[]
  /** What could not be understood, and counts as not said. */
  readonly unread: readonly Unread[]
}

/** Words that must follow one another. */
export type Part = {
  /** Folded; never empty. */
  readonly words: readonly string[]
  /** Whether the last word may go on. */
  readonly isOpen: boolean
  /** The digits, where this may be (part of) a telephone number; else null. */
  readonly digits: string | null
  /** `from:` asks for the customer alone. */
  readonly in: 'everything' | 'customer'
  readonly isNegated: boolean
}

export type Filter = { readonly isNegated: boolean } & (
  | { readonly kind: 'channel' | 'status' | 'tag'; readonly words: readonly string[] }
  | { readonly kind: 'unread' | 'waiting' }
  /** Epoch ms: before it, or from it on. */
  | { readonly kind: 'before' | 'after'; readonly at: number }
)

export type Unread = {
  /** As it was typed. */
  readonly text: string
  readonly why: 'unfinished' | 'not-a-date' | 'not-a-state' | 'no-words' | 'too-long'
}

export const OPERATORS = ['from', 'channel', 'status', 'tag', 'is', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]

/** All words of a question together: each is one bit of a number. */
const MOST_WORDS = 32

/** Fewer digits than these are found in too many telephone numbers. */
const FEWEST_TYPED = 3

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
export function parseQuery(text: string, now: number): Query {
  const query = { parts: [] as Part[], filters: [] as Filter[], unread: [] as Unread[] }
  let room = MOST_WORDS
  for (const piece of joinPhones(piecesOf(text))) {
    const meant = piece.operator === null || piece.operator === 'from' ? partOf(piece) : filterOf(piece, now)
    if ('why' in meant) query.unread.push(meant)
    else if ('kind' in meant) query.filters.push(meant)
    else if (meant.words.length > room) query.unread.push({ text: piece.text, why: 'too-long' })
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

/** "+1 555 123 4567" is four pieces and one number. */
function joinPhones(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    let end = index
    while (isPhoneGroup(pieces[end])) end += 1
    const run = pieces.slice(index, end)
    const value = run.map((piece) => piece.value).join(' ')
    const [first] = run
    // A plus or a bracket says that it becomes one, long before all of it is typed.
    const least = /^[+(]/.test(value) ? FEWEST_TYPED : FEWEST_DIGITS
    if (first !== undefined && run.length > 1 && digitsOf(value).length >= least) {
      joined.push({ ...first, text: value, value })
      index = end - 1
    } else joined.push(...pieces.slice(index, index + 1))
  }
  return joined
}

/** No more than five digits: two longer numbers side by side are two numbers. */
function isPhoneGroup(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.isNegated || piece.isQuoted || piece.operator !== null) return false
  return /^[+(]*\d{1,5}(?:[).\-/]+\d{1,5})*[)-]*$/.test(piece.value)
}

function partOf(piece: Piece): Part | Unread {
  const { value, isNegated } = piece
  const looksLikePhone = /^[+(]*\d[\d\s().\-/]*$/.test(value)
  // Typed with the nought of one's own country, or with that of no country.
  const digits = looksLikePhone ? digitsOf(value).replace(/^0+/, '') : ''
  const isWhole = looksLikePhone && digitsOf(value).length >= (/^[+(]/.test(value) ? FEWEST_TYPED : FEWEST_DIGITS)
  const words = isWhole ? [digitsOf(value)] : wordsOf(value)
  if (words.length === 0) return { text: piece.text, why: value.trim() === '' ? 'unfinished' : 'no-words' }
  return {
    words,
    isOpen: !piece.isClosed,
    digits: digits.length >= FEWEST_TYPED ? digits : null,
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
  return { kind: operator, words, isNegated }
}
