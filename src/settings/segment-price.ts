import type { SegmentPrice } from '../db/writing-settings.ts'

/** Higher than any carrier charges. */
const MAX = 100

export type ReadPrice =
  | { readonly ok: true; /** Null for no price. */ readonly price: SegmentPrice | null }
  | { readonly ok: false; readonly problem: string }

/** Parses an amount and a three-letter currency code in either order: "0.0075 USD", "EUR 0,07". */
export function readSegmentPrice(typed: string): ReadPrice {
  const text = typed.trim()
  if (text === '') return { ok: true, price: null }
  const [, first = '', amount = '', second = ''] = /^([a-z]{3})?\s*(\d+(?:[.,]\d+)?)\s*([a-z]{3})?$/i.exec(text) ?? []
  const currency = (first === '' ? second : first).toUpperCase()
  if (amount === '' || (first !== '' && second !== ''))
    return { ok: false, problem: 'Enter an amount and a currency, as in 0.0075 USD.' }
  if (currency === '') return { ok: false, problem: 'Add a currency, as in 0.0075 USD.' }
  const value = Number(amount.replace(',', '.'))
  if (value > MAX) return { ok: false, problem: `Enter at most ${MAX} per segment.` }
  return { ok: true, price: value === 0 ? null : { amount: value, currency } }
}

export function priceWords(price: SegmentPrice | null): string {
  return price === null ? '' : `${price.amount} ${price.currency}`
}
