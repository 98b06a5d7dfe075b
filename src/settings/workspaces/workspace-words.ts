import type { LocalDataState } from '../../acts/use-local-data.ts'
import type { Workspace } from '../../shared/bridge.ts'
import { addPending, countPending } from '../../shared/pending.ts'
import { text, type TextId } from '../../strings/text.ts'

/** The data of a workspace on this device; null while it is read. */
export function holdingWords(data: LocalDataState): string | null {
  if (data === 'reading') return null
  if (data === 'nothing') return text('settings.workspaces.noData')
  if (data === 'unreadable') return text('settings.workspaces.unreadable')
  const unsent = countPending(addPending(data.unsent.waiting, data.unsent.asking))
  return [
    text('settings.workspaces.conversations', { count: data.conversations }),
    ...(data.drafts > 0 ? [text('settings.workspaces.drafts', { count: data.drafts })] : []),
    ...(unsent > 0 ? [text('settings.workspaces.unsent', { count: unsent })] : []),
  ].join(' · ')
}

const KEY_WORDS = {
  unprotected: 'settings.workspaces.keyUnprotected',
  session: 'settings.workspaces.keyUntilQuit',
  missing: 'settings.workspaces.keyMissing',
} as const satisfies Record<Exclude<Workspace['key'], 'sealed'>, TextId>

/** What the user should know about the key of a workspace; null when it is sealed. */
export function keyWordsOf({ kind, key }: Pick<Workspace, 'kind' | 'key'>): string | null {
  return kind === 'demo' || key === 'sealed' ? null : text(KEY_WORDS[key])
}
