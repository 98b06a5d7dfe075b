import { describe, expect, it } from 'vitest'
import { countingOf, hasOpenThreads, isFirstDownload, isStillCounting } from '../../../src/catalogue/counting.ts'

describe('countingOf', () => {
  it.each([
    ['the list is being read', 'list', 0, 500, 'all'],
    ['every thread is here', 'threads', 500, 300, 'none'],
    ['the open threads are here', 'threads', 300, 300, 'none'],
    ['many open threads are missing', 'threads', 100, 300, 'waiting'],
    ['a few threads are missing', 'threads', 290, 300, 'none'],
    ['a small share is missing', 'threads', 9_500, 10_000, 'none'],
    ['a larger share is missing', 'threads', 9_499, 10_000, 'waiting'],
    ['a small account has just begun', 'threads', 0, 10, 'none'],
    ['the account is empty', 'threads', 0, 0, 'none'],
    ['many open threads are missing and none comes', 'nothing', 100, 300, 'none'],
  ] as const)('when %s', (_, download, threadsOnDevice, inbox, counting) => {
    expect(countingOf(download, { threadsOnDevice, conversations: 20_000, counts: { inbox } })).toBe(counting)
  })

  it('leaves out what only this device knows', () => {
    expect(isStillCounting('all', 'inbox')).toBe(true)
    expect(isStillCounting('all', 'closed')).toBe(true)
    expect(isStillCounting('all', 'drafts')).toBe(false)
    expect(isStillCounting('waiting', 'waiting')).toBe(true)
    expect(isStillCounting('waiting', 'unread')).toBe(false)
    expect(isStillCounting('none', 'waiting')).toBe(false)
  })

  it.each([
    [0, 2, false],
    [1, 2, false],
    [2, 2, true],
    [94, 100, false],
    [95, 100, true],
    [0, 0, true],
  ])('with %i threads on this device and %i open conversations, has the open threads: %s', (threads, inbox, has) => {
    const totals = { threadsOnDevice: threads, conversations: 200, counts: { inbox } }
    expect(hasOpenThreads(totals)).toBe(has)
  })
})

describe('isFirstDownload', () => {
  it.each([
    ['while the list is read', false, true, true, true],
    ['while open threads are missing after it', true, false, false, true],
    ['no longer with the open threads', true, false, true, false],
    ['not when open threads are missing later', false, false, false, false],
  ] as const)('%s', (_, before, isReading, hasThreads, isFirst) => {
    expect(isFirstDownload(before, { isReading, hasThreads })).toBe(isFirst)
  })
})
