import type { Channel } from '../shared/model.ts'
import { contactKindOf } from './contact-check.ts'

/** Chooses the next channel in the dialog. */
export const CHANNEL_KEY = 'mod+j'

/** Channels on which a conversation can be started. */
const STARTABLE: readonly Channel[] = ['sms', 'whatsapp', 'voice', 'email']

/** Those that fit the kind of address; all while it is not known. */
export function channelsFor(kind: 'phone' | 'email' | null): readonly Channel[] {
  return kind === null ? STARTABLE : STARTABLE.filter((channel) => contactKindOf(channel) === kind)
}

/** The channel after this one; the first one after the last. */
export function nextChannel(channel: Channel, kind: 'phone' | 'email' | null): Channel {
  const channels = channelsFor(kind)
  return channels[(channels.indexOf(channel) + 1) % channels.length] ?? channel
}
