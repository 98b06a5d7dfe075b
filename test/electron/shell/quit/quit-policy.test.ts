import { describe, expect, it } from 'vitest'
import { quitPolicy, quitWords } from '../../../../electron/shell/quit/quit-policy.ts'
import type { TotalUnsent } from '../../../../electron/op-backup/unsent-totals.ts'

type Counts = readonly [messages: number, conversations: number, changes: number]

function unsent(waiting: Counts, asking: Counts = [0, 0, 0], needsKey = false): TotalUnsent {
  const of = ([messages, conversations, changes]: Counts) => ({ messages, conversations, changes })
  return { waiting: of(waiting), asking: of(asking), needsKey }
}

const NOTHING = unsent([0, 0, 0])
const SOMETHING = unsent([1, 0, 0])

describe('a person who quits', () => {
  it.each([
    ['nothing waits', { isEnding: false, isAsking: false, unsent: NOTHING }, 'quit'],
    ['no window has spoken yet', { isEnding: false, isAsking: false, unsent: null }, 'quit'],
    ['a message waits', { isEnding: false, isAsking: false, unsent: SOMETHING }, 'ask'],
    ['a question waits', { isEnding: false, isAsking: false, unsent: unsent([0, 0, 0], [0, 0, 1]) }, 'ask'],
    ['the question is on screen', { isEnding: false, isAsking: true, unsent: SOMETHING }, 'wait'],
    ['a signal, an update or the system ends the app', { isEnding: true, isAsking: false, unsent: SOMETHING }, 'quit'],
    ['the app is ended over the question', { isEnding: true, isAsking: true, unsent: SOMETHING }, 'quit'],
  ] as const)('when %s', (_when, moment, decision) => {
    expect(quitPolicy(moment)).toBe(decision)
  })
})

describe('the question', () => {
  it.each([
    [
      unsent([2, 0, 1]),
      '2 messages and 1 change have not gone out.',
      'They are kept on this device and go out at the next start.',
    ],
    [unsent([1, 0, 0]), '1 message has not gone out.', 'It is kept on this device and goes out at the next start.'],
    [
      unsent([2, 1, 3]),
      '2 messages, 1 new conversation and 3 changes have not gone out.',
      'They are kept on this device and go out at the next start.',
    ],
    [
      unsent([0, 0, 0], [1, 0, 0]),
      '1 message has not gone out.',
      'It is kept on this device until you decide about it.',
    ],
    [
      unsent([0, 0, 0], [1, 0, 1]),
      '1 message and 1 change have not gone out.',
      'They are kept on this device until you decide about them.',
    ],
    [
      unsent([2, 0, 0], [1, 0, 1]),
      '3 messages and 1 change have not gone out.',
      'They are kept on this device. 2 messages go out at the next start; 1 message and 1 change wait for your decision.',
    ],
    [
      unsent([1, 0, 0], [0, 0, 1], true),
      '1 message and 1 change have not gone out.',
      'They are kept on this device. 1 message goes out once you have entered the API key again; 1 change waits for your decision.',
    ],
  ])('names what is unsent, and what becomes of it', (counts, message, detail) => {
    expect(quitWords(counts)).toEqual({ message, detail })
  })
})
