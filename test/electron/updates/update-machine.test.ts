import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextUpdate, type UpdateEvent } from '../../../electron/updates/update-machine.ts'
import type { UpdateState } from '../../../src/shared/updates.ts'

const OFF: UpdateState = { phase: 'off', why: 'policy' }
const IDLE: UpdateState = { phase: 'idle' }
const CHECKING: UpdateState = { phase: 'checking' }
const CURRENT: UpdateState = { phase: 'current', at: 1 }
const DOWNLOADING: UpdateState = { phase: 'downloading', version: '2.0.0', notes: 'New', percent: 40 }
const READY: UpdateState = { phase: 'ready', version: '2.0.0', notes: 'New' }
const FAILED: UpdateState = { phase: 'failed', problem: 'offline', at: 1 }
const STATES = [OFF, IDLE, CHECKING, CURRENT, DOWNLOADING, READY, FAILED]

const CHECK: UpdateEvent = { kind: 'check' }
const NOTHING: UpdateEvent = { kind: 'nothing-newer', at: 9 }
const FOUND: UpdateEvent = { kind: 'found', version: '2.0.0', notes: 'New' }
const PROGRESS: UpdateEvent = { kind: 'progress', percent: 55.9 }
const DOWNLOADED: UpdateEvent = { kind: 'downloaded' }
const FAIL: UpdateEvent = { kind: 'failed', failure: { problem: 'damaged' }, at: 9 }
const CHANNEL: UpdateEvent = { kind: 'channel-changed' }
const EVENTS = [CHECK, NOTHING, FOUND, PROGRESS, DOWNLOADED, FAIL, CHANNEL]

const FAILED_NOW: UpdateState = { phase: 'failed', problem: 'damaged', at: 9 }
/** Every change. All other pairs of a state and an event change nothing. */
const CHANGES = [
  [IDLE, CHECK, CHECKING, 'check'],
  [CURRENT, CHECK, CHECKING, 'check'],
  [FAILED, CHECK, CHECKING, 'check'],
  [CHECKING, NOTHING, { phase: 'current', at: 9 }, null],
  [CHECKING, FOUND, { ...DOWNLOADING, percent: 0 }, 'download'],
  [CHECKING, FAIL, FAILED_NOW, null],
  [DOWNLOADING, PROGRESS, { ...DOWNLOADING, percent: 55 }, null],
  [DOWNLOADING, DOWNLOADED, READY, null],
  [DOWNLOADING, FAIL, FAILED_NOW, null],
  [IDLE, CHANNEL, CHECKING, 'check'],
  [CURRENT, CHANNEL, CHECKING, 'check'],
  [FAILED, CHANNEL, CHECKING, 'check'],
  [CHECKING, CHANNEL, CHECKING, 'restart-check'],
  [DOWNLOADING, CHANNEL, CHECKING, 'restart-check'],
  [READY, CHANNEL, CHECKING, 'restart-check'],
] as const

const pairs = STATES.flatMap((state) => EVENTS.map((event) => [state.phase, event.kind, state, event] as const))

it.each(pairs)('nextUpdate of %s after %s', (_phase, _kind, state, event) => {
  const change = CHANGES.find(([from, by]) => from === state && by === event)
  const [, , after, effect] = change ?? [state, event, state, null]
  expect(nextUpdate(state, event)).toEqual({ state: after, effect })
})

it.each([
  [Number.NaN, 40],
  [Number.POSITIVE_INFINITY, 40],
  [-5, 40],
  [39, 40],
  [400, 100],
])('a progress of %d is drawn as %d, after 40', (percent, drawn) => {
  expect(nextUpdate(DOWNLOADING, { kind: 'progress', percent }).state).toMatchObject({ percent: drawn })
})

it('an update is ready only after it was found and downloaded in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
      let state: UpdateState = IDLE
      const seen: string[] = []
      for (const event of events) {
        const next: UpdateState = nextUpdate(state, event).state
        if (next !== state) seen.push(event.kind)
        state = next
      }
      const last = seen.filter((kind) => kind !== 'progress').slice(-2)
      if (state.phase === 'ready') expect(last).toEqual(['found', 'downloaded'])
    }),
  )
})
