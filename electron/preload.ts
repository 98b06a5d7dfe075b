import { contextBridge, ipcRenderer, webFrame } from 'electron'
import { BRIDGE_METHODS } from '../src/shared/bridge-methods.ts'
import type { Bridge } from '../src/shared/bridge.ts'
import type { BridgeEvents } from '../src/shared/bridge-events.ts'
import {
  callChannel,
  COMMAND_CHANNEL,
  LINK_CHANNEL,
  LOCK_CHANNEL,
  NOTIFICATION_ANSWER_CHANNEL,
  OPEN_CONVERSATION_CHANNEL,
  OWN_WORD_CHANNEL,
  PROXY_CHANNEL,
  SAVE_TYPED_CHANNEL,
  SPELLING_QUESTION_CHANNEL,
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
  onSaveTyped: onSignal(SAVE_TYPED_CHANNEL),
  onNotificationAnswer: onSignal(NOTIFICATION_ANSWER_CHANNEL),
  onLink: onSignal(LINK_CHANNEL),
  onProxyQuestion: onSignal(PROXY_CHANNEL),
  onOpenConversation: onValue(OPEN_CONVERSATION_CHANNEL),
  onCommand: onValue(COMMAND_CHANNEL),
  onSpellingQuestion: onValue(SPELLING_QUESTION_CHANNEL),
  onOwnWord: onValue(OWN_WORD_CHANNEL),
  provideSpelling(check) {
    // The language only says which letters words are made of: Latin ones.
    webFrame.setSpellCheckProvider('en-US', {
      spellCheck(words, answer) {
        check(words).then(
          (misspelled) => answer([...misspelled]),
          () => answer([]),
        )
      },
    })
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

function onValue<T>(channel: string): (listener: (value: T) => void) => () => void {
  return (listener) => {
    const notify = (_event: unknown, value: T): void => listener(value)
    ipcRenderer.on(channel, notify)
    return () => {
      ipcRenderer.removeListener(channel, notify)
    }
  }
}

contextBridge.exposeInMainWorld('bridge', { ...calls, ...events })
