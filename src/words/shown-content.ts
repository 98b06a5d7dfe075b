import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'

/**
 * The text of a message in bubbles, rows and notifications. Channels deliver pictures, files and calls as messages without visible text.
 */
export function shownContent(content: string): string {
  return hasVisibleText(content) ? content : text('words.noText')
}
