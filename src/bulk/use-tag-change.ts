import { changeTargets } from '../commands/bulk.ts'
import { tagText } from '../commands/change-text.ts'
import { partsOf } from '../commands/parts/parts.ts'
import { useView } from '../view/view.ts'
import { withKnownTag, withoutTag, withTag } from '../words/tag-words.ts'
import { useWorkspace } from '../workspace.tsx'

type TagChange = {
  /** Adds what the user has typed. */
  readonly addTyped: (typed: string) => void
  /** Adds a tag that another conversation has. */
  readonly add: (tag: string) => void
  readonly remove: (tag: string) => void
}

/** Adds a tag to several conversations, or removes it from them. In All inboxes also of several workspaces. */
export function useTagChange(readKeys: () => readonly string[]): TagChange {
  const open = useWorkspace()
  const change = (change: 'added' | 'removed', tag: string, next: typeof withTag): void => {
    const parts = partsOf(open, useView.getState().acting, readKeys())
    void changeTargets(parts, {
      field: 'tags',
      result: (count, name) => tagText(change, tag, count, name),
      valueFor: ({ tags }) => JSON.stringify(next(tags, tag)),
    })
  }
  return {
    addTyped: (typed) => change('added', typed, withTag),
    add: (tag) => change('added', tag, withKnownTag),
    remove: (tag) => change('removed', tag, withoutTag),
  }
}
