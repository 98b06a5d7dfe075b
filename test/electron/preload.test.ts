import { beforeEach, expect, it, vi } from 'vitest'
import { BRIDGE_METHODS } from '../../src/shared/bridge.ts'

const { exposed, ipcRenderer } = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...inputs: unknown[]) => unknown>>(),
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() },
}))
vi.mock('electron', () => ({
  ipcRenderer,
  contextBridge: { exposeInMainWorld: (name: string, value: never) => exposed.set(name, value) },
}))
await import('../../electron/preload.ts')

const bridge = exposed.get('bridge') ?? {}
const EVENTS = [
  'onCommand',
  'onLink',
  'onLock',
  'onNotificationAnswer',
  'onOpenConversation',
  'onProxyQuestion',
  'onWake',
]

beforeEach(() => vi.clearAllMocks())

it('the page gets one object with the methods of the bridge and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['bridge'])
  expect(Object.keys(bridge).toSorted()).toEqual([...Object.keys(BRIDGE_METHODS), ...EVENTS].toSorted())
})

it.each(Object.keys(BRIDGE_METHODS))('%s calls its own channel, whatever the page passes', (method) => {
  bridge[method]?.({ a: 1 }, 'bridge:forgetWorkspace', { b: 2 })
  expect(ipcRenderer.invoke.mock.calls).toEqual([[`bridge:${method}`, { a: 1 }]])
})

it.each(EVENTS)('%s never gives the page the event, through which it would reach Electron', (name) => {
  const heard = vi.fn()
  bridge[name]?.(heard)
  const event = { sender: ipcRenderer }
  ipcRenderer.on.mock.calls[0]?.[1](event, 'told')
  expect(heard).toHaveBeenCalledOnce()
  expect(heard.mock.calls[0]).not.toContain(event)
})
