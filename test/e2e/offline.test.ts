import { describe, expect, it } from 'vitest'
import { sentMessages, setStage } from '../support/stage.ts'

/** Any conversation but John Smith's. The test does not depend on the other names of the seeded account. */
const OTHER = /^(?!John Smith)/

describe('offline', () => {
  it('messages and changes survive a restart and reach the server once and in order after reconnecting', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await person.row(/^John Smith/).waitFor()
    await person.page.getByText('All threads on this device').waitFor()

    await stage.line.cutOff()
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.sendReply('The first thing said offline.')
    await person.sendReply('And the second, in the same conversation.')
    const other = person.row(OTHER).first()
    const resolvedName = (await other.getAttribute('aria-label'))?.split(',')[0] ?? ''
    await other.click()
    await person.press('e')
    await person.startConversation('+1 202 555 0143', 'A third conversation, started offline.')
    expect(sentMessages(stage.server)).toEqual([])

    // An op in flight at quit would be uncertain, and its verification takes two minutes.
    await person.showView('Outbox')
    await person.entry('Waiting', 'Resolve').getByText('Waiting for connection').waitFor()
    await person.entry('Waiting', 'New conversation').getByText('Waiting for connection').waitFor()
    await person.entry('Waiting', 'The first thing').getByText('Waiting for connection').waitFor()
    await stage.quit()
    person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('The first thing said offline.').waitFor()
    await person.bubble('And the second, in the same conversation.').waitFor()
    await person.showView('Resolved')
    await person.row(resolvedName).first().waitFor()
    await person.showView('Inbox')
    await person.open(/202.?555.?0143/)
    await person.bubble('A third conversation, started offline.').waitFor()
    expect(sentMessages(stage.server)).toEqual([])

    await stage.line.restore()
    await stage.server.journal.until(() => sentMessages(stage.server).length >= 3)
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    const sent = sentMessages(stage.server)
    expect(sent.filter(({ conversationId }) => conversationId === 'conv_abc123').map(({ content }) => content)).toEqual(
      ['The first thing said offline.', 'And the second, in the same conversation.'],
    )
    expect(sent.map(({ content }) => content)).toContain('A third conversation, started offline.')
    expect(sent).toHaveLength(3)
    const changes = stage.server.journal.mutations().filter(({ by, kind }) => by !== null && kind !== 'send')
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['create', 'update'])
  })

  it('message is on the server once when its response is lost', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    const cut = stage.line.cutNextAnswer((request) => request.startsWith('POST /conversations/conv_abc123/messages'))
    await person.sendReply('See you on Friday at two in the afternoon.')
    await cut
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    expect(sentMessages(stage.server).map(({ content }) => content)).toEqual([
      'See you on Friday at two in the afternoon.',
    ])
    expect(await person.bubble('See you on Friday at two in the afternoon.').count()).toBe(1)
  })

  it('half-typed text is restored after SIGKILL', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.reply().fill('')
    await person.reply().pressSequentially('Half a sentence that is not se')
    // The row's draft mark comes from the database, so the text is stored when the mark appears.
    await person.row(/^John Smith.*draft/i).waitFor()
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await stage.kill()
    person = await stage.start('connected')
    await person.open(/^John Smith/)
    await expect.poll(() => person.reply().inputValue()).toMatch(/^Half a sentence/)
  })

  it.each([
    ['HTML for JSON', { answer: 'html', status: 200 } as const],
    ['a cut body', { answer: 'cut' } as const],
    ['a 500', { answer: 'status', status: 500 } as const],
    ['a 429', { answer: 'status', status: 429, retryAfter: '1' } as const],
  ])('first start shows a message and retries automatically when the server responds with %s', async (_, fault) => {
    const stage = await setStage()
    stage.server.faults.inject(fault, { times: 2 })
    const person = await stage.start('connected')
    await person.page
      .getByText(/automatically/i)
      .first()
      .waitFor()
    await person.rows().first().waitFor()
  })
})
