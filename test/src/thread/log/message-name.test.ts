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
const context = { customerName: 'John Smith', now: NOW, state: null }

describe('senderWords', () => {
  it.each([
    [{ sender: 'customer', isMine: false }, 'John Smith'],
    [{ sender: 'assistant', isMine: false }, 'Assistant'],
    [{ sender: 'assistant', isMine: true }, 'You'],
    [{ sender: 'Night bot', isMine: false }, 'Night bot'],
    [{ sender: ' \u0000 ', isMine: false }, 'Unknown sender'],
    [{ sender: '\u200b', isMine: false }, 'Unknown sender'],
    [{ sender: '  ', isMine: false }, 'Unknown sender'],
  ])('for %j is %s', (item, name) => {
    expect(senderWords(item, 'John Smith')).toBe(name)
  })
})

describe('messageName', () => {
  it('has sender, text and time', () => {
    expect(messageName(message, context)).toMatch(/^John Smith: Can I move it\?, Today 10.30/)
  })

  it('has the state of our unsent message', () => {
    const name = messageName({ ...message, sender: 'assistant', isMine: true }, { ...context, state: 'Queued' })
    expect(name).toMatch(/^You: Can I move it\?, Today .*, Queued$/)
  })

  it('says that the time is unknown', () => {
    expect(messageName({ ...message, at: null }, context)).toBe('John Smith: Can I move it?, time unknown')
  })

  it('is one short line', () => {
    const name = messageName({ ...message, content: `one\n\ntwo ${'x'.repeat(100_000)}` }, context)
    expect(name).toMatch(/^John Smith: one two x+…, Today/)
    expect(name.length).toBeLessThan(330)
  })

  it('does not split an emoji', () => {
    const name = messageName({ ...message, content: `${'x'.repeat(279)}😀😀` }, context)
    expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
