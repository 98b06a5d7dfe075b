import { useLiveQuery } from 'dexie-react-hooks'
import { useShownWorkspaces } from '../acts/use-shown-workspaces.ts'
import { readRecentlyOpened } from '../db/recently-opened.ts'
import { readSummaries } from '../db/search-queries.ts'
import type { FoundConversation } from './found.ts'

/** The conversations that the user opened last on this device, latest first. Those that are gone are left out. */
export function useRecentlyOpened(): readonly FoundConversation[] {
  const workspaces = useShownWorkspaces()
  const read = async (): Promise<readonly FoundConversation[]> => {
    const parts = await Promise.all(
      workspaces.map(async ({ workspace, db }) => {
        const opened = await readRecentlyOpened(db)
        const summaries = await readSummaries(
          db,
          opened.map(({ conversationId }) => conversationId),
        )
        return opened.flatMap(({ at }, index) => {
          const conversation = summaries[index] ?? null
          return conversation === null ? [] : [{ workspaceId: workspace.id, conversation, at }]
        })
      }),
    )
    return parts.flat().toSorted((a, b) => b.at - a.at)
  }
  return useLiveQuery(read, [workspaces]) ?? NONE
}

const NONE: readonly FoundConversation[] = []
