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
  it('is the same for the same seed and time', () => {
    expect(written(seedAccount())).toEqual(written(seedAccount()))
  })

  it('differs for another seed, except for the handwritten conversations', () => {
    const [first, second] = [seedAccount(500, 1), seedAccount(500, 2)]
    expect(first[0]).toMatchObject({ id: 'conv_abc123', customer: { id: 'cust_xyz789' } })
    expect(second[0]).toMatchObject({ id: 'conv_abc123', customer: { id: 'cust_xyz789' } })
    const ids = new Set(first.slice(1).map(({ id }) => id))
    expect(second.slice(1).filter(({ id }) => ids.has(id))).toEqual([])
  })

  it('starts with the same conversations for any count', () => {
    expect(written(seedAccount(60))).toEqual(written(seedAccount(500).slice(0, 60)))
    expect(seedAccount(0)).toEqual([])
  })

  it('gives the same thread at each read', () => {
    for (const { thread } of seedAccount(80)) expect(thread.read()).toEqual(thread.read())
  })

  it('has no unfilled placeholder and no empty text', () => {
    for (const { thread, customer, subject } of seedAccount()) {
      for (const { content } of thread.read()) {
        expect(content).not.toMatch(/\{\w+\}|[<|]\w|undefined|null|^[CA][:+] /)
        expect(content.trim()).not.toBe('')
      }
      expect(customer.name ?? 'nobody').not.toMatch(/undefined|\//)
      expect(subject).not.toBe('')
    }
  })

  it('has messages in chronological order, the last one at the time of activity and none in the future', () => {
    for (const { thread, startedAt, activityAt } of seedAccount()) {
      const times = thread.read().map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
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

  it('is unread only when the last message of an open conversation is a customer’s', () => {
    const unread = seedAccount().filter((conversation) => conversation.unread)
    expect(unread.length).toBeGreaterThan(25)
    for (const { status, thread } of unread) {
      expect([status, thread.read().at(-1)?.sender]).toEqual(['open', 'customer'])
    }
  })

  it('has every kind of thread: empty, 1,000 messages, hundreds, a message of 100 KB, right-to-left, emoji, links', () => {
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

  it('has customers with several channels and unique contact details', () => {
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

  it('has the contact detail that the channel needs', () => {
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

  it('has up to 100,000 conversations with unique ids', () => {
    const account = seedAccount(100_000)
    expect(account).toHaveLength(100_000)
    expect(new Set(account.map(({ id }) => id)).size).toBe(100_000)
    const messageIds = account.slice(0, 5_000).flatMap(({ thread }) => thread.read().map(({ id }) => id))
    expect(new Set(messageIds).size).toBe(messageIds.length)
    const phones = new Map(account.flatMap(({ customer }) => (customer.phone ? [[customer.phone, customer.id]] : [])))
    expect(phones.size).toBe(new Set(account.flatMap(({ customer }) => (customer.phone ? [customer.id] : []))).size)
    // A limit for a busy machine. Normally the test takes 1.5 s.
  }, 60_000)
})
