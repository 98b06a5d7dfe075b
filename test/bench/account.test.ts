import { describe, expect, it } from 'vitest'
import { BATCHES, conversationAt, lastWords, LONG, LONGEST, SHORT, storedAt } from './account.ts'

const SIZE = { conversations: 4_000, madeAt: Date.UTC(2026, 10, 20) }
const all = Array.from({ length: SIZE.conversations }, (_, place) => conversationAt(place, SIZE))

describe('the account of the benches', () => {
  it('has different ids and ten messages a conversation, besides the longest', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(SIZE.conversations)
    const counts = all.slice(3).map(({ thread }) => thread.read().length)
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    expect(Math.abs(mean - 10)).toBeLessThan(0.5)
  })

  it('begins with the longest, a short and a long thread, which are open and the newest', () => {
    const newest = all.toSorted((a, b) => b.activityAt - a.activityAt).slice(0, 3)
    expect(newest.map(({ thread }) => thread.read().length)).toEqual([LONGEST.messages, SHORT.messages, LONG.messages])
    expect(newest.map(({ status }) => status)).toEqual(['open', 'open', 'open'])
    expect(newest.map(({ thread }) => thread.read().at(-1)?.content)).toEqual([0, 1, 2].map(lastWords))
  })

  it.each([BATCHES.hundred, BATCHES.thousand])('has exactly so many open conversations with a tag: %j', (batch) => {
    const tagged = all.filter(({ tags }) => tags.includes(batch.tag))
    expect(tagged).toHaveLength(batch.count)
    expect(tagged.filter(({ status }) => status !== 'open')).toEqual([])
  })

  it('has rows as the app stores them after it has read the conversation and its thread', () => {
    const { row, thread, jsonBytes } = storedAt(4, SIZE)
    const conversation = conversationAt(4, SIZE)
    const last = conversation.thread.read().at(-1)
    expect(row).toMatchObject({
      ...{ id: conversation.id, lastMessage: last?.content, activityAt: last?.at, status: conversation.status },
      newest: { messageId: last?.id, sender: last?.sender },
    })
    expect(thread.messages.map(({ id }) => id)).toEqual(conversation.thread.read().map(({ id }) => id))
    expect(jsonBytes).toBeGreaterThan(thread.messages.reduce((sum, { content }) => sum + content.length, 0))
  })
})
