import { describe, expect, it } from 'vitest'
import { priceWords, readSegmentPrice } from '../../../src/settings/segment-price.ts'

describe('the price of a segment', () => {
  it.each<[string, number, string]>([
    ['0.0075 USD', 0.0075, 'USD'],
    ['0,07 eur', 0.07, 'EUR'],
    ['EUR 0.07', 0.07, 'EUR'],
    ['1usd', 1, 'USD'],
  ])('%s', (typed, amount, currency) =>
    expect(readSegmentPrice(typed)).toEqual({ ok: true, price: { amount, currency } }),
  )

  it.each(['', '   ', '0 USD'])('%j is none', (typed) =>
    expect(readSegmentPrice(typed)).toEqual({ ok: true, price: null }),
  )

  it.each([
    ['0.0075', 'Add a currency, as in 0.0075 USD.'],
    ['USD', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['-1 USD', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['USD 1 EUR', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['500 USD', 'Enter at most 100 per segment.'],
  ])('%j is refused with a word why', (typed, problem) =>
    expect(readSegmentPrice(typed)).toEqual({ ok: false, problem }),
  )

  it('is shown as it is read', () => {
    expect(priceWords({ amount: 0.0075, currency: 'USD' })).toBe('0.0075 USD')
    expect(priceWords(null)).toBe('')
  })
})
