import type { Channel, Status } from '../../../src/shared/model.ts'
import { type SandboxConversation, createThread } from '../conversation.ts'
import { createRandom, makeId, type Random, seedOf } from '../random.ts'
import { type FeaturedPlan, planFeatured } from './featured.ts'
import type { Language, Story } from './story.ts'
import { People, type Person, pickChannel } from './people.ts'
import { type ThreadPlan, senderOf, threadStart, writeThread } from './write-thread.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** All handwritten conversations are younger than this, so a generated one never comes before them. */
const YOUNGEST_AGE = 9 * HOUR
const OLDEST_AGE = 170 * DAY

/** From midnight to this hour customers rarely write. */
const FIRST_HOUR = 7
/** Shifts messages from the night to different hours of the evening before. */
const NIGHT_HOURS = 3

/** Above the index of every handwritten conversation. */
const FIRST_GENERATED = 40

const SPARE_TAGS = ['vip', 'family', 'student', 'prefers mornings', 'prefers evenings', 'Sun Life', 'recall']

export type SeedOptions = {
  readonly count: number
  readonly seed: number
  /** Epoch ms. The newest message of the account is a few minutes older. */
  readonly now: number
}

/**
 * Generates the account of a clinic whose assistant is called Clara: first the conversation of the vendor's examples, then the
 * handwritten ones, then generated ones up to `count`. The same options give the same account.
 */
export function* seedConversations({ count, seed, now }: SeedOptions): Generator<SandboxConversation> {
  const featured = planFeatured({ seed, now }).slice(0, count)
  const people = new People(
    seed,
    featured.flatMap(({ plan }) => plan.person.customer.email ?? []),
  )
  for (const plan of featured) yield fromFeatured(plan)
  for (let index = featured.length; index < count; index++) yield draw(index, { seed, now, people })
}

function fromFeatured({ conversation, plan }: FeaturedPlan): SandboxConversation {
  const last = plan.turns.at(-1)
  return {
    ...conversation,
    customer: plan.person.customer,
    channel: plan.channel,
    language: plan.person.language.code,
    startedAt: threadStart(plan),
    activityAt: plan.endsAt,
    unread: conversation.unread && last !== undefined && senderOf(last) === 'customer',
    thread: createThread(() => writeThread(plan)),
  }
}

function draw(
  index: number,
  { seed, now, people }: { seed: number; now: number; people: People },
): SandboxConversation {
  const random = createRandom(seedOf(seed, index, 0x4))
  const age = YOUNGEST_AGE + random.fraction() ** 2.2 * (OLDEST_AGE - YOUNGEST_AGE)
  const status = drawStatus(age, random)
  const person = drawPerson(index, seed, people)
  const channel = pickChannel(person, random)
  const story = random.pick(storiesFor(person.language, channel))
  // A finished conversation and a call have the whole story. Others end at a random turn.
  const turnCount =
    status === 'open' && channel !== 'voice' ? random.integer(1, story.turns.length) : story.turns.length
  const endsAt = Math.floor(byDay(now - age) / 1_000) * 1_000
  const plan: ThreadPlan = { person, channel, turns: story.turns.slice(0, turnCount), endsAt, index, seed }
  const waiting = senderOf(plan.turns.at(-1) ?? '') === 'customer'
  return {
    id: makeId('conv', seed, index, 0),
    customer: person.customer,
    channel,
    ...(channel === 'email' || random.chance(0.7) ? { subject: story.subject } : {}),
    language: person.language.code,
    startedAt: threadStart(plan),
    activityAt: endsAt,
    status,
    unread: status === 'open' && waiting && random.chance(age < 2 * DAY ? 0.8 : 0.35),
    tags: drawTags(story, random),
    ...(status === 'closed' ? { closedAt: endsAt + random.integer(1, 90) * 60_000 } : {}),
    thread: createThread(() => writeThread(plan)),
  }
}

/** Every seventh conversation belongs to a customer of an earlier one. */
function drawPerson(index: number, seed: number, people: People): Person {
  if (index % 7 !== 0 || index < 2 * FIRST_GENERATED) return people.person(index)
  return drawPerson(createRandom(seedOf(seed, index, 0x5)).integer(FIRST_GENERATED, index - 1), seed, people)
}

/** Customers write by day: a time in the night of this machine's time zone moves to the evening before. */
function byDay(at: number): number {
  const hour = new Date(at).getHours()
  return hour < FIRST_HOUR ? at - (hour + NIGHT_HOURS) * HOUR : at
}

export function storiesFor(language: Language, channel: Channel): readonly Story[] {
  if (channel === 'email') return language.emails
  return channel === 'voice' ? language.calls : language.chats
}

function drawStatus(age: number, random: Random): Status {
  const open = age < 2 * DAY ? 0.9 : age < 10 * DAY ? 0.7 : age < 40 * DAY ? 0.4 : 0.2
  if (random.chance(open)) return 'open'
  return random.chance(0.6) ? 'resolved' : 'closed'
}

function drawTags(story: Story, random: Random): readonly string[] {
  const spare = random.chance(0.25) ? [random.pick(SPARE_TAGS)] : []
  return [...(story.tags ?? []), ...spare]
}
