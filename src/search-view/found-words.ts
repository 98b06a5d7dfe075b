import type { ListedConversation } from '../db/list-rows.ts'
import { shownTimeOf } from '../db/overlay.ts'
import { markNames, type NamedContext } from '../rows/mark-names.ts'
import type { SearchResult } from '../search/answer.ts'
import { rangesOf, snippetOf } from '../search/query/matches.ts'
import type { Query } from '../search/query/query.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { text } from '../strings/text.ts'
import { shownContent } from '../words/shown-content.ts'
import { channelLabel } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { senderWords } from '../words/sender.ts'
import { groupedName, shownName } from '../words/shown-name.ts'

/** The part of a last message that is searched for a match, UTF-16 units: a message may be 100 KB long. */
const MAX_SEARCHED_LENGTH = 2_000

export type FoundWords = {
  /** Null when the text is not a message, or is the customer's. */
  readonly sender: string | null
  readonly text: string
  /** Epoch ms; null when unknown. */
  readonly at: number | null
}

/** The line under the name of a result: the text that matches, else the last message. */
export function foundWords({ conversation, message }: Omit<SearchResult, 'rank'>, query: Query): FoundWords | null {
  const shownAt = shownTimeOf(conversation)
  if (message !== null) {
    const sender = message.sender === 'customer' ? null : senderWords(message, conversation.name)
    return { sender, text: harmlessLine(message.snippet), at: message.at ?? shownAt }
  }
  const { name, subject, customerEmail, customerPhone, lastText } = conversation
  // A highlighted name explains the match. An address that contains the name would only repeat it.
  const addresses = rangesOf(harmlessLine(name), query).length > 0 ? [] : [customerEmail, customerPhone]
  const lastMessage = lastText === null ? null : shownContent(lastText)
  const lines = [lastMessage, subject, ...addresses.map((address) => address && groupedName(address))].flatMap((text) =>
    text === null ? [] : [harmlessLine(beginningOf(text, MAX_SEARCHED_LENGTH))],
  )
  const found = lines.find((line) => rangesOf(line, query).length > 0) ?? lines[0]
  if (found === undefined) return null
  return { sender: null, text: snippetOf(found, rangesOf(found, query)), at: shownAt }
}

/** The accessible name of a result. In All inboxes, it names the workspace. */
export function resultName(
  row: ListedConversation,
  found: FoundWords | null,
  context: NamedContext,
  workspaceName: string | null = null,
): string {
  return [
    shownName(row.name),
    channelLabel(row.channel),
    workspaceName !== null && text('words.inWorkspace', { name: workspaceName }),
    ...markNames(row, context),
    found !== null && (found.sender === null ? found.text : `${found.sender}: ${found.text}`),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}
