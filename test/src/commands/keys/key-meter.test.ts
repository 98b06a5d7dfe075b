import { beforeEach, describe, expect, it } from 'vitest'
import { type KeyMeter, makeKeyMeter } from '../../../../src/commands/keys/key-meter.ts'

let meter: KeyMeter
let now: number
let frames: (() => void)[]
let messages: (() => void)[]

beforeEach(() => {
  frames = []
  messages = []
  meter = makeKeyMeter({
    beforePaint: (then) => frames.push(then),
    afterPaint: (then) => messages.push(then),
    now: () => now,
  })
})

/** Draws the next frame, which is painted at `at`. */
function paint(at: number): void {
  frames.splice(0).forEach((then) => then())
  now = at
  messages.splice(0).forEach((then) => then())
}

describe('the key meter', () => {
  it('measures from the key press to the painted frame', () => {
    meter.note('next', 100)
    paint(112)
    meter.note('next', 200)
    paint(209)
    meter.note('resolve', 300)
    paint(345)
    expect(meter.read()).toEqual({
      commands: [
        { commandId: 'next', count: 2, p50: 9, p95: 12 },
        { commandId: 'resolve', count: 1, p50: 45, p95: 45 },
      ],
      droppedFrames: 1,
    })
  })

  it('asks for one frame when several keys wait for it', () => {
    meter.note('next', 100)
    meter.note('next', 104)
    expect(frames).toHaveLength(1)
    paint(110)
    expect(meter.read().commands).toEqual([{ commandId: 'next', count: 2, p50: 6, p95: 10 }])
  })

  it('measures no more keys than it has room for while the page is blocked', () => {
    for (let key = 0; key < 40; key += 1) meter.note('next', 100)
    paint(900)
    expect(meter.read().commands).toMatchObject([{ count: 16 }])
    meter.note('next', 1_000)
    paint(1_010)
    expect(meter.read().commands).toMatchObject([{ count: 17 }])
  })

  it('forgets keys of a window that was hidden before its frame', () => {
    meter.note('next', 100)
    meter.forgetPending()
    paint(60_000)
    expect(meter.read()).toEqual({ commands: [], droppedFrames: 0 })
    meter.note('next', 60_100)
    paint(60_110)
    expect(meter.read().commands).toEqual([{ commandId: 'next', count: 1, p50: 10, p95: 10 }])
  })
})
