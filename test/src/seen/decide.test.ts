import { describe, expect, it } from 'vitest'
import { type ReadingState, isSeenByReply, seenInMs } from '../../../src/seen/decide.ts'
import { readReadTiming, READ_TIMINGS, saveReadTiming } from '../../../src/seen/settings.ts'

const ON_SCREEN: ReadingState = {
  timing: 'open',
  isFocused: true,
  isPicking: false,
  isCovered: false,
  unread: 'message',
  onScreenMs: 0,
}

describe('seenInMs', () => {
  it.each([
    ['is 0 when opening is enough', {}, 0],
    ['is half a second by that setting', { timing: 'half-second' }, 500],
    ['subtracts the time on screen', { timing: 'half-second', onScreenMs: 350 }, 150],
    ['is two seconds by that setting', { timing: 'two-seconds', onScreenMs: 1_999 }, 1],
    ['is 0 when the time is over', { timing: 'two-seconds', onScreenMs: 2_000 }, 0],
    ['is 0 when the time has long been over', { timing: 'two-seconds', onScreenMs: 9_000 }, 0],
    ['is never when a reply decides', { timing: 'reply', onScreenMs: 60_000 }, null],
    ['is never when only the user decides', { timing: 'hand', onScreenMs: 60_000 }, null],
    ['is never without window focus', { isFocused: false }, null],
    ['is never while conversations are selected', { isPicking: true }, null],
    ['is never behind a dialog', { isCovered: true }, null],
    ['is never when nothing is unread', { unread: 'nothing' }, null],
    ['is 0 when it was marked as unread before it was opened', { unread: 'marked before' }, 0],
    [
      'is the whole time when it was marked as unread before it was opened',
      { unread: 'marked before', timing: 'two-seconds' },
      2_000,
    ],
    ['is never when it was marked as unread since it was opened', { unread: 'marked since', onScreenMs: 60_000 }, null],
  ] satisfies readonly (readonly [string, Partial<ReadingState>, number | null])[])('%s', (_, change, inMs) => {
    expect(seenInMs({ ...ON_SCREEN, ...change })).toBe(inMs)
  })

  it.each(READ_TIMINGS)('isSeenByReply with %s: true, except for hand', (timing) => {
    expect(isSeenByReply(timing)).toBe(timing !== 'hand')
  })
})

describe('readReadTiming', () => {
  it('returns the saved value, or open when none or an unknown one is stored', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    }
    expect(readReadTiming(store)).toBe('open')
    for (const timing of READ_TIMINGS) {
      saveReadTiming(store, timing)
      expect(readReadTiming(store)).toBe(timing)
    }
    expect(readReadTiming({ getItem: () => 'someday' })).toBe('open')
  })
})
