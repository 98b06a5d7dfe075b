import { beforeEach, expect, it, vi } from 'vitest'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'

const { exposed, ipcRenderer, webFrame } = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...inputs: unknown[]) => unknown>>(),
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() },
  webFrame: { setSpellCheckProvider: vi.fn() },
}))
vi.mock('electron', () => ({
  ipcRenderer,
  webFrame,
  contextBridge: { exposeInMainWorld: (name: string, value: never) => exposed.set(name, value) },
}))
await import('../../electron/preload.ts')

const bridge = exposed.get('bridge') ?? {}
const EVENTS = [
  'onCommand',
  'onLink',
  'onLock',
  'onSaveTyped',
  'onNotificationAnswer',
  'onOpenConversation',
  'onOwnWord',
  'onProxyQuestion',
  'onSpellingQuestion',
  'onWake',
]

beforeEach(() => vi.clearAllMocks())

it('the page gets one object with the methods of the bridge and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['bridge'])
  expect(Object.keys(bridge).toSorted()).toEqual(
    [...Object.keys(BRIDGE_METHODS), ...EVENTS, 'provideSpelling'].toSorted(),
  )
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

it.each([
  ['the misspelled words', () => Promise.resolve(['teh']), ['teh']],
  ['none when the page fails', () => Promise.reject(new Error('page')), []],
])('Chromium is told %s', async (_, check, told) => {
  bridge['provideSpelling']?.(check)
  const provider = webFrame.setSpellCheckProvider.mock.calls[0]?.[1] as
    | { spellCheck: (words: string[], answer: (misspelled: string[]) => void) => void }
    | undefined
  expect(await new Promise((resolve) => provider?.spellCheck(['teh', 'the'], resolve))).toEqual(told)
})
