import type { Random } from '../simulation/random.ts'

/** What a person does in one conversation. `place` tells apart the fresh conversations of one kill. */
export type Act = { readonly does: 'say' | 'resolve' | 'close' | 'begin'; readonly place: string }

/** What the kill waits for. `request` is the one that carries the last act. */
export type Mark =
  /** The last act is on screen, and with it its promise. */
  | { readonly at: 'accepted' }
  /** The key that accepts the last act was pressed, and nobody has seen yet what came of it. */
  | { readonly at: 'accepting' }
  /** The bubble says so. */
  | { readonly at: 'words'; readonly words: RegExp }
  /** Its request is on the line, is lost before the server, or reached it and the answer is lost. */
  | { readonly at: 'request'; readonly cut: 'nothing' | 'request' | 'answer' }
  /** The server has done it, and the answer is still on its way. */
  | { readonly at: 'taken' }
  /** After its request or its answer was cut: the read that looks for it is on the line. */
  | { readonly at: 'read'; readonly number: number; readonly cut: 'request' | 'answer' }

/** A second kill, of the next start: when its window is there, when it has drawn, or when it sends what it found. */
export type StartMark = 'window' | 'painted' | 'mutation'

export type Moment = {
  readonly name: string
  readonly acts: readonly Act[]
  /** The line, from when the conversations are on this device until the app is killed. */
  readonly line: 'good' | 'plug out' | 'black hole'
  /** Whether the person says to send the last message at once. */
  readonly isHurried?: boolean
  readonly mark: Mark
  /** The kill comes up to this much later, by lot: between two requests there is much that no mark can name. */
  readonly spreadMs?: number
  readonly again?: StartMark
}

const SAY: Act = { does: 'say', place: 'a' }
const SAY_B: Act = { does: 'say', place: 'b' }
const SAY_C: Act = { does: 'say', place: 'c' }
const BEGIN: Act = { does: 'begin', place: 'n' }

/** When the app is killed. Every moment has conversations of its own, so that none waits for the reading back of another. */
export const MOMENTS: readonly Moment[] = [
  { name: 'the bubble shows', acts: [SAY], line: 'good', mark: { at: 'accepted' } },
  {
    name: 'in the undo window',
    ...{ acts: [SAY, SAY], line: 'good', mark: { at: 'words', words: /Sends in \d s/ }, spreadMs: 2_000 },
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
    ...{ line: 'plug out', mark: { at: 'words', words: /Sends when you’re online/ }, again: 'window' },
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
    ...{ line: 'black hole', isHurried: true, mark: { at: 'words', words: /Sending…|Queued/ }, spreadMs: 500 },
  },
]

/** What its kills are called when they are counted. */
export function killNames({ name, again }: Moment): readonly string[] {
  return again === undefined ? [name] : [name, `${name}: the second kill`]
}

/** All moments in an order by lot, and again: with enough kills each is met, and no two runs of a seed differ. */
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
