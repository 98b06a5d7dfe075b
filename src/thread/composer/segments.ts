import { SegmentedMessage } from 'sms-segments-calculator'
import type { SegmentPrice } from '../../db/writing-settings.ts'
import { writeMoney, writeNumber } from '../../shared/region/locale.ts'
import { outgoingText } from '../../shared/text/outgoing-text.ts'

export type SegmentCount = {
  readonly segments: number
  /** As a person counts them: an emoji is one. */
  readonly characters: number
  /** The first character that is not in the SMS alphabet: it makes every segment hold 70 instead of 160. Null when all are. */
  readonly foreign: string | null
}

/** Characters: ten segments, where carriers commonly stop. Counting more would cost every keystroke dearly. */
const MAX_COUNTED_LENGTH = 1_600
/** A text of more units than this is too long whatever becomes of it: it would take four marks on each letter. */
const MAX_CONVERTED = MAX_COUNTED_LENGTH * 5

/** What a text costs as SMS, as it will be sent. Loaded only where it is needed. Null for a text longer than carriers take. */
export function countSegments(typed: string): SegmentCount | null {
  if (typed.length > MAX_CONVERTED) return null
  const text = outgoingText(typed)
  if (text.length > MAX_COUNTED_LENGTH) return null
  const message = new SegmentedMessage(text)
  return {
    segments: text === '' ? 0 : message.segmentsCount,
    characters: message.graphemes.length,
    foreign: message.encodingName === 'UCS-2' ? (message.getNonGsmCharacters()[0] ?? null) : null,
  }
}

export function segmentWords(count: SegmentCount | null): string {
  if (count === null) return 'More than 10 segments: carriers may reject it'
  return `${plural(count.characters, 'character')} · ${plural(count.segments, 'segment')}`
}

/** "About $0.015": what the carrier will ask; null where nobody said what a segment costs. */
export function costWords(count: SegmentCount | null, price: SegmentPrice | null): string | null {
  if (count === null || price === null || count.segments === 0) return null
  return `about ${moneyWords(count.segments * price.amount, price.currency)}`
}

function moneyWords(amount: number, currency: string): string {
  try {
    return writeMoney(amount, currency, { maximumSignificantDigits: 3 })
  } catch {
    // Three letters that are no currency are shown as they are.
    return `${amount.toPrecision(3)} ${currency}`
  }
}

/** Why so many, when it is not plain from the length; null when it is. */
export function segmentNote(count: SegmentCount | null): string | null {
  if (count === null || count.foreign === null) return null
  return `“${count.foreign}” isn’t in the SMS alphabet, so a segment holds 70 characters instead of 160`
}

function plural(count: number, word: string): string {
  return `${writeNumber(count)} ${word}${count === 1 ? '' : 's'}`
}
