import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CachedThread } from '../../../src/db/cached-threads.ts'
import { overlayConversation, overlayThread } from '../../../src/db/overlay.ts'
import { exportMany, piecesOf } from '../../../src/export/export-many.ts'
import { jsonWriter } from '../../../src/export/write-json.ts'
import { failed, success } from '../../../src/shared/failure.ts'
import { aConversation, aMessage } from '../../support/builders.ts'

const NO_ROOM = failed({ kind: 'refused', words: 'The disk is full. Free some space, then try again.' })

function held(id: string, content: string): CachedThread {
  const row = { ...aConversation({ id }), activityAt: 1 }
  return {
    conversation: overlayConversation({ id, row, ops: [], seen: undefined }),
    items: overlayThread({ messages: [aMessage({ content })], ops: [], claimedIds: new Set() }),
    held: id.endsWith('7') ? 'older' : 'whole',
  }
}

/** `stopAfter` and `refuseAfter` count pieces or reads. */
function begin(count: number, { words = 'Hello', stopAfterReads = Infinity, room = Infinity } = {}) {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`)
  const reads: number[] = []
  const pieces: string[] = []
  const told: number[] = []
  const done = exportMany({
    ids,
    writer: jsonWriter({ title: 'All', exportedAt: 0 }),
    read: async (some) => {
      reads.push(some.length)
      return some.map((id) => (id === 'c3' ? null : held(id, words)))
    },
    append: async (content) => {
      if (pieces.length >= room) return NO_ROOM
      pieces.push(content)
      return success(null)
    },
    isStopped: () => reads.length >= stopAfterReads,
    onProgress: (progress) => told.push(progress),
    yieldToEventLoop: () => Promise.resolve(),
  })
  return { done, ids, reads, pieces, told }
}

describe('exportMany', () => {
  it('writes a few conversations at a time, in order, and reports progress', async () => {
    const { done, ids, reads, pieces, told } = begin(12_345)
    const outcome = await done
    const notWhole = ids.filter((id) => id.endsWith('7'))
    expect(outcome).toEqual({ ok: true, value: { written: 12_344, notWhole, gone: 1 } })
    expect(Math.max(...reads)).toBeLessThanOrEqual(50)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(500_000)
    expect(pieces.length).toBeGreaterThan(5)
    expect(told.at(-1)).toBe(12_345)
    const read = JSON.parse(pieces.join('')) as { conversations: { conversationId: string }[] }
    expect(read.conversations.map((one) => one.conversationId)).toEqual(ids.filter((id) => id !== 'c3'))
    expect(read).toMatchObject({ noLongerOnThisDevice: 1 })
  })

  it('writes a complete file for no conversations', async () => {
    const { done, pieces } = begin(0)
    expect(await done).toEqual({ ok: true, value: { written: 0, notWhole: [], gone: 0 } })
    expect(JSON.parse(pieces.join(''))).toMatchObject({ conversations: [] })
  })

  it('stops reading and writing when stopped', async () => {
    const { done, reads, pieces } = begin(1_000, { stopAfterReads: 2 })
    expect(await done).toEqual({ ok: true, value: null })
    expect(reads).toEqual([50, 50])
    expect(pieces).toEqual([])
  })

  it.each([0, 1])('ends when the disk is full after %i pieces', async (room) => {
    const { done, pieces } = begin(4_000, { room })
    expect(await done).toEqual(NO_ROOM)
    expect(pieces).toHaveLength(room)
  })

  it('splits a long text into several pieces', async () => {
    const { done, pieces } = begin(1, { words: '👍'.repeat(600_000) })
    await done
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(500_000)
    expect(pieces.every((piece) => !/[\uD800-\uDBFF]$/.test(piece))).toBe(true)
    expect(pieces.join('')).toContain('👍'.repeat(600_000))
  })
})

describe('piecesOf', () => {
  it('keeps the text, the maximum length and every surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, most) => {
        const pieces = piecesOf(text, most)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most)
          expect(piece.length).toBeGreaterThan(0)
          expect(piece).not.toMatch(/[\uD800-\uDBFF]$/)
        }
      }),
    )
  })
})
