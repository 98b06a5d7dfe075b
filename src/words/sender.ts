import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from './harmless-text.ts'
import { shownName } from './shown-name.ts'

/** The name of a message's sender. */
export function senderWords(
  message: { readonly sender: string; readonly isMine: boolean },
  customerName: string,
): string {
  if (message.isMine) return text('words.sender.me')
  if (message.sender === 'assistant') return text('words.sender.assistant')
  if (message.sender === 'customer') return shownName(customerName)
  return hasVisibleText(message.sender) ? harmlessLine(message.sender) : text('words.sender.unknown')
}
