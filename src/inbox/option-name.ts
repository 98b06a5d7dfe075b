import type { ListedConversation } from '../db/queries.ts'
import { durationWords } from '../ui/time-words.ts'
import { channelLabel } from '../words/channel.tsx'
import { outboxMarkLabel } from '../words/outbox-mark.ts'
import { statusLabel } from '../words/status.ts'
import { waitingSince } from './waiting.ts'

const MAX_LAST_WORDS = 120

/** A row as it is read out: "John Smith, SMS, unread, waiting 2 hours, Can I move…". Says all that the row shows. */
export function optionName(row: ListedConversation, now: number): string {
  const since = waitingSince(row)
  return [
    row.name,
    channelLabel(row.channel),
    row.isUnread && 'unread',
    row.status !== 'open' && statusLabel(row.status).toLowerCase(),
    since !== null && `waiting ${durationWords(now - since)}`,
    row.outboxMark !== 'none' && outboxMarkLabel(row.outboxMark).toLowerCase(),
    row.hasDraft && 'draft',
    ...row.tags,
    row.lastWords !== null && cut(row.lastWords.replaceAll(/\s+/g, ' ').trim()),
  ]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(', ')
}

function cut(words: string): string {
  return words.length <= MAX_LAST_WORDS ? words : `${words.slice(0, MAX_LAST_WORDS).trimEnd()}…`
}
