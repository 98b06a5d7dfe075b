import { expect, it } from 'vitest'
import { keyRows, memoryFacts, type Speed, speedText } from '../../../../src/settings/speed/speed-words.ts'

const SPEED: Speed = {
  keys: {
    commands: [
      { commandId: 'next', count: 1_234, p50: 8.4, p95: 15.6 },
      { commandId: 'send', count: 2, p50: 21, p95: 1_250 },
    ],
    droppedFrames: 7,
  },
  blocks: { count: 2, longestMs: 81.2 },
  start: {
    since: 'app',
    phases: [
      { phase: 'window', ms: 310 },
      { phase: 'list', ms: 890 },
    ],
  },
  processes: [
    { kind: 'window', count: 1, bytes: 180_000_000 },
    { kind: 'main', count: 1, bytes: 120_000_000 },
    { kind: 'other', count: 3, bytes: 60_000_000 },
  ],
  storedBytes: 5_230_000,
}
const NAMES: Readonly<Record<string, string>> = { next: 'Next conversation', send: 'Send' }
const nameOf = (commandId: string): string => NAMES[commandId] ?? commandId
const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 clarion/0.1.0 Chrome/114.0.5735.289 Electron/25.9.8 Safari/537.36'

it('the report has each figure of the section', () => {
  expect(speedText(SPEED, nameOf, AGENT)).toBe(`Speed
Chrome/114.0.5735.289 Electron/25.9.8

From key to screen
Command\tTimes\tTypical\tSlow
Next conversation\t1,234\t8 ms\t16 ms
Send\t2\t21 ms\t1.3 s
Dropped frames: 7
Pauses over 50 ms: 2, longest 81 ms

Start
Time since Clarion was started.
Window created: 310 ms
List on screen: 890 ms

Memory and storage
Window: 180 MB
Main process: 120 MB
3 helper processes: 60 MB
All processes: 360 MB
Storage used, all workspaces: 5.2 MB
`)
})

it('the report says when nothing was pressed, paused or stored', () => {
  const keys = { commands: [], droppedFrames: 0 }
  const start = { since: 'page', phases: [] } as const
  const empty = { keys, blocks: { count: 0, longestMs: 0 }, start, processes: [], storedBytes: undefined }
  expect(speedText(empty, nameOf, 'an unknown browser')).toBe(`Speed

From key to screen
No keys pressed yet
Dropped frames: 0
Pauses over 50 ms: 0

Start
The window was loaded again. Time since then.

Memory and storage
`)
})

it('a command that no longer exists is shown by its id', () => {
  const keys = { commands: [{ commandId: 'gone', count: 1, p50: 1, p95: 1 }], droppedFrames: 0 }
  expect(keyRows(keys, nameOf)).toEqual([
    { commandId: 'gone', name: 'gone', count: '1', typical: '1 ms', slow: '1 ms' },
  ])
})

it('one process needs no sum', () => {
  expect(memoryFacts({ processes: SPEED.processes.slice(0, 1), storedBytes: undefined })).toEqual([
    ['Window', '180 MB'],
  ])
})
