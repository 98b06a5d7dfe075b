import { scramble } from '../../electron/sandbox/random.ts'
import { detail, listRow } from '../../electron/sandbox/answer.ts'
import { createBehaviour } from '../../electron/sandbox/behaviour.ts'
import { createThread, type SandboxConversation, type SandboxMessage } from '../../electron/sandbox/conversation.ts'
import { readConversation, readDetail } from '../../electron/api/wire.ts'
import { mergeRow, withNewest } from '../../src/db/merge.ts'
import type { ConversationRow, ThreadRow } from '../../src/db/rows.ts'
import { CHANNELS } from '../../src/shared/model.ts'
import { invariant } from '../../src/shared/failure.ts'

/**
 * An agency's account after some years, the same in every run: the conversation at each place, as the server has it, and the rows that the
 * app stores of it. Ten messages on average. Pure.
 */
export type AccountSize = {
  readonly conversations: number
  /** Epoch ms in whole seconds, as the API gives times: when the account was made. */
  readonly madeAt: number
}

/** The newest conversations, in the order of the list. */
export const LONGEST = { place: 0, messages: 10_000 } as const
export const SHORT = { place: 1, messages: 10 } as const
export const LONG = { place: 2, messages: 100 } as const

/** Open conversations with these tags, to resolve exactly so many at once. */
export const BATCHES = { thousand: { tag: 'thousand', count: 1_000 }, hundred: { tag: 'hundred', count: 100 } } as const

const NAMES = ['John Smith', 'Ana Petrović', 'Marie Dupont', 'Yuki Tanaka', 'Omar Haddad', 'Grace Okafor'] as const
const TAGS = [[], [], [], ['vip'], ['billing'], ['vip', 'follow-up']] as const
const SUBJECTS = [
  'Moving my appointment',
  'Question about the invoice',
  'A refund',
  'Opening hours',
  'A complaint',
] as const
const BEGINNINGS = [
  'Hello, I would like to ask whether my appointment can be moved to',
  'Thank you, we have booked you for',
  'Is it possible to get a copy of the invoice for',
  'I tried to call this morning about',
  'Could you tell me when somebody will look at',
] as const
const SYLLABLES = 'ba be bi bo da de di do fa fe fi ga go ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te to va ve vi wa za'.split(' ') // prettier-ignore
/** Enough that a typed word becomes rare, as in a real account. */
const VOCABULARY = 40_000

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** `place`: 0 to conversations - 1. A third is open, and half of those waits for an answer. */
export function conversationAt(place: number, { conversations, madeAt }: AccountSize): SandboxConversation {
  const isFirst = place <= LONG.place
  const status = isFirst || place % 3 === 0 ? 'open' : place % 3 === 1 ? 'resolved' : 'closed'
  const age = isFirst ? place * SECOND_MS : MINUTE_MS * (1 + ((place * 7_919) % conversations))
  const activityAt = madeAt - age
  const isWaiting = status === 'open' && place % 2 === 0
  const count = messageCount(place)
  const write = (): readonly SandboxMessage[] =>
    Array.from({ length: count }, (_, at) => messageAt({ place, at, count, activityAt, isWaiting }))
  return {
    id: `conv_${scramble(place).toString(16)}_${place}`,
    customer: {
      id: `cust_${place % Math.ceil(conversations / 2)}`,
      name: nameAt(place),
      phone: `+1555${String(place).padStart(7, '0')}`,
    },
    channel: isFirst ? 'sms' : (CHANNELS[scramble(place) % CHANNELS.length] ?? 'sms'),
    ...(place % 3 === 0 && { subject: subjectAt(place) }),
    startedAt: activityAt - (count - 1) * MINUTE_MS,
    thread: createThread(write),
    language: 'en',
    status,
    activityAt,
    unread: isWaiting && place % 4 === 0 && !isFirst,
    tags: [...(TAGS[Math.floor(place / 3) % TAGS.length] ?? []), ...batchAt(place)],
  }
}

/** The states repeat every three places, so that names and tags change more slowly. */
export function nameAt(place: number): string {
  return `${NAMES[Math.floor(place / 3) % NAMES.length]} ${place}`
}

export function subjectAt(place: number): string {
  return `${SUBJECTS[place % SUBJECTS.length]} ${place}`
}

/** Every third one after the first is open. */
function batchAt(place: number): readonly string[] {
  if (place < 3 || place % 3 !== 0) return []
  const { hundred, thousand } = BATCHES
  return place / 3 <= hundred.count ? [hundred.tag] : place / 3 <= hundred.count + thousand.count ? [thousand.tag] : []
}

/** 4 to 16, ten on average. */
function messageCount(place: number): number {
  const fixed = [LONGEST, SHORT, LONG].find((one) => one.place === place)
  return fixed?.messages ?? 4 + (scramble(place) % 13)
}

type MessagePlace = {
  readonly place: number
  readonly at: number
  readonly count: number
  readonly activityAt: number
  readonly isWaiting: boolean
}

function messageAt({ place, at, count, activityAt, isWaiting }: MessagePlace): SandboxMessage {
  const isLast = at === count - 1
  const isCustomer = isLast ? isWaiting : at % 2 === 0
  return {
    id: `msg_${place}_${at}`,
    sender: isCustomer ? 'customer' : 'assistant',
    content: isLast ? lastWords(place) : wordsAt(place * 16 + at),
    at: activityAt - (count - 1 - at) * MINUTE_MS,
  }
}

/** The last message of each thread, by which it is recognized on screen. */
export function lastWords(place: number): string {
  return `This is the last message of conversation ${place}.`
}

function wordsAt(seed: number): string {
  const hash = scramble(seed)
  return `${BEGINNINGS[hash % BEGINNINGS.length]} ${wordAt(hash)} and ${wordAt(scramble(hash))} ${wordAt(hash >>> 7)}.`
}

const words: string[] = []

/** A word of two to four syllables. Kept, because the server writes its threads anew at each read. */
function wordAt(seed: number): string {
  return (words[seed % VOCABULARY] ??= makeWord(seed % VOCABULARY))
}

function makeWord(seed: number): string {
  let rest = scramble(seed)
  let word = ''
  for (let count = 2 + (rest % 3); count > 0; count -= 1) {
    rest = scramble(rest)
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
  }
  return word
}

/** What the app stores after it has read the conversation and its thread, and how much JSON the server sends for both, bytes. */
export function storedAt(
  place: number,
  size: AccountSize,
): { readonly row: ConversationRow; readonly thread: ThreadRow; readonly jsonBytes: number } {
  const conversation = conversationAt(place, size)
  const [listed, whole] = [listRow(conversation, createBehaviour()), detail(conversation)]
  const [row, read] = [readConversation(listed, size.madeAt), readDetail(whole, size.madeAt)]
  const messages = read?.messages ?? null
  invariant(row !== null && messages !== null, 'the app can read what its sandbox answers')
  const timing = { askedAt: size.madeAt, now: size.madeAt }
  return {
    row: withNewest(mergeRow(undefined, row, timing), messages),
    thread: { conversationId: row.id, messages, readAt: size.madeAt },
    jsonBytes: Buffer.byteLength(JSON.stringify(listed)) + Buffer.byteLength(JSON.stringify(whole)),
  }
}
