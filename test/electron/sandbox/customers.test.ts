import { describe, expect, it } from 'vitest'
import { startCustomers } from '../../../electron/sandbox/customers.ts'
import type { Mutation } from '../../../electron/sandbox/request-journal.ts'
import { createRandom } from '../../../electron/sandbox/random.ts'
import { LANGUAGES } from '../../../electron/sandbox/seed/language.ts'
import { createSandboxApp } from './sandbox-app.ts'

const HOUR = 3_600_000

function startWithCustomers(conversations = 60, seed = 1) {
  const sandbox = createSandboxApp({ conversations })
  const { account, clock } = sandbox
  const stop = startCustomers({ account, clock, random: createRandom(seed), seed })
  return { ...sandbox, stop }
}

function byCustomers(mutations: readonly Mutation[]): readonly Mutation[] {
  return mutations.filter((mutation) => mutation.kind === 'send' && mutation.sender === 'customer')
}

/** All possible results of a text with at most one choice `<a|b>`. */
function everyChoice(template: string): readonly string[] {
  const choices = /<([^<>]*\|[^<>]*)>/.exec(template)?.[1]?.split('|') ?? ['']
  return choices.map((choice) => template.replace(/<[^<>]*>/, choice))
}

describe('customers', () => {
  it('answer most of our messages after a few seconds and within half a minute', () => {
    const { account, clock, journal, stop } = startWithCustomers()
    const reachable = account.newest(60).filter(({ channel }) => channel !== 'voice')
    for (const conversation of reachable) account.send(conversation, 'assistant', 'How are you?', 1)
    clock.pass(5_000)
    expect(byCustomers(journal.mutations())).toEqual([])
    clock.pass(25_000)
    const answered = new Set(byCustomers(journal.mutations()).map(({ conversationId }) => conversationId))
    expect(answered.size).toBeGreaterThan(reachable.length * 0.4)
    expect(answered.size).toBeLessThan(reachable.length)
    stop()
  })

  it('answer in their own language', () => {
    const { account, clock, journal, stop } = startWithCustomers(200)
    for (const conversation of account.newest(200)) account.send(conversation, 'assistant', '?', 1)
    clock.pass(26_000)
    const answers = byCustomers(journal.mutations())
    expect(answers.length).toBeGreaterThan(50)
    for (const answer of answers) {
      const language = LANGUAGES.find(({ code }) => code === account.find(answer.conversationId)?.language)
      expect(answer).toMatchObject({ content: expect.toBeOneOf((language?.answers ?? []).flatMap(everyChoice)) })
    }
    stop()
  })

  it('do not answer in a call or after they have written in the meantime', () => {
    const { account, clock, journal, stop } = startWithCustomers()
    const call = account.newest(60).find(({ channel }) => channel === 'voice')
    const john = account.find('conv_abc123')
    if (!call || !john) throw new Error('the account has both')
    for (let count = 0; count < 20; count++) account.send(call, 'assistant', 'Hello?', 1)
    for (let count = 0; count < 20; count++) account.send(john, 'assistant', 'Hello?', 1)
    account.send(john, 'customer', 'Here I am', 2)
    clock.pass(30_000)
    expect(byCustomers(journal.mutations())).toMatchObject([{ content: 'Here I am' }])
    stop()
  })

  it('write unprompted in their conversations and in new ones', () => {
    const { account, clock, journal, stop } = startWithCustomers()
    clock.pass(8 * HOUR)
    const messages = byCustomers(journal.mutations())
    expect(messages.length).toBeGreaterThan(8 * 10)
    expect(messages.length).toBeLessThan(8 * 61)
    expect(account.size).toBeGreaterThan(65)
    expect(messages.every(({ by }) => by === null)).toBe(true)
    for (const message of messages)
      expect(message).toMatchObject({ content: expect.not.stringMatching(/\{\w+\}|^[CA]: /) })
    expect(account.newest(1)[0]).toMatchObject({ unread: true, status: 'open' })
    stop()
  })

  it('start the first conversation of an empty account', () => {
    const { account, clock, stop } = startWithCustomers(0)
    clock.pass(240_000)
    expect(account.size).toBeGreaterThan(0)
    stop()
  })

  it('write the same at the same times for the same seed', () => {
    const days = [3, 3, 4].map((seed) => {
      const { clock, journal, stop } = startWithCustomers(60, seed)
      clock.pass(2 * HOUR)
      stop()
      return journal.mutations()
    })
    expect(days[0]).toEqual(days[1])
    expect(days[0]).not.toEqual(days[2])
  })

  it('do not write after they are stopped', () => {
    const { account, clock, journal, stop } = startWithCustomers()
    for (const conversation of account.newest(10)) account.send(conversation, 'assistant', '?', 1)
    stop()
    expect(clock.pending()).toBe(0)
    clock.pass(HOUR)
    expect(byCustomers(journal.mutations())).toEqual([])
  })
})
