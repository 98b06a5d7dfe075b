import type { QueryIssue } from '../search/query/query.ts'
import type { IndexProgress } from '../search/search.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { CHANNELS, STATUSES } from '../shared/model.ts'
import { harmlessLine } from '../words/harmless-text.ts'

const LIST = new Intl.ListFormat('en', { type: 'disjunction' })

/** How much was searched, so that a missing result is not taken for certain. */
export function coverageWords({ state, conversations, withText }: IndexProgress): string {
  const all = `${writeNumber(conversations)} ${conversations === 1 ? 'conversation' : 'conversations'}`
  if (state === 'indexing') return `Indexing: ${all} so far, ${writeNumber(withText)} with full text`
  return `Searched ${all}, ${withText === conversations && withText > 0 ? 'all' : writeNumber(withText)} with full text`
}

export function totalWords({ total, isCut }: { readonly total: number; readonly isCut: boolean }): string {
  if (isCut) return `${writeNumber(total)} found among the newest`
  return `${writeNumber(total)} found`
}

/** Which parts of the query are ignored, and why. Null when every part is understood or unfinished. */
export function unreadWords(unread: readonly QueryIssue[]): string | null {
  const sentences = unread.flatMap(({ text, why }) => {
    const typed = `“${harmlessLine(text).slice(0, 60)}”`
    switch (why) {
      case 'unfinished':
        return []
      case 'not-a-date':
        return [`${typed} isn’t a date. Try 2026-11-20, yesterday or 7d.`]
      case 'not-a-state':
        return [`${typed} isn’t supported. Try is:unread or is:waiting.`]
      case 'not-a-channel':
        return [`${typed} isn’t a channel. Try ${LIST.format(CHANNELS)}.`]
      case 'not-a-status':
        return [`${typed} isn’t a status. Try ${LIST.format(STATUSES)}.`]
      case 'not-a-tag':
        return [`${typed}: no conversation on this device has this tag.`]
      case 'no-words':
        return [`${typed} has no letters or digits.`]
      case 'too-long':
        return [`${typed} is too long to search for.`]
    }
  })
  return sentences.length === 0 ? null : sentences.join(' ')
}
