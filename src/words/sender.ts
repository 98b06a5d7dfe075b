import { hasVisibleText } from '../shared/text/visible-text.ts'
import { harmlessLine } from './harmless-text.ts'

/** The name of a message's sender. */
export function senderWords(
  message: { readonly sender: string; readonly isMine: boolean },
  customerName: string,
): string {
  if (message.isMine) return 'You'
  if (message.sender === 'assistant') return 'Assistant'
  if (message.sender === 'customer') return harmlessLine(customerName)
  return hasVisibleText(message.sender) ? harmlessLine(message.sender) : 'Unknown sender'
}
