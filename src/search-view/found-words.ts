import { shownTimeOf } from '../db/overlay.ts'
import type { SearchResult } from '../search/answer.ts'
import { rangesOf, snippetOf } from '../search/query/matches.ts'
import type { Query } from '../search/query/query.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { shownContent } from '../shared/text/shown-content.ts'
import { channelLabel } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { senderWords } from '../words/sender.ts'
import { statusLabel } from '../words/status.ts'

/** A last message may be 100 KB long; this much of it is looked through for a row, UTF-16 units. */
const LOOKED_THROUGH = 2_000

export type FoundWords = {
  /** Who said it; null where it is not a message, or said by the customer. */
  readonly sender: string | null
  readonly words: string
  /** Epoch ms; null when no time is known. */
  readonly at: number | null
}

/** What a result shows under the name: where it was found, else what was said last. */
export function foundWords({ conversation, message }: SearchResult, query: Query): FoundWords | null {
  const shownAt = shownTimeOf(conversation)
  if (message !== null) {
    const sender = message.sender === 'customer' ? null : senderWords(message, conversation.name)
    return { sender, words: harmlessLine(message.snippet), at: message.at ?? shownAt }
  }
  const { name, subject, customerEmail, customerPhone, lastWords } = conversation
  // A name that is marked says why it is here; the address it is written with would only say it again.
  const addresses = rangesOf(harmlessLine(name), query).length > 0 ? [] : [customerEmail, customerPhone]
  const words = lastWords === null ? null : shownContent(lastWords)
  const lines = [words, subject, ...addresses].flatMap((text) =>
    text === null ? [] : [harmlessLine(beginningOf(text, LOOKED_THROUGH))],
  )
  const found = lines.find((line) => rangesOf(line, query).length > 0) ?? lines[0]
  if (found === undefined) return null
  return { sender: null, words: snippetOf(found, rangesOf(found, query)), at: shownAt }
}

/** A result as it is read out. */
export function resultName(row: SearchResult, found: FoundWords | null): string {
  const { name, channel, status } = row.conversation
  return [
    harmlessLine(name),
    channelLabel(channel),
    status !== 'open' && statusLabel(status).toLowerCase(),
    found !== null && (found.sender === null ? found.words : `${found.sender}: ${found.words}`),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}
