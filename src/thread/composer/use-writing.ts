import { useLiveQuery } from 'dexie-react-hooks'
import { listSnippets, type Snippet } from '../../db/snippets.ts'
import { readWritingSettings, type WritingSettings } from '../../db/writing-settings.ts'
import { useWorkspace } from '../../workspace.tsx'

/** The snippets and settings that all composers share. */
export type Writing = { readonly settings: WritingSettings; readonly snippets: readonly Snippet[] }

/** Read once for all threads, so that switching threads does not read it again. Null until it is read. */
export function useWriting(): Writing | null {
  const { db } = useWorkspace()
  const read = async (): Promise<Writing> => {
    const [settings, snippets] = await Promise.all([readWritingSettings(db), listSnippets(db)])
    return { settings, snippets }
  }
  return useLiveQuery(read, [db]) ?? null
}
