import type { ConversationSummary } from '../db/overlay.ts'
import { isChannel } from '../shared/model.ts'
import { readPhone } from '../shared/contact/phone-number.ts'
import { text } from '../strings/text.ts'
import { channelLabel } from './channel.tsx'

/** The address that a conversation's messages go to; null when the server gave none. */
export function addressOf(
  conversation: Pick<ConversationSummary, 'channel' | 'customerPhone' | 'customerEmail'>,
): string | null {
  const { channel, customerPhone, customerEmail } = conversation
  return channel === 'email' ? (customerEmail ?? customerPhone) : (customerPhone ?? customerEmail)
}

/** Whether an address is a phone number, which can be formatted in groups. */
export function isPhone(address: string): boolean {
  return readPhone(address) !== null
}

/** The noun after "Send": "SMS", "email", "WhatsApp message". */
export function messageNoun(channel: string): string {
  if (channel === 'sms') return text('words.noun.sms')
  if (channel === 'email') return text('words.noun.email')
  return isChannel(channel)
    ? text('words.noun.channel', { channel: channelLabel(channel) })
    : text('words.noun.message')
}
