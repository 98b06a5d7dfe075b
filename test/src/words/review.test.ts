import { expect, it } from 'vitest'
import type { Review } from '../../../src/db/review.ts'
import { awayText, sentText } from '../../../src/words/review.ts'

const review = (...sent: readonly (readonly [name: string, count: number])[]): Review => ({
  awayMs: 3 * 3_600_000,
  sent: sent.map(([name, count]) => ({ conversationId: name, channel: 'sms', name, count })),
  held: [],
  news: [],
})

it.each([
  [review(), null],
  [review(['Ana', 1]), '1 message to Ana'],
  [review(['Ana', 2], ['Ben', 1]), '3 messages to Ana and Ben'],
  [review(['Ana', 1], ['Ben', 1], ['Cid', 1]), '3 messages to Ana, Ben, and Cid'],
  [review(['Ana', 1], ['Ben', 1], ['Cid', 1], ['Dee', 1], ['Eve', 1]), '5 messages to Ana, Ben, Cid, and 2 more'],
])('sentText counts messages and names their recipients', (given, text) => {
  expect(sentText(given)).toBe(text)
})

it('awayText says how long the user was away', () => {
  expect(awayText(review())).toBe('While you were away for 3 hours')
})
