import type { ConversationSummary } from '../db/overlay.ts'
import { firstNameOf } from '../shared/text/person-name.ts'
import { channelLabel } from '../words/channel.tsx'
import { wholeHarmlessLine } from '../words/harmless-text.ts'
import type { SnippetFacts } from './render-snippet.ts'

type Known = Pick<ConversationSummary, 'customerName' | 'customerPhone' | 'customerEmail' | 'channel' | 'subject'>

/** The names that placeholders may use. */
export const FACT_NAMES = ['first_name', 'customer_name', 'channel', 'phone', 'email', 'subject'] as const

export function snippetFactsOf(conversation: Known): Record<(typeof FACT_NAMES)[number], string | null> & SnippetFacts {
  const name = conversation.customerName === null ? null : wholeHarmlessLine(conversation.customerName)
  return {
    customer_name: name,
    first_name: name === null ? null : firstNameOf(name),
    channel: channelLabel(conversation.channel),
    phone: conversation.customerPhone,
    email: conversation.customerEmail,
    subject: conversation.subject === null ? null : wholeHarmlessLine(conversation.subject),
  }
}
