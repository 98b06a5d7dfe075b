import { parseQuery } from './query/query.ts'
import type { Slice } from './query/rank.ts'
import type { SearchIndex } from './index/search-index.ts'

/** Which conversations are found, without what they say: to count them, or to do one thing with all. */
export type ListQuestion = Pick<Slice, 'limit' | 'now'> & { readonly text: string }

export type ListAnswer = {
  readonly total: number
  readonly isCut: boolean
  /** The best first, as many as were asked for. */
  readonly ids: readonly string[]
}

export function listMatches(index: SearchIndex, { text, now, limit }: ListQuestion): ListAnswer {
  const { total, isCut, hits } = index.search(parseQuery(text, now), { offset: 0, limit, now })
  return { total, isCut, ids: hits.map((hit) => hit.id) }
}
