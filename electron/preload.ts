import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, BRIDGE_METHODS, type BridgeEvents, type OpenedConversation } from '../src/shared/bridge.ts'
import { callChannel, COMMAND_CHANNEL, OPEN_CONVERSATION_CHANNEL, WAKE_CHANNEL } from './channels.ts'

/** Puts window.bridge in place: named methods and nothing generic, so that the page can ask only what the bridge knows. */
const calls = Object.fromEntries(
  Object.keys(BRIDGE_METHODS).map((method) => [
    method,
    (input: unknown) => ipcRenderer.invoke(callChannel(method), input),
  ]),
) as unknown as Bridge

const events: BridgeEvents = {
  onWake(listener) {
    // The event object would hand the page a way back into ipcRenderer.
    const tell = (): void => listener()
    ipcRenderer.on(WAKE_CHANNEL, tell)
    return () => {
      ipcRenderer.removeListener(WAKE_CHANNEL, tell)
    }
  },
  onOpenConversation(listener) {
    const tell = (_event: unknown, opened: OpenedConversation): void => listener(opened)
    ipcRenderer.on(OPEN_CONVERSATION_CHANNEL, tell)
    return () => {
      ipcRenderer.removeListener(OPEN_CONVERSATION_CHANNEL, tell)
    }
  },
  onCommand(listener) {
    const tell = (_event: unknown, commandId: string): void => listener(commandId)
    ipcRenderer.on(COMMAND_CHANNEL, tell)
    return () => {
      ipcRenderer.removeListener(COMMAND_CHANNEL, tell)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', { ...calls, ...events })
