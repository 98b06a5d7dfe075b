import type { ListedConversation } from '../db/list-rows.ts'
import { ruleLanguage } from '../shared/language.ts'
import { text } from '../strings/text.ts'
import { durationWords } from '../ui/time-words.ts'
import { outboxLabel } from '../words/op-label.ts'
import { statusLabel } from '../words/status.ts'
import { MAX_TAGS_SHOWN, tagLabel } from '../words/tag-words.ts'
import { whenWords } from '../words/when.ts'
import { backWords } from './back-words.ts'
import { isLate, shownWaitingSince } from './waiting.ts'

export type NamedContext = {
  /** Epoch ms. */
  readonly now: number
  readonly isOffline: boolean
  /** The user's target for answers, ms; null for none. */
  readonly answerWithinMs: number | null
}

type NamedRow = Pick<
  ListedConversation,
  | 'isUnread'
  | 'waitingSince'
  | 'outboxMark'
  | 'failedKind'
  | 'status'
  | 'hasDraft'
  | 'isStarred'
  | 'snooze'
  | 'back'
  | 'tags'
>

/** What the marks of a row say, for its accessible name. */
export function markNames(row: NamedRow, { now, isOffline, answerWithinMs }: NamedContext): readonly string[] {
  const since = shownWaitingSince(row)
  const inOutbox = outboxLabel(row, isOffline)
  return [
    row.isUnread && text('inbox.row.unread'),
    row.status !== 'open' && withinName(statusLabel(row.status)),
    since !== null &&
      text(isLate(since, now, answerWithinMs) ? 'inbox.row.waitingLate' : 'inbox.row.waiting', {
        duration: durationWords(now - since),
      }),
    inOutbox !== null && withinName(inOutbox),
    row.hasDraft && text('inbox.row.draft'),
    row.isStarred && text('inbox.row.starred'),
    row.snooze !== null && text('inbox.row.snoozed', { when: whenWords(row.snooze.until, now) }),
    row.back !== null && backWords(row.back),
    ...row.tags.slice(0, MAX_TAGS_SHOWN).map(tagLabel),
  ].filter((part) => typeof part === 'string')
}

/** A label in the middle of a name. German nouns keep their capitals: "In der Warteschlange". */
function withinName(label: string): string {
  return ruleLanguage() === 'de' ? label : label.toLowerCase()
}
