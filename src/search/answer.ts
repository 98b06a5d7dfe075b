import type { Database } from '../db/database.ts'
import type { ConversationSummary, ThreadItem } from '../db/overlay.ts'
import { readSummaries, readThreadItems } from '../db/search-queries.ts'
import { rangesOf, snippetOf } from './query/matches.ts'
import { parseQuery, type Query } from './query/query.ts'
import type { Hit, Slice } from './query/rank.ts'
import type { Rank } from './query/ranking.ts'
import type { SearchIndex } from './index/search-index.ts'

export type SearchResult = {
  readonly conversation: ConversationSummary
  /** The message that matches; null when none does. */
  readonly message: FoundMessage | null
  readonly rank: Rank
}

export type FoundMessage = {
  /** `key` of the ThreadItem. */
  readonly key: string
  readonly sender: string
  readonly isMine: boolean
  /** Epoch ms; null when the server gave no time. */
  readonly at: number | null
  /** The part of the message that matches. */
  readonly snippet: string
}

export type SearchAnswer = {
  readonly total: number
  readonly isCut: boolean
  readonly rows: readonly SearchResult[]
}

export type SearchQuestion = Slice & { readonly text: string }

/** The hits of the index with their data from the database. Conversations deleted since indexing are left out. */
export async function answerSearch(db: Database, index: SearchIndex, question: SearchQuestion): Promise<SearchAnswer> {
  const query = parseQuery(question.text, question.now)
  const { total, isCut, hits } = index.search(query, question)
  const ids = hits.map((hit) => hit.id)
  const inMessages = hits.filter((hit) => hit.message !== null)
  const [summaries, threads] = await Promise.all([
    readSummaries(db, ids),
    readThreadItems(
      db,
      inMessages.map((hit) => hit.id),
    ),
  ])
  const items = new Map(inMessages.map((hit, place) => [hit.id, threads[place] ?? []]))
  const rows = hits.flatMap((hit, place) => {
    const conversation = summaries[place] ?? null
    if (conversation === null) return []
    return [{ conversation, message: foundMessage(items.get(hit.id) ?? [], hit, query), rank: hit.rank }]
  })
  return { total, isCut, rows }
}

/** The message at the indexed position, or, if the thread has changed since, the last one that matches. */
function foundMessage(items: readonly ThreadItem[], { message }: Hit, query: Query): FoundMessage | null {
  if (message === null) return null
  const indexed = items[message]
  const ranges = indexed === undefined ? [] : rangesOf(indexed.content, query)
  if (indexed !== undefined && ranges.length > 0) return toFoundMessage(indexed, snippetOf(indexed.content, ranges))
  const last = items.findLast((item) => rangesOf(item.content, query).length > 0)
  return last === undefined ? null : toFoundMessage(last, snippetOf(last.content, rangesOf(last.content, query)))
}

function toFoundMessage({ key, sender, isMine, at }: ThreadItem, snippet: string): FoundMessage {
  return { key, sender, isMine, at, snippet }
}
