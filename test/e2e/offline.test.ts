import { describe, expect, it } from 'vitest'
import { sentMessages, setStage } from '../support/stage.ts'

/** The names of the seeded account's conversations are not ours to know: two that are open, by id. */
const OTHER = /^(?!John Smith)/

describe('offline', () => {
  it('what is said and done without network survives a restart and arrives once, in order', async () => {
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
    await person.startConversation('+1 202 555 0143', 'A third conversation, begun offline.')
    expect(sentMessages(stage.server)).toEqual([])

    // A quit in the middle of a try would leave it of unknown fate, and that takes its two minutes to be looked up.
    await person.showView('Outbox')
    await person.entry('Waiting', 'Resolve').getByText('Queued. Sends when you’re online').waitFor()
    await person.entry('Waiting', 'New conversation').getByText('Queued. Sends when you’re online').waitFor()
    await person.entry('Waiting', 'The first thing').getByText('Queued. Sends when you’re online').waitFor()
    await stage.quit()
    person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('The first thing said offline.').waitFor()
    await person.bubble('And the second, in the same conversation.').waitFor()
    await person.showView('Resolved')
    await person.row(resolvedName).first().waitFor()
    await person.showView('Inbox')
    await person.open(/202.?555.?0143/)
    await person.bubble('A third conversation, begun offline.').waitFor()
    expect(sentMessages(stage.server)).toEqual([])

    await stage.line.restore()
    await stage.server.journal.until(() => sentMessages(stage.server).length >= 3)
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    const spoken = sentMessages(stage.server)
    expect(spoken.filter((one) => one.conversationId === 'conv_abc123').map(({ content }) => content)).toEqual([
      'The first thing said offline.',
      'And the second, in the same conversation.',
    ])
    expect(spoken.map(({ content }) => content)).toContain('A third conversation, begun offline.')
    expect(spoken).toHaveLength(3)
    const changes = stage.server.journal.mutations().filter((one) => one.by !== null && one.kind !== 'send')
    expect(changes.map((one) => one.kind).toSorted()).toEqual(['create', 'update'])
  })

  it('a send whose answer is cut after the server took it is one message in the end', async () => {
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

  it('words being typed are there again after kill -9', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.reply().fill('')
    await person.reply().pressSequentially('Half a sentence that nobody has se')
    // The row's draft mark is drawn from the database: when it says so, it is durable.
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
  ])('%s at the first start is said in a plain sentence, and goes on without a click', async (_, fault) => {
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
