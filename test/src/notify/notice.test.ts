import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { singleNotice, summaryNotice, testNotice } from '../../../src/notify/notice.ts'

const SETTINGS = { isOn: true, hidesText: false, hasSound: true }

describe('a notice', () => {
  it.each(['', ' ', '\u2800', '\u200e'])('says so when the message has no text: %j', (words) => {
    expect(singleNotice({ conversationId: 'c', words }, 'Ana', SETTINGS).body).toBe(
      'No text (may be a picture or a call)',
    )
  })

  it('has a title when the name cannot be seen', () => {
    expect(singleNotice({ conversationId: 'c', words: 'Hi' }, '\u3164', SETTINGS).title).toBe('New message')
  })

  it('keeps within what main takes, whatever a customer writes, and halves no character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 600 })
    fc.assert(
      fc.property(text, text, (name, words) => {
        const { title, body } = singleNotice({ conversationId: 'c', words }, name, SETTINGS)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(80)
        expect(body.length).toBeLessThanOrEqual(240)
        expect(title + body).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
      }),
    )
  })

  it('of a customer without a name still has a title', () => {
    expect(singleNotice({ conversationId: 'c', words: 'Hi' }, ' ', SETTINGS)).toMatchObject({
      title: 'New message',
      body: 'Hi',
    })
  })

  it.each(['\u200b', '\u3164', '\u2800', '\u202e', '\u200e\u200e', '\ufeff'])(
    'of a customer whose name cannot be seen (%j) has a title that can',
    (name) => {
      expect(singleNotice({ conversationId: 'c', words: 'Hi' }, name, SETTINGS).title).toBe('New message')
    },
  )

  it('is cut between characters as people see them', () => {
    const { title, body } = singleNotice({ conversationId: 'c', words: '👩‍👩‍👧'.repeat(100) }, '🇩🇪'.repeat(100), SETTINGS)
    expect(title).toBe(`${'🇩🇪'.repeat(19)}…`)
    expect(body).toBe(`${'👩‍👩‍👧'.repeat(29)}…`)
  })

  it('says how long it is by an ellipsis', () => {
    const { body } = singleNotice({ conversationId: 'c', words: 'x'.repeat(300) }, 'J', SETTINGS)
    expect(body).toBe(`${'x'.repeat(239)}…`)
  })

  it('for a test looks as the settings have it', () => {
    expect(testNotice(SETTINGS)).toEqual({
      conversationId: null,
      title: 'Clarion',
      body: 'This is what a new message looks like.',
      isSilent: false,
    })
    expect(testNotice({ isOn: false, hidesText: true, hasSound: false })).toEqual({
      conversationId: null,
      title: 'New message',
      body: '',
      isSilent: true,
    })
  })

  it('for many counts them as people write numbers', () => {
    expect(summaryNotice(1_234, SETTINGS).title).toBe(`${(1_234).toLocaleString()} conversations have new messages`)
  })
})
