import type { SpellingEvents } from './spelling.ts'

export type OpenedConversation = {
  readonly workspaceId: string
  readonly conversationId: string | null
  /** The notification could not take a reply itself, so the reply field gets the focus. */
  readonly isForReply?: boolean
}

/** Events from main to the window. Each method adds a listener and returns the function that removes it. */
export interface BridgeEvents extends SpellingEvents {
  /** The machine woke from sleep or the network came back, so everything should be read again now. */
  onWake(listener: () => void): () => void
  /** A notification was clicked and the window is in front; `conversationId` is null for a summary. */
  onOpenConversation(listener: (opened: OpenedConversation) => void): () => void
  /** The user answered in a notification: `takeNotificationAnswers` has something. */
  onNotificationAnswer(listener: () => void): () => void
  /** The user opened a link to the app, which waits in main: `takeLink` returns it. The window is in front. */
  onLink(listener: () => void): () => void
  /** A command was chosen in the application menu. */
  onCommand(listener: (commandId: string) => void): () => void
  /** The app is locked. The page must save what is typed and drop everything it shows; main reloads a page that doesn't in time. */
  onLock(listener: () => void): () => void
  /** The window is about to close. The page must save what is typed and call `typedSaved`; main waits a moment for it. */
  onSaveTyped(listener: () => void): () => void
  /** A proxy asks for a name and a password, or no longer does: `readProxyQuestion` tells. */
  onProxyQuestion(listener: () => void): () => void
}
