import type { IndexProgress } from '../search/search.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { coverageWords } from './search-words.ts'

/** A workspace of All inboxes during a search. */
export type SearchedWorkspace = {
  readonly name: string
  /** It has been asked and has not answered yet. */
  readonly isPending: boolean
  /** Null when it isn't open, so it can't be searched. */
  readonly progress: IndexProgress | null
}

/** How far the search is, or how much was searched. */
export function allCoverageWords(workspaces: readonly SearchedWorkspace[]): string {
  const searched = workspaces.filter(({ progress }) => progress !== null && progress.state !== 'failed')
  const pending = searched.filter(({ isPending }) => isPending)
  if (pending.length > 0 && pending.length === searched.length) return text('search.all.searchingAll')
  if (pending.length > 0) return text('search.all.searching', { names: namesOf(pending) })
  const indexing = searched.filter(({ progress }) => progress?.state === 'indexing')
  if (indexing.length > 0) return text('search.all.indexing', { names: namesOf(indexing) })
  return coverageWords(sumOf(searched))
}

/** Which workspaces were not searched, and whether their search can be started again. Null for none. */
export function allProblem(
  workspaces: readonly SearchedWorkspace[],
): { readonly words: string; readonly canRestart: boolean } | null {
  const stopped = workspaces.filter(({ progress }) => progress?.state === 'failed')
  const closed = workspaces.filter(({ progress }) => progress === null)
  const sentences = [
    stopped.length > 0 && text('search.all.stopped', { names: namesOf(stopped) }),
    closed.length > 0 && text('search.all.unsearched', { names: namesOf(closed) }),
  ].filter((sentence) => sentence !== false)
  return sentences.length === 0 ? null : { words: sentences.join(' '), canRestart: stopped.length > 0 }
}

/** The index of all workspaces together. */
export function sumOf(workspaces: readonly SearchedWorkspace[]): IndexProgress {
  const parts = workspaces.flatMap(({ progress }) => progress ?? [])
  return {
    state: parts.some(({ state }) => state === 'indexing') ? 'indexing' : 'ready',
    conversations: parts.reduce((sum, { conversations }) => sum + conversations, 0),
    withText: parts.reduce((sum, { withText }) => sum + withText, 0),
  }
}

function namesOf(workspaces: readonly SearchedWorkspace[]): string {
  return listText(workspaces.map(({ name }) => harmlessLine(name)))
}
