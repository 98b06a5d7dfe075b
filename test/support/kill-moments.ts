import type { Random } from '../simulation/random.ts'

/** A user action in one conversation. `slot` distinguishes the new conversations of one kill. */
export type UserAction = { readonly kind: 'send' | 'resolve' | 'close' | 'create'; readonly slot: string }

/** The event that the kill waits for. `request` is the one with the last action. */
export type Trigger =
  /** The screen has confirmed the last action. */
  | { readonly at: 'accepted' }
  /** The key of the last action was pressed, but the screen has not confirmed it. */
  | { readonly at: 'accepting' }
  /** The bubble shows this state. */
  | { readonly at: 'bubble'; readonly status: RegExp }
  /** Its request was sent, was dropped before the server, or reached it and the response was dropped. */
  | { readonly at: 'request'; readonly cut: 'nothing' | 'request' | 'answer' }
  /** The server has applied it, and the response is in flight. */
  | { readonly at: 'taken' }
  /** After its request or response was dropped, the verifying read was sent. */
  | { readonly at: 'read'; readonly number: number; readonly cut: 'request' | 'answer' }

/** A second kill at the next start: when its window exists, when it has rendered, or when it sends the ops that it found. */
export type StartTrigger = 'window' | 'painted' | 'mutation'

export type Moment = {
  readonly name: string
  readonly actions: readonly UserAction[]
  /** The state of the connection from the first sync until the app is killed. */
  readonly line: 'online' | 'offline' | 'silent'
  /** Whether the user chooses "send now" for the last message. */
  readonly isHurried?: boolean
  readonly trigger: Trigger
  /** The kill is delayed by a random time up to this, ms, to hit states between the named events. */
  readonly spreadMs?: number
  readonly again?: StartTrigger
}

const SEND: UserAction = { kind: 'send', slot: 'a' }
const SEND_B: UserAction = { kind: 'send', slot: 'b' }
const SEND_C: UserAction = { kind: 'send', slot: 'c' }
const CREATE: UserAction = { kind: 'create', slot: 'n' }

/** The moments at which the app is killed. Each has its own conversations, so that none waits for another's verification. */
export const MOMENTS: readonly Moment[] = [
  { name: 'after the bubble appears', actions: [SEND], line: 'online', trigger: { at: 'accepted' } },
  {
    name: 'during the undo window',
    ...{ actions: [SEND, SEND], line: 'online', trigger: { at: 'bubble', status: /Sends in \d s/ }, spreadMs: 2_000 },
  },
  {
    name: 'at the end of the undo window',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'accepted' }, spreadMs: 150 },
  },
  {
    name: 'while the send request is in flight',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'request', cut: 'nothing' } },
  },
  {
    name: 'after a send, with the response dropped',
    ...{ actions: [SEND, SEND], line: 'online', isHurried: false, trigger: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'with the send request dropped',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'request', cut: 'request' }, spreadMs: 300 },
  },
  {
    name: 'while the send response is in flight',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'taken' }, spreadMs: 40 },
  },
  {
    name: 'during verification after a dropped response',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'read', number: 1, cut: 'answer' } },
  },
  {
    name: 'during the second verification after a dropped request',
    ...{ actions: [SEND], line: 'online', isHurried: true, trigger: { at: 'read', number: 2, cut: 'request' } },
  },
  {
    name: 'while several messages are accepted',
    ...{ actions: [SEND, SEND, SEND_B, SEND_C, SEND_C], line: 'online', trigger: { at: 'accepting' }, spreadMs: 60 },
  },
  {
    name: 'offline with a queue, and at the next start when the window exists',
    actions: [SEND, SEND, { kind: 'resolve', slot: 'b' }, CREATE, SEND_C],
    ...{ line: 'offline', trigger: { at: 'bubble', status: /Waiting for connection/ }, again: 'window' },
  },
  {
    name: 'offline, and at the next start when the rows are rendered',
    ...{ actions: [SEND, SEND_B, SEND_C], line: 'offline', trigger: { at: 'accepted' }, again: 'painted' },
  },
  {
    name: 'offline, and at the next start when the queue is sent',
    actions: [SEND, { kind: 'resolve', slot: 'a' }, SEND_B, { kind: 'close', slot: 'c' }],
    ...{ line: 'offline', trigger: { at: 'accepted' }, again: 'mutation' },
  },
  {
    name: 'after a create, with the response dropped',
    ...{ actions: [CREATE], line: 'online', trigger: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'after a resolve, with the response dropped',
    ...{ actions: [SEND, { kind: 'resolve', slot: 'b' }], line: 'online', trigger: { at: 'request', cut: 'answer' } },
  },
  {
    name: 'while the close request is in flight',
    ...{ actions: [{ kind: 'close', slot: 'a' }], line: 'online', trigger: { at: 'request', cut: 'nothing' } },
  },
  {
    name: 'while the connection is silent',
    actions: [SEND],
    ...{ line: 'silent', isHurried: true, trigger: { at: 'bubble', status: /Sending…|Queued/ }, spreadMs: 500 },
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
