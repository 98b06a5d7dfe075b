import type { Header } from '../../../src/search/index/entries.ts'
import { phonesIn } from '../../../src/search/index/phones.ts'
import type { Filter, Part, Query } from '../../../src/search/query/query.ts'
import { eachWord, wordsOf } from '../../../src/search/index/words.ts'
import { phoneSpellings } from '../../../src/shared/contact/contact-identity.ts'
import { beginsWith } from '../../../src/shared/text/hangul.ts'

export type Doc = { readonly header: Header; readonly messages: readonly string[] }

/** A reference implementation that compares every word of every text: slow, but simple enough to trust. */
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
  const contact = [header.customerName, header.customerEmail]
  const texts = part.in === 'customer' ? contact : [...contact, header.subject, header.lastText, ...messages]
  const { digits } = part
  if (digits !== null && phoneSpellings(header.customerPhone).some((phone) => phone.includes(digits))) return true
  return texts.some((text) => text !== null && runsOf(text).some((run) => containsPart(run, part)))
}

/** The alternatives at each position of a text, and each phone number in it as a run of its own. */
function runsOf(text: string): readonly (readonly (readonly string[])[])[] {
  const positions: string[][] = []
  eachWord(text, (word, _start, _end, also) => positions.push([word, ...also.map((other) => other.word)]))
  return [positions, ...phonesIn(text).flatMap((phone) => phone.spellings.map((spelling) => [[spelling]]))]
}

function containsPart(run: readonly (readonly string[])[], { words, also, isOpen }: Part): boolean {
  return run.some((_, start) =>
    words.every((word, index) => {
      const isPrefix = isOpen && index === words.length - 1
      const wanted = [word, also?.[index] ?? word]
      return (run[start + index] ?? []).some((candidate) =>
        wanted.some((spelling) => (isPrefix ? beginsWith(candidate, spelling) : candidate === spelling)),
      )
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
