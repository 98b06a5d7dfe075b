import { rowKey } from '../../catalogue/row-key.ts'
import type { SearchResult } from '../answer.ts'
import type { IndexProgress, Search } from '../search.ts'

/** A workspace that All inboxes searches. */
export type SearchSource = { readonly workspaceId: string; readonly search: Search }

export type AllQuestion = {
  readonly text: string
  /** Epoch ms, for the recency score. */
  readonly now: number
  /** Rows of all workspaces together. */
  readonly limit: number
}

/** What one workspace has answered, as far as it is read. */
export type PartAnswer = {
  readonly search: Search
  /** The index that answered: a newer one may find more. */
  readonly progress: IndexProgress
  readonly text: string
  readonly now: number
  readonly total: number
  readonly isCut: boolean
  /** The number of hits that were read. There are fewer rows when conversations were deleted since they were indexed. */
  readonly read: number
  /** Best first. Ids of conversations are row keys. */
  readonly rows: readonly SearchResult[]
}

export type PartAnswers = {
  /** The last answer to this text, perhaps of an older index; null for none. */
  readonly find: (source: SearchSource, question: AllQuestion) => PartAnswer | null
  readonly isFresh: (source: SearchSource, question: AllQuestion) => boolean
  /**
   * Reads the best `needed` hits. Returns false when the workspace can't answer, or was asked something else meanwhile. The same question
   * is not asked again while it is being answered: the answer would be dropped each time.
   */
  readonly read: (source: SearchSource, question: AllQuestion, needed: number) => Promise<boolean>
  readonly clear: () => void
}

/** The answers of each workspace to the last question, so that nothing is read twice while the user scrolls or one workspace is indexed. */
export function makePartAnswers(): PartAnswers {
  const answers = new Map<string, PartAnswer>()
  /** The questions that are being answered, by workspace. */
  const running = new Map<
    string,
    { readonly question: AllQuestion; readonly needed: number; readonly read: Promise<boolean> }
  >()

  function find({ workspaceId, search }: SearchSource, { text, now }: AllQuestion): PartAnswer | null {
    const known = answers.get(workspaceId)
    return known?.search === search && known.text === text && known.now === now ? known : null
  }

  function isFresh(source: SearchSource, question: AllQuestion): boolean {
    return find(source, question)?.progress === source.search.progress()
  }

  async function askFor(source: SearchSource, question: AllQuestion, needed: number): Promise<boolean> {
    const { workspaceId, search } = source
    const { text, now } = question
    const known = isFresh(source, question) ? find(source, question) : null
    const progress = search.progress()
    const offset = known?.read ?? 0
    const answer = await search.ask({ text, now, offset, limit: needed - offset })
    if (answer === null) return false
    const { total, isCut } = answer
    const rows = [...(known?.rows ?? []), ...answer.rows.map((row) => withKey(workspaceId, row))]
    answers.set(workspaceId, { search, progress, text, now, total, isCut, read: needed, rows })
    return true
  }

  return {
    find,
    isFresh,
    read(source, question, needed) {
      const { workspaceId } = source
      const known = isFresh(source, question) ? find(source, question) : null
      if (known !== null && known.read >= Math.min(needed, known.total)) return Promise.resolve(true)
      const asked = running.get(workspaceId)
      if (asked !== undefined && isSame(asked.question, question) && asked.needed >= needed) return asked.read
      const read = askFor(source, question, needed).finally(() => {
        if (running.get(workspaceId)?.read === read) running.delete(workspaceId)
      })
      running.set(workspaceId, { question, needed, read })
      return read
    },
    clear: () => answers.clear(),
  }
}

function isSame(a: AllQuestion, b: AllQuestion): boolean {
  return a.text === b.text && a.now === b.now
}

function withKey(workspaceId: string, { conversation, ...rest }: SearchResult): SearchResult {
  return { ...rest, conversation: { ...conversation, id: rowKey(workspaceId, conversation.id) } }
}
