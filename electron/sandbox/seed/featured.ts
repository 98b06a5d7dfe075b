import type { SandboxConversation, SandboxCustomer } from '../conversation.ts'
import { makeId } from '../random.ts'
import { featuredAbroad } from './featured-abroad.ts'
import { featuredAtHome } from './featured-at-home.ts'
import { languageOf } from './language.ts'
import { featuredLong } from './long-threads.ts'
import type { ThreadPlan } from './write-thread.ts'

import type { Featured } from './story.ts'

export type FeaturedPlan = {
  readonly conversation: Pick<SandboxConversation, 'id' | 'subject' | 'status' | 'unread' | 'tags' | 'closedAt'>
  readonly plan: ThreadPlan
}

/**
 * The conversation of the vendor's examples, with its ids, names and texts. The list example has a later last message than the detail
 * example, so the thread contains the two documented messages and then that one.
 */
const documented: Featured = {
  minutesAgo: 38,
  channel: 'sms',
  name: 'John Smith',
  phone: '+15551234567',
  email: 'john@example.com',
  subject: 'Appointment Question',
  unread: true,
  turns: [
    'C: Can I reschedule my appointment?',
    'A: Of course! What date works better?',
    'C: Can I move my appointment to Friday?',
  ],
  gapMinutes: 1,
  ids: { conversation: 'conv_abc123', customer: 'cust_xyz789', messages: ['msg_1', 'msg_2', 'msg_3'] },
}

/** The documented conversation is first, so that an account with one conversation has it. */
export function planFeatured({ seed, now }: { readonly seed: number; readonly now: number }): FeaturedPlan[] {
  const customers: SandboxCustomer[] = []
  const all = [documented, ...featuredAtHome, ...featuredAbroad, ...featuredLong()]
  return all.map((featured, index) => {
    const endsAt = Math.floor((now - featured.minutesAgo * 60_000) / 1_000) * 1_000
    const customer = findCustomer(customers, featured) ?? {
      id: featured.ids?.customer ?? makeId('cust', seed, index, 1),
    }
    if (!customers.includes(customer)) customers.push(customer)
    for (const field of ['name', 'phone', 'email'] as const)
      if (featured[field] !== undefined) customer[field] = featured[field]
    return {
      conversation: conversationOf(featured, makeId('conv', seed, index, 1), endsAt),
      plan: planOf(featured, customer, { index, seed, endsAt }),
    }
  })
}

function findCustomer(customers: readonly SandboxCustomer[], { phone, email }: Featured): SandboxCustomer | undefined {
  return customers.find(
    (known) => (phone !== undefined && known.phone === phone) || (email !== undefined && known.email === email),
  )
}

function conversationOf(featured: Featured, generatedId: string, endsAt: number): FeaturedPlan['conversation'] {
  const { subject, status = 'open', unread = false, tags = [], ids } = featured
  return {
    id: ids?.conversation ?? generatedId,
    ...(subject === undefined ? {} : { subject }),
    status,
    unread,
    tags,
    ...(status === 'closed' ? { closedAt: endsAt } : {}),
  }
}

function planOf(
  featured: Featured,
  customer: SandboxCustomer,
  at: Pick<ThreadPlan, 'index' | 'seed' | 'endsAt'>,
): ThreadPlan {
  const { channel, turns, ids, gapMinutes } = featured
  return {
    ...at,
    person: {
      customer,
      first: featured.first ?? featured.name?.split(' ')[0] ?? null,
      language: languageOf(featured.language ?? 'en'),
      channels: [channel],
    },
    channel,
    turns,
    ...(ids ? { messageIds: ids.messages } : {}),
    ...(gapMinutes === undefined ? {} : { gapMs: gapMinutes * 60_000 }),
  }
}
