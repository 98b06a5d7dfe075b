import type { Channel } from '../../../src/shared/model.ts'
import type { SandboxMessage, MessageSender } from '../conversation.ts'
import { createRandom, makeId, type Random, seedOf } from '../random.ts'
import { drawPlaceholders, fillText } from './fill-text.ts'
import type { Person } from './people.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The plan of a thread. Its messages are generated at each read and not stored. */
export type ThreadPlan = {
  readonly person: Person
  readonly channel: Channel
  /** As in `Story`. */
  readonly turns: readonly string[]
  /** Epoch ms of the last message. */
  readonly endsAt: number
  /** Unique in the account. Ids and texts depend on it and on the seed. */
  readonly index: number
  readonly seed: number
  /** Ids to use instead of generated ones. */
  readonly messageIds?: readonly string[]
  /** Ms between two messages; random when undefined. */
  readonly gapMs?: number
}

export function writeThread(plan: ThreadPlan): SandboxMessage[] {
  const times = messageTimes(plan)
  return fillTurns(plan, plan.turns).map((content, position) => ({
    id: plan.messageIds?.[position] ?? makeId('msg', plan.seed, plan.index, position),
    sender: senderOf(plan.turns[position] ?? ''),
    content,
    at: times[position] ?? plan.endsAt,
  }))
}

/** The time of the first message, or the end for a plan without messages. */
export function threadStart(plan: ThreadPlan): number {
  return messageTimes(plan)[0] ?? plan.endsAt
}

export function senderOf(turn: string): MessageSender {
  return turn.startsWith('C') ? 'customer' : 'assistant'
}

function isDayLater(turn: string): boolean {
  return turn.startsWith('+', 1)
}

/** The texts of the turns. A placeholder has the same value in every turn. */
export function fillTurns(
  { person, seed, index }: Pick<ThreadPlan, 'person' | 'seed' | 'index'>,
  turns: readonly string[],
): string[] {
  const random = createRandom(seedOf(seed, index, 0x3))
  const values = drawPlaceholders(person.language, person.first, random)
  return turns.map((turn) => fillText(turn.slice('C: '.length), values, random))
}

/** Epoch ms in whole seconds, as in the API. The times are computed backwards from the last message. */
function messageTimes({ turns, endsAt, channel, seed, index, gapMs }: ThreadPlan): number[] {
  const random = createRandom(seedOf(seed, index, 0x2))
  const times: number[] = []
  let at = endsAt
  let dayEndedAt = endsAt
  for (let position = turns.length - 1; position >= 0; position--) {
    times[position] = Math.floor(at / SECOND) * SECOND
    if (isDayLater(turns[position] ?? '')) {
      dayEndedAt -= 24 * HOUR + random.integer(-40, 40) * MINUTE
      at = Math.min(dayEndedAt, at - MINUTE)
    } else {
      at -= gapMs ?? gapBefore(turns[position] ?? '', turns[position - 1] ?? '', channel, random)
    }
  }
  return times
}

/** The assistant answers a chat within seconds, people are slower, and turns of a call follow immediately. */
function gapBefore(turn: string, previous: string, channel: Channel, random: Random): number {
  const spread = (min: number, max: number): number => Math.round(min + random.fraction() ** 3 * (max - min))
  if (channel === 'voice') return spread(3 * SECOND, 14 * SECOND)
  if (channel === 'email') return spread(20 * MINUTE, 26 * HOUR)
  if (senderOf(turn) === 'customer') return spread(25 * SECOND, 3 * HOUR)
  const isStaff = turn.includes('— ') || senderOf(previous) === 'assistant'
  return isStaff ? spread(4 * MINUTE, 5 * HOUR) : spread(6 * SECOND, 3 * MINUTE)
}
