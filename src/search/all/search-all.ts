import { rowKeys } from '../../catalogue/row-key.ts'
import type { SearchResult } from '../answer.ts'
import type { ListAnswer, ListQuestion } from '../list.ts'
import type { IndexProgress, Search } from '../search.ts'
import { mergeRanked, rowsMissing } from './merge-ranked.ts'
import { type AllQuestion, makePartAnswers, type PartAnswer, type SearchSource } from './part-answers.ts'

export type PartProgress = { readonly workspaceId: string; readonly progress: IndexProgress }

/** The results so far. Ids of conversations are row keys. */
export type FoundInAll = {
  readonly limit: number
  /** All matches of the workspaces that have answered. */
  readonly total: number
  readonly isCut: boolean
  /** Best first, at most `limit`. */
  readonly rows: readonly SearchResult[]
  /** The workspaces that were asked. */
  readonly asked: readonly string[]
  /** Those that have not answered yet. */
  readonly pending: readonly string[]
}

/** The searches of several workspaces as one. Each workspace keeps its own index and worker. */
export type SearchAll = {
  /**
   * Asks every workspace, and reports the merged results each time that one answers. A newer question ends it, and so does the returned
   * function.
   */
  readonly ask: (question: AllQuestion, report: (found: FoundInAll) => void) => () => void
  /** All matches, workspace after workspace, as row keys. Null when no workspace answers. */
  readonly list: (question: Pick<ListQuestion, 'text' | 'now'>) => Promise<ListAnswer | null>
  /** Keeps its identity until a workspace has indexed more, or is added or gone. */
  readonly parts: () => readonly PartProgress[]
  /** Runs every workspace's worker, and reports when `parts` changes, until the returned function is called. */
  readonly follow: (listener: () => void) => () => void
  /** Starts new workers where they failed. */
  readonly restart: () => void
}

/** A search whose worker runs while it is held (holds.ts). */
export type HeldSource = SearchSource & { readonly hold: () => () => void }

/** `sources` may change at any time; `subscribe` reports it. */
export function makeSearchAll(
  sources: () => readonly HeldSource[],
  subscribe: (listener: () => void) => () => void,
): SearchAll {
  const answers = makePartAnswers()
  const listeners = new Set<() => void>()
  /** The workspaces whose workers run for this search, by their search. */
  const followed = new Map<Search, () => void>()
  let unsubscribe = (): void => {}
  let parts: readonly PartProgress[] = []
  /** Counts the questions: only the latest is answered. */
  let latest = 0

  /** Follows new workspaces, and no longer those that are gone. */
  function update(): void {
    const present = listeners.size > 0 ? sources() : []
    for (const [search, stop] of followed) {
      if (present.some((source) => source.search === search)) continue
      followed.delete(search)
      stop()
    }
    for (const { search, hold } of present) {
      if (followed.has(search)) continue
      const stops = [hold(), search.onProgress(tell)]
      followed.set(search, () => stops.forEach((stop) => stop()))
    }
    tell()
  }

  function tell(): void {
    const next = sources().map(({ workspaceId, search }) => ({ workspaceId, progress: search.progress() }))
    const isSame = next.length === parts.length && next.every((part, index) => isSamePart(part, parts[index]))
    if (isSame) return
    parts = next
    for (const listener of listeners) listener()
  }

  function ask(question: AllQuestion, report: (found: FoundInAll) => void): () => void {
    latest += 1
    const current = latest
    const isCurrent = (): boolean => current === latest
    const asked = sources()
    const pending = new Set(asked.filter((source) => answers.find(source, question) === null))

    async function renew(source: HeldSource): Promise<void> {
      let isStale = true
      while (isStale) {
        const hasAnswered = await answers.read(source, question, question.limit)
        if (!isCurrent()) return
        pending.delete(source)
        await complete()
        // It may have indexed more since it was asked.
        isStale = hasAnswered && isCurrent() && !answers.isFresh(source, question)
      }
    }

    /** Reports, and reads more where the merge needs it. */
    async function complete(): Promise<void> {
      let isMore = true
      while (isMore && isCurrent()) {
        const known = asked.flatMap((source) => {
          const answer = answers.find(source, question)
          return answer === null ? [] : [{ source, answer }]
        })
        report(foundIn(question, { asked, pending, known: known.map(({ answer }) => answer) }))
        const missing = rowsMissing(
          known.map(({ answer }) => asRanked(answer)),
          question.limit,
        )
        const reads = known.flatMap(({ source, answer }, index) => {
          const count = missing[index] ?? 0
          return count === 0 ? [] : [answers.read(source, question, answer.read + count)]
        })
        // One that can't answer any more stays with the rows that it has.
        isMore = reads.length > 0 && !(await Promise.all(reads)).includes(false)
      }
    }

    for (const source of asked) if (!answers.isFresh(source, question)) void renew(source)
    // Not before the first answer: the previous results stay on screen until then.
    if (pending.size < asked.length || asked.length === 0) void complete()
    return () => {
      if (isCurrent()) latest += 1
    }
  }

  return {
    ask,
    async list(question) {
      const lists = await Promise.all(
        sources().map(async ({ workspaceId, search }) => {
          const found = await search.list({ ...question, limit: search.progress().conversations })
          return found === null ? [] : [{ ...found, ids: rowKeys(workspaceId, found.ids) }]
        }),
      )
      const found = lists.flat()
      if (found.length === 0) return null
      return {
        total: found.reduce((sum, { total }) => sum + total, 0),
        isCut: found.some(({ isCut }) => isCut),
        ids: found.flatMap(({ ids }) => ids),
      }
    },
    parts: () => parts,
    follow(listener) {
      listeners.add(listener)
      if (listeners.size === 1) unsubscribe = subscribe(update)
      update()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unsubscribe()
        update()
        answers.clear()
      }
    },
    restart() {
      for (const { search } of sources()) if (search.progress().state === 'failed') search.restart()
    },
  }
}

type Known = {
  readonly asked: readonly SearchSource[]
  readonly pending: ReadonlySet<SearchSource>
  readonly known: readonly PartAnswer[]
}

function foundIn({ limit }: AllQuestion, { asked, pending, known }: Known): FoundInAll {
  return {
    limit,
    total: known.reduce((sum, { total }) => sum + total, 0),
    isCut: known.some(({ isCut }) => isCut),
    rows: mergeRanked(known.map(asRanked), limit).map(({ row }) => row),
    asked: asked.map(({ workspaceId }) => workspaceId),
    pending: [...pending].map(({ workspaceId }) => workspaceId),
  }
}

function asRanked({ rows, read, total }: PartAnswer) {
  return { rows, isMore: read < total }
}

function isSamePart(a: PartProgress, b: PartProgress | undefined): boolean {
  return a.workspaceId === b?.workspaceId && a.progress === b.progress
}
