import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { sentMessages, setStage } from '../support/stage.ts'

const isSend = (request: { readonly method: string; readonly path: string }): boolean =>
  request.method === 'POST' && request.path.endsWith('/messages')

describe('outbox', () => {
  it('undo restores the text and the caret, and sends nothing, during the undo window', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.setUndoWindow(60)
    await person.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await person.page.keyboard.type('Said too soon')
    for (const _ of ' soon') await person.page.keyboard.press('ArrowLeft')
    await person.page.keyboard.press('Control+Enter')
    await person
      .bubble('Said too soon')
      .getByText(/^Sends in [1-9]\d s$/)
      .waitFor()
    await person.press('z')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too soon')
    await person.bubble('Said too soon').waitFor({ state: 'detached' })
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await person.page.keyboard.type(' very')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too very soon')

    // Ctrl+Z in the empty field undoes too. Then “Send now” skips the undo window.
    await person.page.keyboard.press('Control+Enter')
    await person.bubble('Said too very soon').waitFor()
    await expect.poll(() => person.reply().inputValue()).toBe('')
    await person.page.keyboard.press('Control+z')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too very soon')
    expect(sentMessages(stage.server)).toEqual([])
    await person.page.keyboard.press('Control+Enter')
    await person.bubble('Said too very soon').getByRole('button', { name: 'Send now' }).click()
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Said too very soon'])
    await person.press('z')
    await person.page.getByText('Too late to undo: the message was sent.').first().waitFor()
  })

  it('refused message shows the server’s error, and is sent when the user retries', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    stage.server.faults.inject(
      { answer: 'status', status: 400, error: 'The number is not reachable by SMS' },
      { when: isSend },
    )
    await person.sendReply('The server refuses this at first')
    await person.bubble('The server refuses this').getByText('The number is not reachable by SMS').waitFor()
    await person.showView('Outbox.*1 needs you')
    const entry = person.entry('Needs your attention', 'The server refuses this at first')
    await entry.getByText('Not sent: the server refused: “The number is not reachable by SMS”').waitFor()
    expect(await entry.textContent()).toContain('John Smith')
    await entry.getByRole('button', { name: 'Retry now' }).click()
    await person.page.getByRole('heading', { name: 'All messages sent' }).waitFor()
    expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['The server refuses this at first'])
  })

  it('reply asks when a newer message arrived while offline, and is sent once when the user confirms', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.page.getByText('All threads on this device').waitFor()
    await stage.line.cutOff()
    await person.sendReply('Tuesday at ten would suit us well.')
    await person.bubble('Tuesday at ten').getByText('Waiting for connection').waitFor()
    // An op found at a start counts as delayed, so the test needs no waiting time.
    await stage.quit()
    const conversation = stage.server.account.find('conv_abc123')
    invariant(conversation !== null, 'the seeded conversation is there')
    stage.server.account.send(conversation, 'customer', 'Forget it, I am ill this week.', null)
    await stage.line.restore()
    person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Tuesday at ten').getByText('New messages arrived before this was sent').waitFor()
    await person.bubble('Forget it, I am ill this week.').waitFor()
    expect(sentMessages(stage.server)).toEqual([])

    await person.showView('Outbox.*1 needs you')
    const entry = person.entry('Needs your attention', 'Tuesday at ten')
    await entry.getByText('Forget it, I am ill this week.').waitFor()
    await entry.getByRole('button', { name: 'Send anyway' }).click()
    await person.page.getByRole('heading', { name: 'All messages sent' }).waitFor()
    expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['Tuesday at ten would suit us well.'])
  })

  it('Edit moves the message back to the composer and empties the outbox', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await stage.line.cutOff()
    await person.sendReply('To be edited')
    await person.bubble('To be edited').getByText('Waiting for connection').waitFor()
    await person.showView('Outbox')
    await person.entry('Waiting', 'To be edited').getByRole('button', { name: 'Edit' }).click()
    await expect.poll(() => person.reply().inputValue()).toBe('To be edited')
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await person.showView('Outbox')
    await person.page.getByRole('heading', { name: 'All messages sent' }).waitFor()
  })
})
