import type { ConversationSummary } from '../db/overlay.ts'
import { channelLabel } from '../words/channel.tsx'
import { wholeHarmlessLine } from '../words/harmless-text.ts'
import type { SnippetFacts } from './render-snippet.ts'

type Known = Pick<ConversationSummary, 'customerName' | 'customerPhone' | 'customerEmail' | 'channel' | 'subject'>

/** The names that snippets may use, each with what it stands for. */
export const FACT_NAMES = ['first_name', 'customer_name', 'channel', 'phone', 'email', 'subject'] as const

const TITLES = /^(?:mrs?|ms|miss|mx|dr|prof|sir|frau|herr|mme|sra?|pan|pani)\.?\s+/i

export function factsOf(conversation: Known): Record<(typeof FACT_NAMES)[number], string | null> & SnippetFacts {
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

/** "Dr. Ana Souza" is Ana; "Souza, Ana" is, too. Null for what is no name but an address. */
export function firstNameOf(name: string): string | null {
  const [family = '', given = ''] = name.split(',', 2)
  const words = (given.trim() === '' ? family : given).trim().replace(TITLES, '')
  const first = words.split(/\s+/, 1)[0] ?? ''
  return first === '' || /[@\d]/.test(first) ? null : first
}
