import { useLiveQuery } from 'dexie-react-hooks'
import { listSnippets, type Snippet } from '../../db/snippets.ts'
import { readWritingSettings, type WritingSettings } from '../../db/writing-settings.ts'
import { useWorkspace } from '../../workspace.tsx'

/** What every composer of the workspace writes with; null until it is read. */
export type Writing = { readonly settings: WritingSettings; readonly snippets: readonly Snippet[] }

/** Read once for all threads: going from one to the next then asks nothing of it anew. */
export function useWriting(): Writing | null {
  const { db } = useWorkspace()
  const read = async (): Promise<Writing> => {
    const [settings, snippets] = await Promise.all([readWritingSettings(db), listSnippets(db)])
    return { settings, snippets }
  }
  return useLiveQuery(read, [db]) ?? null
}
