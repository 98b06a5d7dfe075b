import type { Header } from '../../../src/search/entries.ts'
import { digitsOf, phonesIn } from '../../../src/search/phones.ts'
import type { Filter, Part, Query } from '../../../src/search/query.ts'
import { wordsOf } from '../../../src/search/words.ts'

export type Doc = { readonly header: Header; readonly messages: readonly string[] }

/** What matches a question, by looking at every word of every text: slow, and plain enough to be believed. */
export function findNaively(docs: readonly Doc[], query: Query): ReadonlySet<string> {
  if (query.parts.length + query.filters.length === 0) return new Set()
  const matching = docs.filter(
    (doc) =>
      query.parts.every((part) => holds(doc, part) !== part.isNegated) &&
      query.filters.every((filter) => passes(doc.header, filter) !== filter.isNegated),
  )
  return new Set(matching.map((doc) => doc.header.id))
}

function holds({ header, messages }: Doc, part: Part): boolean {
  const own = [header.customerName, header.customerEmail]
  const texts = part.in === 'customer' ? own : [...own, header.subject, header.lastWords, ...messages]
  const phone = digitsOf(header.customerPhone ?? '')
  if (part.digits !== null && phone.includes(part.digits)) return true
  return texts.some((text) => text !== null && runsOf(text).some((run) => stands(run, part)))
}

/** A text's words, and each telephone number in it as a word of its own. */
function runsOf(text: string): readonly (readonly string[])[] {
  return [wordsOf(text), ...phonesIn(text).flatMap((phone) => phone.spellings.map((spelling) => [spelling]))]
}

function stands(run: readonly string[], { words, isOpen }: Part): boolean {
  return run.some((_, start) =>
    words.every((word, index) => {
      const there = run[start + index]
      const mayGoOn = isOpen && index === words.length - 1
      return there !== undefined && (mayGoOn ? there.startsWith(word) : there === word)
    }),
  )
}

function passes(header: Header, filter: Filter): boolean {
  switch (filter.kind) {
    case 'before':
      return header.activityAt < filter.at
    case 'after':
      return header.activityAt >= filter.at
    case 'unread':
      return header.isUnread
    case 'waiting':
      return header.isWaiting
    case 'channel':
      return begins(header.channel, filter.words)
    case 'status':
      return begins(header.status, filter.words)
    case 'tag':
      return header.tags.some((tag) => begins(tag, filter.words))
  }
}

function begins(label: string, words: readonly string[]): boolean {
  return wordsOf(label).join(' ').startsWith(words.join(' '))
}
