import { describe, expect, it } from 'vitest'
import type { SandboxConversation } from '../../../electron/sandbox/conversation.ts'
import { LANGUAGES } from '../../../electron/sandbox/seed/language.ts'
import { seedConversations } from '../../../electron/sandbox/seed/seed-conversations.ts'
import { CHANNELS, STATUSES } from '../../../src/shared/model.ts'

const NOW = Date.UTC(2026, 2, 15, 10, 30)

function seedAccount(count = 500, seed = 1, now = NOW): readonly SandboxConversation[] {
  return [...seedConversations({ count, seed, now })]
}

function written(account: readonly SandboxConversation[]): unknown {
  return account.map(({ thread, ...rest }) => ({ ...rest, messages: thread.read() }))
}

describe('the seeded account', () => {
  it('is the same for the same seed and the same moment', () => {
    expect(written(seedAccount())).toEqual(written(seedAccount()))
  })

  it('is another one for another seed, but for what is written by hand', () => {
    const [one, other] = [seedAccount(500, 1), seedAccount(500, 2)]
    expect(one[0]).toMatchObject({ id: 'conv_abc123', customer: { id: 'cust_xyz789' } })
    expect(other[0]).toMatchObject({ id: 'conv_abc123', customer: { id: 'cust_xyz789' } })
    const ids = new Set(one.slice(1).map(({ id }) => id))
    expect(other.slice(1).filter(({ id }) => ids.has(id))).toEqual([])
  })

  it('begins the same, however many are asked for', () => {
    expect(written(seedAccount(60))).toEqual(written(seedAccount(500).slice(0, 60)))
    expect(seedAccount(0)).toEqual([])
  })

  it('reads a thread the same way each time', () => {
    for (const { thread } of seedAccount(80)) expect(thread.read()).toEqual(thread.read())
  })

  it('leaves no hole open and nothing empty', () => {
    for (const { thread, customer, subject } of seedAccount()) {
      for (const { content } of thread.read()) {
        expect(content).not.toMatch(/\{\w+\}|[<|]\w|undefined|null|^[CA][:+] /)
        expect(content.trim()).not.toBe('')
      }
      expect(customer.name ?? 'nobody').not.toMatch(/undefined|\//)
      expect(subject).not.toBe('')
    }
  })

  it('has messages in the order of their time, none after now, the last one when it was last active', () => {
    for (const { thread, startedAt, activityAt } of seedAccount()) {
      const times = thread.read().map(({ at }) => at)
      expect(times).toEqual(times.toSorted((one, other) => one - other))
      expect(activityAt).toBeLessThan(NOW)
      expect(times.at(-1) ?? activityAt).toBe(activityAt)
      expect(times[0] ?? startedAt).toBe(startedAt)
    }
  })

  it('has every channel, every status and every language', () => {
    const account = seedAccount()
    expect(new Set(account.map(({ channel }) => channel))).toEqual(new Set(CHANNELS))
    expect(new Set(account.map(({ status }) => status))).toEqual(new Set(STATUSES))
    expect(new Set(account.map(({ language }) => language))).toEqual(new Set(LANGUAGES.map(({ code }) => code)))
    const open = account.filter(({ status }) => status === 'open').length
    expect(open).toBeGreaterThan(150)
    expect(open).toBeLessThan(350)
  })

  it('is unread only where a customer spoke last in an open conversation', () => {
    const unread = seedAccount().filter((conversation) => conversation.unread)
    expect(unread.length).toBeGreaterThan(25)
    for (const { status, thread } of unread) {
      expect([status, thread.read().at(-1)?.sender]).toEqual(['open', 'customer'])
    }
  })

  it('has every kind of thread: none, one of a thousand, some of hundreds, a message of 100 KB, right to left, emoji, links', () => {
    const account = seedAccount()
    const lengths = account.map(({ thread }) => thread.read().length)
    expect(lengths).toContain(0)
    expect(lengths).toContain(1_000)
    expect(lengths.filter((length) => length > 200).length).toBeGreaterThanOrEqual(3)
    const texts = account.flatMap(({ thread }) => thread.read().map(({ content }) => content))
    expect(texts.some((text) => Buffer.byteLength(text) >= 100 * 1024)).toBe(true)
    for (const trait of [
      /[\u0590-\u05ff]/,
      /[\u0600-\u06ff]/,
      /\p{Extended_Pictographic}/u,
      /https:\/\//,
      /\n\n/,
      /\[Voicemail/,
    ]) {
      expect(texts.filter((text) => trait.test(text)).length).toBeGreaterThan(2)
    }
  })

  it('knows customers over several channels, and no two by one address', () => {
    const account = seedAccount()
    const people = [...new Map(account.map(({ customer }) => [customer.id, customer])).values()]
    const channels = people.map((person) => {
      return new Set(account.flatMap(({ customer, channel }) => (customer.id === person.id ? [channel] : []))).size
    })
    expect(channels.filter((count) => count > 1).length).toBeGreaterThan(15)
    expect(Math.max(...channels)).toBeGreaterThanOrEqual(3)
    for (const field of ['phone', 'email'] as const) {
      const addresses = people.flatMap((person) => person[field] ?? [])
      expect(new Set(addresses).size).toBe(addresses.length)
    }
  })

  it('reaches a customer by the address that the channel needs', () => {
    const account = seedAccount()
    const emails = account.filter(({ channel }) => channel === 'email').map(({ customer }) => customer.email)
    const phones = account
      .filter(({ channel }) => ['sms', 'voice', 'whatsapp'].includes(channel))
      .map(({ customer }) => customer.phone)
    expect(
      emails.filter((email) => !/^[a-z0-9.-]+@[a-z]+(\.[a-z]+)*\.(example|com|org|net)$/.test(email ?? '')),
    ).toEqual([])
    expect(phones.filter((phone) => !/^\+\d{11,12}$/.test(phone ?? ''))).toEqual([])
    expect(Math.min(emails.length, phones.length)).toBeGreaterThan(0)
  })

  it('grows to 100,000 conversations, each with an id of its own', () => {
    const account = seedAccount(100_000)
    expect(account).toHaveLength(100_000)
    expect(new Set(account.map(({ id }) => id)).size).toBe(100_000)
    const messageIds = account.slice(0, 5_000).flatMap(({ thread }) => thread.read().map(({ id }) => id))
    expect(new Set(messageIds).size).toBe(messageIds.length)
    const phones = new Map(account.flatMap(({ customer }) => (customer.phone ? [[customer.phone, customer.id]] : [])))
    expect(phones.size).toBe(new Set(account.flatMap(({ customer }) => (customer.phone ? [customer.id] : []))).size)
    // Bounds a hang on a busy machine; alone it takes a second and a half.
  }, 60_000)
})
