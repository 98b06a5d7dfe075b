import { describe, expect, it } from 'vitest'
import { type ReadingState, isSeenByReply, seenInMs } from '../../../src/seen/decide.ts'
import { readReadTiming, READ_TIMINGS, saveReadTiming } from '../../../src/seen/settings.ts'

const LOOKING: ReadingState = {
  timing: 'open',
  isFocused: true,
  isPicking: false,
  isCovered: false,
  unread: 'words',
  lookedMs: 0,
}

describe('what is looked at counts as seen', () => {
  it.each([
    ['on opening it, at once', {}, 0],
    ['after half a second', { timing: 'half-second' }, 500],
    ['after what is left of it', { timing: 'half-second', lookedMs: 350 }, 150],
    ['after two seconds', { timing: 'two-seconds', lookedMs: 1_999 }, 1],
    ['when it was looked at for long enough', { timing: 'two-seconds', lookedMs: 2_000 }, 0],
    ['when it was looked at for longer, too', { timing: 'two-seconds', lookedMs: 9_000 }, 0],
    ['never by a look, where a reply decides', { timing: 'reply', lookedMs: 60_000 }, null],
    ['never by a look, where the hand decides', { timing: 'hand', lookedMs: 60_000 }, null],
    ['not in a window without the focus', { isFocused: false }, null],
    ['not while many are picked', { isPicking: true }, null],
    ['not behind a dialog', { isCovered: true }, null],
    ['not when nothing is unread', { unread: 'nothing' }, null],
    ['also when it had been marked as unread before', { unread: 'marked before' }, 0],
    ['after the same time, when it had been marked before', { unread: 'marked before', timing: 'two-seconds' }, 2_000],
    ['not when it was marked as unread since', { unread: 'marked since', lookedMs: 60_000 }, null],
  ] satisfies readonly (readonly [string, Partial<ReadingState>, number | null])[])('%s', (_, gaze, inMs) => {
    expect(seenInMs({ ...LOOKING, ...gaze })).toBe(inMs)
  })

  it.each(READ_TIMINGS)('by %s: a reply counts, unless the hand alone does', (timing) => {
    expect(isSeenByReply(timing)).toBe(timing !== 'hand')
  })
})

describe('what is stored of it', () => {
  it('is what was last chosen; at first, or where it makes no sense, on opening', () => {
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
