import { describe, expect, it } from 'vitest'
import { overlayConversation, type ThreadItem, type ThreadView } from '../../../src/db/overlay.ts'
import { keepSame } from '../../../src/thread/same-view.ts'
import { aConversation } from '../../support/builders.ts'

function aView(items: readonly ThreadItem[], name = 'Ana'): ThreadView {
  const row = { ...aConversation({ customerName: name }), activityAt: 1 }
  return {
    conversation: overlayConversation({ id: 'conv_1', row, ops: [], seen: undefined }),
    items,
    isOnDevice: true,
    snooze: null,
    troubles: [],
  }
}

function anItem(key: string, fields: Partial<ThreadItem> = {}): ThreadItem {
  return { key, sender: 'customer', isMine: false, content: 'Hello?', at: 1, echo: null, ...fields }
}

describe('keepSame', () => {
  it('keeps unchanged objects', () => {
    const before = aView([anItem('a'), anItem('b')])
    const now = keepSame(before, aView([anItem('a'), anItem('b')]))
    expect(now.items).toBe(before.items)
    expect(now.conversation).toBe(before.conversation)
  })

  it('returns the previous view when nothing changed', () => {
    const before = aView([anItem('a')])
    expect(keepSame(before, aView([anItem('a')]))).toBe(before)
    expect(keepSame(before, { ...aView([anItem('a')]), isOnDevice: false })).not.toBe(before)
  })

  it('keeps the other messages when one arrives', () => {
    const before = aView([anItem('a')])
    const now = keepSame(before, aView([anItem('a'), anItem('b')]))
    expect(now.items[0]).toBe(before.items[0])
    expect(now.items).toHaveLength(2)
  })

  it.each<[string, Partial<ThreadItem>]>([
    ['text', { content: 'Goodbye' }],
    ['time', { at: 2 }],
    ['sender', { sender: 'assistant' }],
    ['side', { isMine: true }],
    [
      'echo',
      {
        echo: {
          opId: 'o',
          state: 'failed',
          failure: null,
          notBefore: 0,
          question: null,
          news: [],
          mayHaveArrived: false,
        },
      },
    ],
  ])('replaces a message whose %s changed', (_, change) => {
    const now = keepSame(aView([anItem('a')]), aView([anItem('a', change)]))
    expect(now.items[0]).toMatchObject(change)
  })

  it('replaces a changed name', () => {
    expect(keepSame(aView([]), aView([], 'Bea')).conversation.name).toBe('Bea')
  })
})
