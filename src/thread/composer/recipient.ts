import type { ConversationSummary } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { addressOf, isPhone, messageNoun } from '../../words/address.ts'
import { harmlessLine } from '../../words/harmless-text.ts'

/** Whom a message goes to, as it is shown. */
export type Recipient = {
  readonly channel: string
  /** Null for a customer without a name: the address stands for it. */
  readonly name: string | null
  /** Null when the server gave none. */
  readonly address: string | null
  readonly isPhone: boolean
}

type Addressed = Pick<ConversationSummary, 'name' | 'channel' | 'customerPhone' | 'customerEmail'>

/** `grouped`: the address in groups, when it is a phone number. */
export function recipientOf(conversation: Addressed, grouped: string | null): Recipient {
  const address = addressOf(conversation)
  const isNumber = address !== null && isPhone(address)
  return {
    channel: conversation.channel,
    name: conversation.name === address ? null : harmlessLine(conversation.name),
    address: address === null ? null : harmlessLine(isNumber ? (grouped ?? address) : address),
    isPhone: isNumber,
  }
}

/** The accessible name of the send button: "Send SMS to John Smith · +1 555 123 4567". */
export function sendName({ channel, name, address }: Recipient): string {
  const who = [name, address].filter((part) => part !== null).join(' · ')
  return text('thread.composer.sendTo', { message: messageNoun(channel), name: who })
}

/**
 * Whether the user may be wrong about whom a reply goes to or from which workspace: in All inboxes, or when the address is of another kind
 * than the channel. A line above the text then says it.
 */
export function isDoubtful({ channel, address, isPhone: isNumber }: Recipient, isAllInboxes: boolean): boolean {
  if (isAllInboxes) return true
  if (address === null) return false
  return channel === 'email' ? isNumber : (channel === 'sms' || channel === 'whatsapp') && !isNumber
}

/** How long a sent message can be undone. */
export function undoWords(holdMs: number): string {
  return holdMs === 0 ? text('thread.composer.noUndo') : text('thread.composer.undoFor', { seconds: holdMs / 1000 })
}
