import type { Random } from '../simulation/random.ts'

/** A user action in one conversation. `place` distinguishes the new conversations of one kill. */
export type Act = { readonly does: 'say' | 'resolve' | 'close' | 'begin'; readonly place: string }

/** The event that the kill waits for. `request` is the one with the last act. */
export type Mark =
  /** The screen has confirmed the last act. */
  | { readonly at: 'accepted' }
  /** The key of the last act was pressed, but the screen has not confirmed it. */
  | { readonly at: 'accepting' }
  /** The bubble shows this state. */
  | { readonly at: 'text'; readonly text: RegExp }
  /** Its request was sent, was dropped before the server, or reached it and the response was dropped. */
  | { readonly at: 'request'; readonly cut: 'nothing' | 'request' | 'answer' }
  /** The server has applied it, and the response is in flight. */
  | { readonly at: 'taken' }
  /** After its request or response was dropped, the verifying read was sent. */
  | { readonly at: 'read'; readonly number: number; readonly cut: 'request' | 'answer' }

/** A second kill at the next start: when its window exists, when it has rendered, or when it sends the ops that it found. */
export type StartMark = 'window' | 'painted' | 'mutation'

export type Moment = {
  readonly name: string
  readonly acts: readonly Act[]
  /** The state of the connection from the first sync until the app is killed. */
  readonly line: 'good' | 'plug out' | 'black hole'
  /** Whether the user chooses "send now" for the last message. */
  readonly isHurried?: boolean
  readonly mark: Mark
  /** The kill is delayed by a random time up to this, ms, to hit states between the named events. */
  readonly spreadMs?: number
  readonly again?: StartMark
}

const SAY: Act = { does: 'say', place: 'a' }
const SAY_B: Act = { does: 'say', place: 'b' }
const SAY_C: Act = { does: 'say', place: 'c' }
const BEGIN: Act = { does: 'begin', place: 'n' }

/** The moments at which the app is killed. Each has its own conversations, so that none waits for another's verification. */
export const MOMENTS: readonly Moment[] = [
  { name: 'the bubble shows', acts: [SAY], line: 'good', mark: { at: 'accepted' } },
  {
    name: 'in the undo window',
    ...{ acts: [SAY, SAY], line: 'good', mark: { at: 'text', text: /Sends in \d s/ }, spreadMs: 2_000 },
  },
  {
    name: 'as the undo window ends',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'accepted' }, spreadMs: 150 },
  },
  {
    name: 'its request is on the line',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'request', cut: 'nothing' } },
  },
  {
    name: 'the server has it, the answer was cut',
    ...{ acts: [SAY, SAY], line: 'good', isHurried: false, mark: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'its request was cut',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'request', cut: 'request' }, spreadMs: 300 },
  },
  {
    name: 'the server has it, the answer is on its way',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'taken' }, spreadMs: 40 },
  },
  {
    name: 'it is looked up after its answer was cut',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'read', number: 1, cut: 'answer' } },
  },
  {
    name: 'it is looked up once more after its request was cut',
    ...{ acts: [SAY], line: 'good', isHurried: true, mark: { at: 'read', number: 2, cut: 'request' } },
  },
  {
    name: 'many are accepted',
    ...{ acts: [SAY, SAY, SAY_B, SAY_C, SAY_C], line: 'good', mark: { at: 'accepting' }, spreadMs: 60 },
  },
  {
    name: 'offline with a queue, and again as the next window is there',
    acts: [SAY, SAY, { does: 'resolve', place: 'b' }, BEGIN, SAY_C],
    ...{ line: 'plug out', mark: { at: 'text', text: /Goes out once you are online/ }, again: 'window' },
  },
  {
    name: 'offline, and again as the queue is drawn',
    ...{ acts: [SAY, SAY_B, SAY_C], line: 'plug out', mark: { at: 'accepted' }, again: 'painted' },
  },
  {
    name: 'offline, and again as the queue goes out',
    acts: [SAY, { does: 'resolve', place: 'a' }, SAY_B, { does: 'close', place: 'c' }],
    ...{ line: 'plug out', mark: { at: 'accepted' }, again: 'mutation' },
  },
  {
    name: 'the server has begun the conversation, the answer was cut',
    ...{ acts: [BEGIN], line: 'good', mark: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'the server has resolved it, the answer was cut',
    ...{ acts: [SAY, { does: 'resolve', place: 'b' }], line: 'good', mark: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'its close is on the line',
    ...{ acts: [{ does: 'close', place: 'a' }], line: 'good', mark: { at: 'request', cut: 'nothing' } },
  },
  {
    name: 'the line has gone silent',
    acts: [SAY],
    ...{ line: 'black hole', isHurried: true, mark: { at: 'text', text: /Sending…|Queued/ }, spreadMs: 500 },
  },
]

/** The name of its kills in the tally. */
export function killNames({ name, again }: Moment): readonly string[] {
  return again === undefined ? [name] : [name, `${name}: the second kill`]
}

/** All moments in random order, repeated: with enough kills each occurs, and runs with the same seed are equal. */
export function* drawMoments(random: Random): Generator<Moment, never> {
  for (;;) {
    const left = [...MOMENTS]
    while (left.length > 0) {
      const moment = random.pick(left)
      left.splice(left.indexOf(moment), 1)
      yield moment
    }
  }
}
