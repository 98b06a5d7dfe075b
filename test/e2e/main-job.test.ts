import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { answerConnects, readConnectQuestions } from '../support/connect-dialog.ts'
import { SEND_LIMIT, KEY, sentMessages, setStage } from '../support/stage.ts'

describe('app', () => {
  it('connects, reads, replies, resolves and starts a conversation', async () => {
    const stage = await setStage()
    const person = await stage.start('first run')
    const { app } = stage
    invariant(app !== null, 'the app was started')
    await person.connect(KEY, stage.line.url, 'wait')
    await expect.poll(() => readConnectQuestions(app)).toHaveLength(1)
    // The form is busy while the user is asked.
    await person.page.getByRole('button', { name: 'Connecting…', disabled: true }).waitFor()
    await person.page.getByRole('textbox', { name: 'API key' }).press('Enter')
    await answerConnects(app, 'Cancel')
    await person.page.getByText('Not connected.').waitFor()
    const question = {
      message: `Connect to ${stage.line.url}?`,
      detail: [
        'Clarion sends the API key and your messages there.',
        'This server runs on this computer.',
        'The connection isn’t encrypted.',
      ].join('\n\n'),
      buttons: ['Connect', 'Cancel'],
      isModal: true,
    }
    expect(await readConnectQuestions(app)).toEqual([question])
    expect(stage.line.requests).toEqual([])
    expect(await person.page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe(KEY)
    // The user's own choice is not shown as an error.
    expect(await person.page.getByRole('alert').count()).toBe(0)
    await person.connect(KEY, stage.line.url)
    await person.rows().first().waitFor()
    expect(await readConnectQuestions(app)).toEqual([question, question])

    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.sendReply('Perfect! I have you down for Friday at 2pm.')
    await expect
      .poll(() => sentMessages(stage.server), SEND_LIMIT)
      .toMatchObject([{ conversationId: 'conv_abc123', content: 'Perfect! I have you down for Friday at 2pm.' }])

    await person.press('e')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect
      .poll(() => stage.server.journal.mutations().at(-1))
      .toMatchObject({ kind: 'update', status: 'resolved' })
    await person.showView('Resolved')
    await person.row(/^John Smith/).waitFor()

    await person.showView('Inbox')
    await person.startConversation('+1 202 555 0143', 'Hello from Clarion')
    await person.bubble('Hello from Clarion').waitFor()
    await expect.poll(() => sentMessages(stage.server).at(-1)?.content, SEND_LIMIT).toBe('Hello from Clarion')
    const created = stage.server.journal.mutations().filter(({ kind }) => kind === 'create')
    expect(created).toMatchObject([{ channel: 'sms', phone: '+12025550143' }])
  })

  it('shows the server’s error and stores nothing when the key is wrong', async () => {
    const stage = await setStage()
    let person = await stage.start('first run')
    await person.connect('sk_live_wrong', stage.line.url)
    await person.page.getByText('Invalid API key').waitFor()
    await stage.quit()
    person = await stage.start('first run')
    await person.page.getByRole('button', { name: 'Connect' }).waitFor()
    expect(await person.page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('')
  })

  it('refuses an address without https, shows the reason and sends no request', async () => {
    const stage = await setStage()
    const person = await stage.start('first run')
    await person.connect(KEY, 'http://api.example.com')
    await person.page.getByText(/https/).first().waitFor()
    expect(stage.line.requests).toEqual([])
  })

  it('shows an empty state when the account has no conversations', async () => {
    const stage = await setStage({ conversations: 0 })
    const person = await stage.start('connected')
    await person.page
      .getByText(/No conversations/i)
      .first()
      .waitFor()
  })

  it('opens the demo workspace without a key or a network', async () => {
    const stage = await setStage()
    await stage.line.cutOff()
    const person = await stage.start('first run')
    await person.page.getByRole('button', { name: 'Open the demo workspace' }).click()
    await person.rows().nth(5).waitFor()
    await person.press('j')
    await person.thread().getByRole('article').first().waitFor()
    await person.sendReply('Thank you for writing to us.')
  })
})
