import type { SegmentPrice } from '../db/writing-settings.ts'
import { text } from '../strings/text.ts'

/** Higher than any carrier charges. */
const MAX = 100

export const PRICE_EXAMPLE = text('settings.writing.price.example')

export type ReadPrice =
  | { readonly ok: true; /** Null for no price. */ readonly price: SegmentPrice | null }
  | { readonly ok: false; readonly problem: string }

/** Parses an amount and a three-letter currency code in either order: "0.0075 USD", "EUR 0,07". */
export function readSegmentPrice(typed: string): ReadPrice {
  const trimmed = typed.trim()
  if (trimmed === '') return { ok: true, price: null }
  const [, first = '', amount = '', second = ''] =
    /^([a-z]{3})?\s*(\d+(?:[.,]\d+)?)\s*([a-z]{3})?$/i.exec(trimmed) ?? []
  const currency = (first === '' ? second : first).toUpperCase()
  if (amount === '' || (first !== '' && second !== ''))
    return { ok: false, problem: text('settings.writing.enterPrice', { example: PRICE_EXAMPLE }) }
  if (currency === '') return { ok: false, problem: text('settings.writing.addCurrency', { example: PRICE_EXAMPLE }) }
  const value = Number(amount.replace(',', '.'))
  if (value > MAX) return { ok: false, problem: text('settings.writing.enterLowerPrice', { max: MAX }) }
  return { ok: true, price: value === 0 ? null : { amount: value, currency } }
}

export function priceWords(price: SegmentPrice | null): string {
  return price === null ? '' : `${price.amount} ${price.currency}`
}
