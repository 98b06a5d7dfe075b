import type { QueryIssue } from '../search/query/query.ts'
import type { IndexProgress } from '../search/search.ts'
import { listText } from '../shared/messages/list-text.ts'
import { CHANNELS, STATUSES } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** How much was searched, so that a missing result is not taken for certain. */
export function coverageWords({ state, conversations, withText }: IndexProgress): string {
  if (state === 'indexing') return text('search.indexing', { conversations, withText })
  if (withText === conversations && withText > 0) return text('search.coverageAll', { conversations })
  return text('search.coverage', { conversations, withText })
}

export function totalWords({ total, isCut }: { readonly total: number; readonly isCut: boolean }): string {
  return text(isCut ? 'search.foundAmongNewest' : 'search.found', { total })
}

/** Which parts of the query are ignored, and why. Null when every part is understood or unfinished. */
export function unreadWords(unread: readonly QueryIssue[]): string | null {
  const sentences = unread.flatMap((issue) => issueSentence(issue) ?? [])
  return sentences.length === 0 ? null : sentences.join(' ')
}

function issueSentence(issue: QueryIssue): string | null {
  const typed = harmlessLine(issue.text).slice(0, 60)
  switch (issue.why) {
    case 'unfinished':
      return null
    case 'not-a-date':
      return text('search.problem.date', { typed })
    case 'not-a-state':
      return text('search.problem.state', { typed })
    case 'not-a-channel':
      return text('search.problem.channel', { typed, channels: listText(CHANNELS, 'disjunction') })
    case 'not-a-status':
      return text('search.problem.status', { typed, statuses: listText(STATUSES, 'disjunction') })
    case 'not-a-tag':
      return text('search.problem.tag', { typed })
    case 'no-words':
      return text('search.problem.noWords', { typed })
    case 'too-long':
      return text('search.problem.tooLong', { typed })
  }
}
