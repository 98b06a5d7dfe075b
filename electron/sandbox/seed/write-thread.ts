import type { Channel } from '../../../src/shared/model.ts'
import type { SandboxMessage, MessageSender } from '../conversation.ts'
import { createRandom, makeId, type Random, seedOf } from '../random.ts'
import { drawWords, fillText } from './fill-text.ts'
import type { Person } from './people.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A thread before it is written: it takes its room in memory only while somebody reads it. */
export type ThreadPlan = {
  readonly person: Person
  readonly channel: Channel
  /** As in `Story`. */
  readonly turns: readonly string[]
  /** Epoch ms of the last message. */
  readonly endsAt: number
  /** With the seed it makes ids and texts; two plans of one account never share it. */
  readonly index: number
  readonly seed: number
  /** Ids to use instead of made ones. */
  readonly messageIds?: readonly string[]
  /** Between one message and the next, instead of drawn gaps. */
  readonly gapMs?: number
}

export function writeThread(plan: ThreadPlan): SandboxMessage[] {
  const times = messageTimes(plan)
  return fillTurns(plan, plan.turns).map((content, place) => ({
    id: plan.messageIds?.[place] ?? makeId('msg', plan.seed, plan.index, place),
    sender: speaker(plan.turns[place] ?? ''),
    content,
    at: times[place] ?? plan.endsAt,
  }))
}

/** When the first message was written; the end for a plan without messages. */
export function threadStart(plan: ThreadPlan): number {
  return messageTimes(plan)[0] ?? plan.endsAt
}

export function speaker(turn: string): MessageSender {
  return turn.startsWith('C') ? 'customer' : 'assistant'
}

function isDayLater(turn: string): boolean {
  return turn.startsWith('+', 1)
}

/** The texts with their holes filled. What is in braces stays the same from the first turn to the last. */
export function fillTurns(
  { person, seed, index }: Pick<ThreadPlan, 'person' | 'seed' | 'index'>,
  turns: readonly string[],
): string[] {
  const random = createRandom(seedOf(seed, index, 0x3))
  const words = drawWords(person.language, person.first, random)
  return turns.map((turn) => fillText(turn.slice('C: '.length), words, random))
}

/** Counted back from the last message, in whole seconds as the API gives them. */
function messageTimes({ turns, endsAt, channel, seed, index, gapMs }: ThreadPlan): number[] {
  const random = createRandom(seedOf(seed, index, 0x2))
  const times: number[] = []
  let at = endsAt
  let dayEndedAt = endsAt
  for (let place = turns.length - 1; place >= 0; place--) {
    times[place] = Math.floor(at / SECOND) * SECOND
    if (isDayLater(turns[place] ?? '')) {
      dayEndedAt -= 24 * HOUR + random.integer(-40, 40) * MINUTE
      at = Math.min(dayEndedAt, at - MINUTE)
    } else {
      at -= gapMs ?? gapBefore(turns[place] ?? '', turns[place - 1] ?? '', channel, random)
    }
  }
  return times
}

/** The assistant answers a chat within seconds, people take their time, a spoken word follows at once. */
function gapBefore(turn: string, previous: string, channel: Channel, random: Random): number {
  const spread = (least: number, most: number): number => Math.round(least + random.fraction() ** 3 * (most - least))
  if (channel === 'voice') return spread(3 * SECOND, 14 * SECOND)
  if (channel === 'email') return spread(20 * MINUTE, 26 * HOUR)
  if (speaker(turn) === 'customer') return spread(25 * SECOND, 3 * HOUR)
  const byHand = turn.includes('— ') || speaker(previous) === 'assistant'
  return byHand ? spread(4 * MINUTE, 5 * HOUR) : spread(6 * SECOND, 3 * MINUTE)
}
