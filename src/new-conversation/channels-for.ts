import type { Channel } from '../shared/model.ts'
import { contactKindOf } from './contact-check.ts'

/** Channels on which a conversation can be started. */
const STARTABLE: readonly Channel[] = ['sms', 'whatsapp', 'voice', 'email']

/** Those that fit the kind of address; all while it is not known. */
export function channelsFor(kind: 'phone' | 'email' | null): readonly Channel[] {
  return kind === null ? STARTABLE : STARTABLE.filter((channel) => contactKindOf(channel) === kind)
}
