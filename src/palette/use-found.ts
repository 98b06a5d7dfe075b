import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useShownWorkspaces } from '../acts/use-shown-workspaces.ts'
import { readSummaries } from '../db/search-queries.ts'
import { contactQuery } from '../search/query/contact-query.ts'
import { useView } from '../view/view.ts'
import { type OpenWorkspace, useWorkspace, useWorkspaces } from '../workspace.tsx'
import type { FoundConversation } from './found.ts'

/** Conversations read for each text and workspace. Each costs a read, and a customer may have several. */
const MAX_BY_CUSTOMER = 16
const MAX_BY_WORDS = 8

/** Users don't react to what they see for less than this, ms. */
const UNREAD_MS = 120

/** Longer texts are not looked up, UTF-16 units. */
const MAX_LOOKED_UP = 100

export type Found = {
  /** The text that it was found for. */
  readonly text: string
  readonly conversations: readonly FoundConversation[]
  /** The list for this text was already on screen for a while. */
  readonly isLate: boolean
}

const NOTHING: Found = { text: '', conversations: [], isLate: false }

/**
 * Conversations on this device whose customer or words match, through the search index. The last answer stays until the next one: the caller
 * filters it by the newest text. Answers for older texts are dropped.
 */
export function useFound(typed: string): Found {
  const workspaces = useShownWorkspaces()
  const progress = useIndexProgress()
  const [found, setFound] = useState(NOTHING)
  const typedAt = useRef({ typed, at: 0 })
  if (typedAt.current.typed !== typed) typedAt.current = { typed, at: performance.now() }
  useEffect(() => {
    const text = typed.trim().replace(/^#/, '').slice(0, MAX_LOOKED_UP)
    if (text === '') return
    let isWanted = true
    const { at } = typedAt.current
    void Promise.all(workspaces.map((open) => find(open, text))).then((parts) => {
      if (isWanted) setFound({ text: typed, conversations: parts.flat(), isLate: performance.now() - at > UNREAD_MS })
    })
    return () => {
      isWanted = false
    }
  }, [workspaces, progress, typed])
  return found
}

/** Changes when more is indexed. In All inboxes, it also keeps the workers of all workspaces running. */
function useIndexProgress(): unknown {
  const { search } = useWorkspace()
  const { searchAll } = useWorkspaces().live
  const isAll = useView((view) => view.acting !== null)
  return useSyncExternalStore<unknown>(
    isAll ? searchAll.follow : search.onProgress,
    isAll ? searchAll.parts : search.progress,
  )
}

/** Empty when the search or the database fails: what the palette knows without them is still there. */
async function find({ workspace, db, search }: OpenWorkspace, text: string): Promise<readonly FoundConversation[]> {
  const now = Date.now()
  const byCustomer = contactQuery(text)
  try {
    const lists = await Promise.all([
      byCustomer === null ? null : search.list({ text: byCustomer, now, limit: MAX_BY_CUSTOMER }),
      search.list({ text, now, limit: MAX_BY_WORDS }),
    ])
    const ids = [...new Set(lists.flatMap((list) => list?.ids ?? []))]
    const summaries = await readSummaries(db, ids)
    return summaries.flatMap((conversation) =>
      conversation === null ? [] : [{ workspaceId: workspace.id, conversation }],
    )
  } catch {
    return []
  }
}
