import { parseQuery } from './query/query.ts'
import type { Slice } from './query/rank.ts'
import type { SearchIndex } from './index/search-index.ts'

/** A query for ids only: to count the matches or to run a command on all of them. */
export type ListQuestion = Pick<Slice, 'limit' | 'now'> & { readonly text: string }

export type ListAnswer = {
  readonly total: number
  readonly isCut: boolean
  /** Best first, at most `limit`. */
  readonly ids: readonly string[]
}

export function listMatches(index: SearchIndex, { text, now, limit }: ListQuestion): ListAnswer {
  const { total, isCut, hits } = index.search(parseQuery(text, now), { offset: 0, limit, now })
  return { total, isCut, ids: hits.map((hit) => hit.id) }
}
