import { contextBridge, ipcRenderer } from 'electron'
import { type Bridge, BRIDGE_METHODS } from '../src/shared/bridge.ts'
import type { BridgeEvents, OpenedConversation } from '../src/shared/bridge-events.ts'
import {
  callChannel,
  COMMAND_CHANNEL,
  LINK_CHANNEL,
  LOCK_CHANNEL,
  NOTIFICATION_ANSWER_CHANNEL,
  OPEN_CONVERSATION_CHANNEL,
  PROXY_CHANNEL,
  WAKE_CHANNEL,
} from './channels.ts'

/** Exposes window.bridge with named methods and no generic call, so that the page can call the bridge only. */
const calls = Object.fromEntries(
  Object.keys(BRIDGE_METHODS).map((method) => [
    method,
    (input: unknown) => ipcRenderer.invoke(callChannel(method), input),
  ]),
) as unknown as Bridge

const events: BridgeEvents = {
  onWake: onSignal(WAKE_CHANNEL),
  onLock: onSignal(LOCK_CHANNEL),
  onNotificationAnswer: onSignal(NOTIFICATION_ANSWER_CHANNEL),
  onLink: onSignal(LINK_CHANNEL),
  onProxyQuestion: onSignal(PROXY_CHANNEL),
  onOpenConversation(listener) {
    const notify = (_event: unknown, opened: OpenedConversation): void => listener(opened)
    ipcRenderer.on(OPEN_CONVERSATION_CHANNEL, notify)
    return () => {
      ipcRenderer.removeListener(OPEN_CONVERSATION_CHANNEL, notify)
    }
  },
  onCommand(listener) {
    const notify = (_event: unknown, commandId: string): void => listener(commandId)
    ipcRenderer.on(COMMAND_CHANNEL, notify)
    return () => {
      ipcRenderer.removeListener(COMMAND_CHANNEL, notify)
    }
  },
}

/** An event without data. */
function onSignal(channel: string): (listener: () => void) => () => void {
  return (listener) => {
    // The event object would give the page access to ipcRenderer.
    const notify = (): void => listener()
    ipcRenderer.on(channel, notify)
    return () => {
      ipcRenderer.removeListener(channel, notify)
    }
  }
}

contextBridge.exposeInMainWorld('bridge', { ...calls, ...events })
