import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { said, setStage } from '../support/stage.ts'

const toSend = (request: { readonly method: string; readonly path: string }): boolean =>
  request.method === 'POST' && request.path.endsWith('/messages')

describe('the outbox, as a person sees it', () => {
  it('undo within the window puts the words and the caret back, and nothing was sent', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await person.page.keyboard.type('Said too soon')
    for (const _ of ' soon') await person.page.keyboard.press('ArrowLeft')
    await person.page.keyboard.press('Control+Enter')
    await person
      .bubble('Said too soon')
      .getByText(/^Sends in \d s$/)
      .waitFor()
    await person.press('z')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too soon')
    await person.bubble('Said too soon').waitFor({ state: 'detached' })
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await person.page.keyboard.type(' very')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too very soon')

    // From the field itself, too, as long as nothing else was begun in it; then off at once.
    await person.page.keyboard.press('Control+Enter')
    await person.bubble('Said too very soon').waitFor()
    await expect.poll(() => person.reply().inputValue()).toBe('')
    await person.page.keyboard.press('Control+z')
    await expect.poll(() => person.reply().inputValue()).toBe('Said too very soon')
    expect(said(stage.server)).toEqual([])
    await person.page.keyboard.press('Control+Enter')
    await person.bubble('Said too very soon').getByRole('button', { name: 'Send now' }).click()
    await person.page.getByText('to send').waitFor({ state: 'detached' })
    expect(said(stage.server).map((one) => one.content)).toEqual(['Said too very soon'])
    await person.press('z')
    await person.page.getByText('Too late to undo: it has gone out.').first().waitFor()
  })

  it('a refused message stands there with the server’s words, and goes out when a person retries', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    stage.server.faults.inject(
      { answer: 'status', status: 400, error: 'The number is not reachable by SMS' },
      { when: toSend },
    )
    await person.say('Words that the server refuses at first')
    await person.bubble('Words that the server refuses').getByText('The number is not reachable by SMS').waitFor()
    await person.showView('Outbox.*1 needs you')
    const entry = person.entry('Needs you', 'Words that the server refuses at first')
    await entry.getByText('Not sent: the server refused: “The number is not reachable by SMS”').waitFor()
    expect(await entry.textContent()).toContain('John Smith')
    await entry.getByRole('button', { name: 'Retry now' }).click()
    await person.page.getByRole('heading', { name: 'Everything you said has arrived' }).waitFor()
    expect(said(stage.server).map((one) => one.content)).toEqual(['Words that the server refuses at first'])
  })

  it('a reply that newer words overtook while offline asks, and is sent exactly once when a person says so', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await person.page.getByText('All threads on this device').waitFor()
    await stage.line.cutOff()
    await person.say('Tuesday at ten would suit us well.')
    await person.bubble('Tuesday at ten').getByText('Goes out once you are online').waitFor()
    // Whatever is found at a start counts as having waited: no clock has to pass.
    await stage.quit()
    const conversation = stage.server.account.find('conv_abc123')
    invariant(conversation !== null, 'the seeded conversation is there')
    stage.server.account.send(conversation, 'customer', 'Forget it, I am ill this week.', null)
    await stage.line.restore()
    person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Tuesday at ten').getByText('Newer words came before this was sent').waitFor()
    await person.bubble('Forget it, I am ill this week.').waitFor()
    expect(said(stage.server)).toEqual([])

    await person.showView('Outbox.*1 needs you')
    const entry = person.entry('Needs you', 'Tuesday at ten')
    await entry.getByText('Forget it, I am ill this week.').waitFor()
    await entry.getByRole('button', { name: 'Send anyway' }).click()
    await person.page.getByRole('heading', { name: 'Everything you said has arrived' }).waitFor()
    expect(said(stage.server).map((one) => one.content)).toEqual(['Tuesday at ten would suit us well.'])
  })

  it('a message edited there is back in its composer, and the outbox is empty', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await stage.line.cutOff()
    await person.say('To be written anew')
    await person.bubble('To be written anew').getByText('Goes out once you are online').waitFor()
    await person.showView('Outbox')
    await person.entry('Waiting', 'To be written anew').getByRole('button', { name: 'Edit' }).click()
    await expect.poll(() => person.reply().inputValue()).toBe('To be written anew')
    await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await person.showView('Outbox')
    await person.page.getByRole('heading', { name: 'Everything you said has arrived' }).waitFor()
  })
})
