import { useLiveQuery } from 'dexie-react-hooks'
import { listSnippets, type Snippet } from '../../db/snippets.ts'
import { readWritingSettings, type WritingSettings } from '../../db/writing-settings.ts'
import { type OutboxSettings, readOutboxSettings } from '../../outbox/settings.ts'
import { useWorkspace } from '../../workspace.tsx'

/** The snippets and settings that all composers share. */
export type Writing = {
  readonly settings: WritingSettings
  readonly snippets: readonly Snippet[]
  readonly outbox: OutboxSettings
}

/** Read once for all threads, so that switching threads does not read it again. Null until it is read. */
export function useWriting(): Writing | null {
  const { db } = useWorkspace()
  const read = async (): Promise<Writing> => {
    const [settings, snippets, outbox] = await Promise.all([
      readWritingSettings(db),
      listSnippets(db),
      readOutboxSettings(db),
    ])
    return { settings, snippets, outbox }
  }
  return useLiveQuery(read, [db]) ?? null
}
