import { beforeEach, expect, it, vi } from 'vitest'
import type { CallSender } from '../../electron/door.ts'
import { serveDoor } from '../../electron/ipc.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'

const handle = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ ipcMain: { handle } }))

const OURS = { name: 'the window’s contents' }
const TOP = { url: 'app://clarion/', parent: null }

beforeEach(() => handle.mockClear())

/** What the door is told about who called. */
async function senderOf(event: object): Promise<CallSender> {
  const senders: CallSender[] = []
  serveDoor(
    async (_method, sender) => {
      senders.push(sender)
      return { ok: true, value: null }
    },
    (contents) => (contents as unknown) === OURS,
  )
  await handle.mock.calls[0]?.[1](event, {})
  return senders[0] ?? null
}

it('one channel is served for each method of the bridge, and no other', () => {
  serveDoor(
    async () => ({ ok: true, value: null }),
    () => true,
  )
  expect(handle.mock.calls.map(([channel]) => String(channel))).toEqual(
    Object.keys(BRIDGE_METHODS).map((method) => `bridge:${method}`),
  )
})

it.each<[string, object, CallSender]>([
  [
    'the top frame of our window',
    { sender: OURS, senderFrame: TOP },
    { url: TOP.url, isTopFrame: true, isOurWindow: true },
  ],
  [
    'a frame in our window',
    { sender: OURS, senderFrame: { url: TOP.url, parent: TOP } },
    { url: TOP.url, isTopFrame: false, isOurWindow: true },
  ],
  ['another window', { sender: {}, senderFrame: TOP }, { url: TOP.url, isTopFrame: true, isOurWindow: false }],
  [
    'our window at another origin',
    { sender: OURS, senderFrame: { url: 'https://example.com/', parent: null } },
    { url: 'https://example.com/', isTopFrame: true, isOurWindow: true },
  ],
  ['a frame that is gone', { sender: OURS, senderFrame: null }, null],
  ['a frame that was destroyed', { sender: OURS }, null],
])('the door learns that the caller is %s', async (_name, event, sender) => {
  expect(await senderOf(event)).toEqual(sender)
})
