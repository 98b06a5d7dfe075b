import { changeTargets } from '../commands/bulk.ts'
import { tagText } from '../commands/change-text.ts'
import { partsOf } from '../commands/parts/parts.ts'
import { useView } from '../view.ts'
import { withoutTag, withTag } from '../words/tag-words.ts'
import { useWorkspace } from '../workspace.tsx'

type TagChange = { readonly add: (tag: string) => void; readonly remove: (tag: string) => void }

/** Adds a tag to several conversations, or removes it from them. In All inboxes also of several workspaces. */
export function useTagChange(readKeys: () => readonly string[]): TagChange {
  const open = useWorkspace()
  const change = (change: 'added' | 'removed', tag: string): void => {
    const parts = partsOf(open, useView.getState().acting, readKeys())
    const next = change === 'added' ? withTag : withoutTag
    void changeTargets(parts, {
      field: 'tags',
      result: (count, name) => tagText(change, tag, count, name),
      valueFor: ({ tags }) => JSON.stringify(next(tags, tag)),
    })
  }
  return { add: (tag) => change('added', tag), remove: (tag) => change('removed', tag) }
}
