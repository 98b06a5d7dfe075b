import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { singleNotice, summaryNotice, testNotice } from '../../../src/notify/notice.ts'

const SETTINGS = { hidesText: false, hasSound: true }

describe('a notice', () => {
  it.each(['', ' ', '\u2800', '\u200e'])('says so when the message has no visible text: %j', (text) => {
    expect(singleNotice({ conversationId: 'c', text }, 'Ana', SETTINGS).body).toBe(
      'No text (a picture or a call, perhaps)',
    )
  })

  it('has a title when the name is invisible', () => {
    expect(singleNotice({ conversationId: 'c', text: 'Hi' }, '\u3164', SETTINGS).title).toBe('New message')
  })

  it('stays within the main process’s limits and splits no surrogate pair, for any text', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 600 })
    fc.assert(
      fc.property(anyText, anyText, (name, text) => {
        const { title, body } = singleNotice({ conversationId: 'c', text }, name, SETTINGS)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(80)
        expect(body.length).toBeLessThanOrEqual(240)
        expect(title + body).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
      }),
    )
  })

  it('has a title when the customer has no name', () => {
    expect(singleNotice({ conversationId: 'c', text: 'Hi' }, ' ', SETTINGS)).toMatchObject({
      title: 'New message',
      body: 'Hi',
    })
  })

  it.each(['\u200b', '\u3164', '\u2800', '\u202e', '\u200e\u200e', '\ufeff'])(
    'has a visible title when the name is invisible (%j)',
    (name) => {
      expect(singleNotice({ conversationId: 'c', text: 'Hi' }, name, SETTINGS).title).toBe('New message')
    },
  )

  it('is cut between grapheme clusters', () => {
    const { title, body } = singleNotice({ conversationId: 'c', text: '👩‍👩‍👧'.repeat(100) }, '🇩🇪'.repeat(100), SETTINGS)
    expect(title).toBe(`${'🇩🇪'.repeat(19)}…`)
    expect(body).toBe(`${'👩‍👩‍👧'.repeat(29)}…`)
  })

  it('ends with an ellipsis when it is cut', () => {
    const { body } = singleNotice({ conversationId: 'c', text: 'x'.repeat(300) }, 'J', SETTINGS)
    expect(body).toBe(`${'x'.repeat(239)}…`)
  })

  it('for a test follows the settings', () => {
    expect(testNotice(SETTINGS)).toEqual({
      conversationId: null,
      title: 'Clarion',
      body: 'This is what a new message looks like.',
      isSilent: false,
    })
    expect(testNotice({ hidesText: true, hasSound: false })).toEqual({
      conversationId: null,
      title: 'New message',
      body: '',
      isSilent: true,
    })
  })

  it('for a summary formats the count for the locale', () => {
    expect(summaryNotice(1_234, SETTINGS).title).toBe(`${(1_234).toLocaleString()} conversations have new messages`)
  })
})
