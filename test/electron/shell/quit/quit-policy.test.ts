import { describe, expect, it } from 'vitest'
import { quitPolicy, quitText } from '../../../../electron/shell/quit/quit-policy.ts'
import type { TotalUnsent } from '../../../../electron/op-backup/unsent-totals.ts'

type Counts = readonly [messages: number, conversations: number, changes: number]

function unsent(waiting: Counts, asking: Counts = [0, 0, 0], needsKey = false): TotalUnsent {
  const of = ([messages, conversations, changes]: Counts) => ({ messages, conversations, changes })
  return { waiting: of(waiting), asking: of(asking), needsKey, isLostAtQuit: false }
}

const NOTHING = unsent([0, 0, 0])
const SOMETHING = unsent([1, 0, 0])

describe('quitPolicy', () => {
  it.each([
    ['nothing waits', { isEnding: false, isAsking: false, unsent: NOTHING }, 'quit'],
    ['no window has spoken yet', { isEnding: false, isAsking: false, unsent: null }, 'quit'],
    ['a message waits', { isEnding: false, isAsking: false, unsent: SOMETHING }, 'ask'],
    ['a question waits', { isEnding: false, isAsking: false, unsent: unsent([0, 0, 0], [0, 0, 1]) }, 'ask'],
    ['the question is on screen', { isEnding: false, isAsking: true, unsent: SOMETHING }, 'wait'],
    ['a signal, an update or the system ends the app', { isEnding: true, isAsking: false, unsent: SOMETHING }, 'quit'],
    ['the app is ended over the question', { isEnding: true, isAsking: true, unsent: SOMETHING }, 'quit'],
  ] as const)('decides when %s', (_when, moment, decision) => {
    expect(quitPolicy(moment)).toBe(decision)
  })
})

describe('quitText', () => {
  it.each([
    [
      unsent([2, 0, 1]),
      '2 messages and 1 change haven’t been sent.',
      'They stay on this device and will be sent when you next start Clarion.',
    ],
    [
      unsent([1, 0, 0]),
      '1 message hasn’t been sent.',
      'It stays on this device and will be sent when you next start Clarion.',
    ],
    [
      unsent([2, 1, 3]),
      '2 messages, 1 new conversation, and 3 changes haven’t been sent.',
      'They stay on this device and will be sent when you next start Clarion.',
    ],
    [
      unsent([0, 0, 0], [1, 0, 0]),
      '1 message hasn’t been sent.',
      'It stays on this device until you decide what to do with it.',
    ],
    [
      unsent([0, 0, 0], [1, 0, 1]),
      '1 message and 1 change haven’t been sent.',
      'They stay on this device until you decide what to do with them.',
    ],
    [
      unsent([2, 0, 0], [1, 0, 1]),
      '3 messages and 1 change haven’t been sent.',
      'They stay on this device. 2 messages will be sent when you next start Clarion. 1 message and 1 change need your attention.',
    ],
    [
      unsent([1, 0, 0], [0, 0, 1], true),
      '1 message and 1 change haven’t been sent.',
      'They stay on this device. 1 message will be sent after you enter the API key again. 1 change needs your attention.',
    ],
  ])('says what is unsent and when it will be sent', (counts, message, detail) => {
    expect(quitText(counts)).toEqual({ message, detail, isSafe: true })
  })

  it.each([
    [unsent([1, 0, 0], [0, 0, 0], true), 'Nothing is kept on this computer after you quit. It will be lost.'],
    [unsent([1, 0, 0], [0, 1, 0]), 'Nothing is kept on this computer after you quit. They will be lost.'],
    [unsent([0, 0, 0], [0, 0, 2]), 'Nothing is kept on this computer after you quit. They will be lost.'],
  ])('says that quitting loses what is in memory only, and does not propose it', (counts, detail) => {
    expect(quitText({ ...counts, isLostAtQuit: true })).toMatchObject({ detail, isSafe: false })
  })
})
