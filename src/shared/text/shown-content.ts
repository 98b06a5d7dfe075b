import { hasVisibleText } from './visible-text.ts'

/** Channels deliver a picture, a file or a call as a message without text. */
export const NO_TEXT = 'No text (a picture or a call, perhaps)'

/** What stands for a message in a bubble, a row and a notification: its text, or a sentence where it has none that can be seen. */
export function shownContent(content: string): string {
  return hasVisibleText(content) ? content : NO_TEXT
}
