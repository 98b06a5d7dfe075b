import { expect, it } from 'vitest'
import { yieldToMessages } from '../../../src/search/yield-to-messages.ts'

it('every caller goes on, in order, when several wait at once', async () => {
  const ended: number[] = []
  const waits = [1, 2, 3].map(async (caller) => {
    await yieldToMessages()
    ended.push(caller)
  })
  await Promise.all(waits)
  expect(ended).toEqual([1, 2, 3])
})
