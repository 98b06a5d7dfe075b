import type { SearchAnswer, SearchQuestion } from './answer.ts'
import type { ListAnswer, ListQuestion } from './list.ts'
import type { SystemLocale } from '../shared/region/regional-formats.ts'
import type { Coverage } from './index/search-index.ts'

/** Messages between the window and the search worker. */

export type ToWorker =
  | { readonly kind: 'open'; readonly databaseName: string; readonly dataKey: string; readonly locale: SystemLocale }
  | { readonly kind: 'ask'; readonly request: number; readonly question: SearchQuestion }
  | { readonly kind: 'list'; readonly request: number; readonly question: ListQuestion }

export type FromWorker =
  | { readonly kind: 'answer'; readonly request: number; readonly answer: SearchAnswer }
  | { readonly kind: 'listed'; readonly request: number; readonly listed: ListAnswer }
  | { readonly kind: 'progress'; readonly coverage: Coverage; readonly isReady: boolean }
  /** The worker has failed and stops. */
  | { readonly kind: 'failed' }
