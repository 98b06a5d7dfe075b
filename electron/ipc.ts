import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { BRIDGE_METHODS } from '../src/shared/bridge-methods.ts'
import type { OpenedConversation } from '../src/shared/bridge-events.ts'
import type { SpellingQuestion } from '../src/shared/spelling.ts'
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
import type { Door, CallSender } from './door.ts'

/** Registers one channel for each method of the bridge, and no others. */
export function serveDoor(door: Door, isOurs: (contents: WebContents) => boolean): void {
  for (const method of Object.keys(BRIDGE_METHODS)) {
    ipcMain.handle(callChannel(method), (event, ...inputs: unknown[]) =>
      door(method, senderOf(event, isOurs), inputs[0]),
    )
  }
}

/** Does nothing when there is no window. */
export function sendWake(contents: WebContents | undefined): void {
  contents?.send(WAKE_CHANNEL)
}

export function sendOpenConversation(contents: WebContents | undefined, opened: OpenedConversation): void {
  contents?.send(OPEN_CONVERSATION_CHANNEL, opened)
}

export function sendNotificationAnswer(contents: WebContents | undefined): void {
  contents?.send(NOTIFICATION_ANSWER_CHANNEL)
}

export function sendLink(contents: WebContents | undefined): void {
  contents?.send(LINK_CHANNEL)
}

export function sendLock(contents: WebContents | undefined): void {
  contents?.send(LOCK_CHANNEL)
}

export function sendSaveTyped(contents: WebContents): void {
  contents.send(SAVE_TYPED_CHANNEL)
}

export function sendProxyQuestion(contents: WebContents | undefined): void {
  contents?.send(PROXY_CHANNEL)
}

export function sendCommand(contents: WebContents | undefined, commandId: string): void {
  contents?.send(COMMAND_CHANNEL, commandId)
}

export function sendSpellingQuestion(contents: WebContents, asked: SpellingQuestion): void {
  contents.send(SPELLING_QUESTION_CHANNEL, asked)
}

export function sendOwnWord(contents: WebContents, word: string): void {
  contents.send(OWN_WORD_CHANNEL, word)
}

function senderOf(event: IpcMainInvokeEvent, isOurs: (contents: WebContents) => boolean): CallSender {
  const frame = event.senderFrame
  // Null when the frame navigated away or was destroyed before its call arrived.
  if (frame === null || frame === undefined) return null
  return { url: frame.url, isTopFrame: frame.parent === null, isOurWindow: isOurs(event.sender) }
}
