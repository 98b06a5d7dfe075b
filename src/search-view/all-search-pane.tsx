import { useEffect, useState } from 'react'
import { isEmptyQuery } from '../search/query/query.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { useLiveWorkspaces, useWorkspaces } from '../workspace.tsx'
import { allCoverageWords, allProblem, type SearchedWorkspace, sumOf } from './all-words.ts'
import { SearchFrame } from './search-pane.tsx'
import { useAllResults } from './use-all-results.ts'

/** Replaces the conversation list during a search in All inboxes. */
export function AllSearchPane({ text: search }: { readonly text: string }) {
  const [isHeld, setHeld] = useState(false)
  const { query, results, parts, loadMore } = useAllResults(search, isHeld)
  const { restart } = useWorkspaces().live.searchAll
  const isCurrent = results?.text === search
  const isSlow = useSlow(!isEmptyQuery(query) && (!isCurrent || results.pending.length > 0))
  const workspaces = useLiveWorkspaces()
    .filter(({ workspace }) => workspace.kind === 'api')
    .map(({ workspace: { id, name } }): SearchedWorkspace => {
      const progress = parts.find(({ workspaceId }) => workspaceId === id)?.progress ?? null
      return { name, progress, isPending: isSlow && (!isCurrent || results.pending.includes(id)) }
    })
  const problem = allProblem(workspaces)
  const isFailed = parts.length > 0 && parts.every(({ progress }) => progress.state === 'failed')
  return (
    <SearchFrame
      text={search}
      query={query}
      results={results}
      isIndexed={sumOf(workspaces).state === 'ready'}
      coverage={allCoverageWords(workspaces)}
      problem={
        problem !== null && (
          <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 pt-2 pe-3 pb-1 ps-6 text-sm text-warning">
            <p role="status" className="min-w-0 flex-[1_1_9rem] wrap-anywhere">
              {problem.words}
            </p>
            {problem.canRestart && !isFailed && (
              <Button size="sm" onClick={restart}>
                {text('search.failed.restart')}
              </Button>
            )}
          </div>
        )
      }
      restart={isFailed ? restart : null}
      loadMore={loadMore}
      onHold={setHeld}
    />
  )
}

/** Most answers come within a few frames: naming the workspace for so long would only flicker at each key press. */
const SLOW_MS = 300

/** True when something has been waited for longer than most answers take. */
function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isSlow && isWaiting
}
