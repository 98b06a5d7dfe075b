import { describe, expect, it } from 'vitest'
import { priceWords, readSegmentPrice } from '../../../src/settings/segment-price.ts'

describe('readSegmentPrice', () => {
  it.each<[string, number, string]>([
    ['0.0075 USD', 0.0075, 'USD'],
    ['0,07 eur', 0.07, 'EUR'],
    ['EUR 0.07', 0.07, 'EUR'],
    ['1usd', 1, 'USD'],
  ])('accepts %s', (typed, amount, currency) =>
    expect(readSegmentPrice(typed)).toEqual({ ok: true, price: { amount, currency } }),
  )

  it.each(['', '   ', '0 USD'])('reads %j as no price', (typed) =>
    expect(readSegmentPrice(typed)).toEqual({ ok: true, price: null }),
  )

  it.each([
    ['0.0075', 'Add a currency, as in 0.0075 USD.'],
    ['USD', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['-1 USD', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['USD 1 EUR', 'Enter an amount and a currency, as in 0.0075 USD.'],
    ['500 USD', 'Enter at most 100 per segment.'],
  ])('rejects %j with a reason', (typed, problem) => expect(readSegmentPrice(typed)).toEqual({ ok: false, problem }))

  it('reads back what priceWords writes', () => {
    expect(priceWords({ amount: 0.0075, currency: 'USD' })).toBe('0.0075 USD')
    expect(priceWords(null)).toBe('')
  })
})
