import { describe, expect, it } from 'vitest'
import { messageName } from '../../../../src/thread/log/message-name.ts'
import { senderWords } from '../../../../src/words/sender.ts'

const NOW = new Date(2024, 2, 15, 12).getTime()
const message = {
  sender: 'customer',
  isMine: false,
  content: 'Can I move it?',
  at: new Date(2024, 2, 15, 10, 30).getTime(),
}
const around = { customerName: 'John Smith', now: NOW, state: null }

describe('who said it', () => {
  it.each([
    [{ sender: 'customer', isMine: false }, 'John Smith'],
    [{ sender: 'assistant', isMine: false }, 'Assistant'],
    [{ sender: 'assistant', isMine: true }, 'You'],
    [{ sender: 'Night bot', isMine: false }, 'Night bot'],
    [{ sender: ' \u0000 ', isMine: false }, 'Unknown sender'],
    [{ sender: '\u200b', isMine: false }, 'Unknown sender'],
    [{ sender: '  ', isMine: false }, 'Unknown sender'],
  ])('%j is %s', (item, words) => {
    expect(senderWords(item, 'John Smith')).toBe(words)
  })
})

describe('a message’s name', () => {
  it('is sender, text and time', () => {
    expect(messageName(message, around)).toMatch(/^John Smith: Can I move it\?, Today 10.30/)
  })

  it('says where our message stands', () => {
    const name = messageName({ ...message, sender: 'assistant', isMine: true }, { ...around, state: 'Queued' })
    expect(name).toMatch(/^You: Can I move it\?, Today .*, Queued$/)
  })

  it('says so when the server gave no time', () => {
    expect(messageName({ ...message, at: null }, around)).toBe('John Smith: Can I move it?, time unknown')
  })

  it('is one line, and short enough to listen to', () => {
    const name = messageName({ ...message, content: `one\n\ntwo ${'x'.repeat(100_000)}` }, around)
    expect(name).toMatch(/^John Smith: one two x+…, Today/)
    expect(name.length).toBeLessThan(330)
  })

  it('does not cut an emoji in two', () => {
    const name = messageName({ ...message, content: `${'x'.repeat(279)}😀😀` }, around)
    expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
