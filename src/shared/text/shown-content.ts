import { hasVisibleText } from './visible-text.ts'

/** Channels deliver pictures, files and calls as messages without text. */
export const NO_TEXT = 'No text (a picture or a call, perhaps)'

/** The text of a message in bubbles, rows and notifications, or NO_TEXT if nothing of it is visible. */
export function shownContent(content: string): string {
  return hasVisibleText(content) ? content : NO_TEXT
}
