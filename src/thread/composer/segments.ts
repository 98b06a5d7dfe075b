import { SegmentedMessage } from 'sms-segments-calculator'
import type { SegmentPrice } from '../../db/writing-settings.ts'
import { writeMoney } from '../../shared/region/locale.ts'
import { outgoingText } from '../../shared/text/outgoing-text.ts'
import { text } from '../../strings/text.ts'

export type SegmentCount = {
  readonly segments: number
  /** As users count them: an emoji is one character. */
  readonly characters: number
  /** The first character outside the SMS alphabet, which reduces each segment from 160 to 70 characters. Null when there is none. */
  readonly foreign: string | null
}

/** Ten segments, in characters: a common carrier limit. Counting a longer text slows down every keystroke. */
const MAX_COUNTED_LENGTH = 1_600
/** A text of more UTF-16 units is too long even after normalization, which would have to remove four of five. */
const MAX_TYPED_LENGTH = MAX_COUNTED_LENGTH * 5

/** The SMS segments of a text in the form in which it is sent. Null for a text longer than carriers accept. */
export function countSegments(typed: string): SegmentCount | null {
  if (typed.length > MAX_TYPED_LENGTH) return null
  const outgoing = outgoingText(typed)
  if (outgoing.length > MAX_COUNTED_LENGTH) return null
  const message = new SegmentedMessage(outgoing)
  return {
    segments: outgoing === '' ? 0 : message.segmentsCount,
    characters: message.graphemes.length,
    foreign: message.encodingName === 'UCS-2' ? (message.getNonGsmCharacters()[0] ?? null) : null,
  }
}

export function segmentWords(count: SegmentCount | null): string {
  if (count === null) return text('thread.composer.tooManySegments', { limit: MAX_COUNTED_LENGTH / 160 })
  return text('thread.composer.segments', count)
}

/** "about $0.015": the estimated cost; null when no price is set or nothing is counted. */
export function costWords(count: SegmentCount | null, price: SegmentPrice | null): string | null {
  if (count === null || price === null || count.segments === 0) return null
  return text('thread.composer.cost', { price: moneyWords(count.segments * price.amount, price.currency) })
}

function moneyWords(amount: number, currency: string): string {
  try {
    return writeMoney(amount, currency, { maximumSignificantDigits: 3 })
  } catch {
    // An unknown currency code is shown as typed.
    return `${amount.toPrecision(3)} ${currency}`
  }
}

/** Explains a reduced segment length; null when it is not reduced. */
export function segmentNote(count: SegmentCount | null): string | null {
  if (count === null || count.foreign === null) return null
  return text('thread.composer.notInSmsAlphabet', { character: count.foreign })
}
