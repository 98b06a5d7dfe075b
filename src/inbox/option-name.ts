import type { ListedConversation } from '../db/list-rows.ts'
import { ruleLanguage } from '../shared/language.ts'
import { text } from '../strings/text.ts'
import { durationWords } from '../ui/time-words.ts'
import { channelLabel } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { lastMessageLine } from '../words/last-words.ts'
import { outboxMarkLabel } from '../words/outbox-mark.ts'
import { statusLabel } from '../words/status.ts'
import { MAX_TAGS_SHOWN, tagLabel } from '../words/tag-words.ts'
import { whenWords } from '../words/when.ts'
import { backWords } from './back-words.ts'
import { shownWaitingSince } from './waiting.ts'

/** The accessible name of a row: "John Smith, SMS, unread, waiting 2 hours, Can I move…". It has everything that the row shows. In All inboxes, it names the workspace. */
export function optionName(row: ListedConversation, now: number, workspaceName: string | null = null): string {
  const since = shownWaitingSince(row)
  const message = row.lastText ?? row.subject
  return [
    harmlessLine(row.name),
    channelLabel(row.channel),
    workspaceName !== null && text('words.inWorkspace', { name: workspaceName }),
    row.isUnread && text('inbox.row.unread'),
    row.status !== 'open' && withinName(statusLabel(row.status)),
    since !== null && text('inbox.row.waiting', { duration: durationWords(now - since) }),
    row.outboxMark !== 'none' && withinName(outboxMarkLabel(row.outboxMark)),
    row.hasDraft && text('inbox.row.draft'),
    row.isStarred && text('inbox.row.starred'),
    row.snooze !== null && text('inbox.row.snoozed', { when: whenWords(row.snooze.until, now) }),
    row.back !== null && backWords(row.back),
    ...row.tags.slice(0, MAX_TAGS_SHOWN).map(tagLabel),
    message !== null && lastMessageLine(message),
  ]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(', ')
}

/** A label in the middle of a name. German nouns keep their capitals: "In der Warteschlange". */
function withinName(label: string): string {
  return ruleLanguage() === 'de' ? label : label.toLowerCase()
}
