import { changeTargets } from '../commands/bulk.ts'
import { partsOf } from '../commands/parts/parts.ts'
import { text } from '../strings/text.ts'
import { useView } from '../view.ts'
import { tagLabel, withoutTag, withTag } from '../words/tag-words.ts'
import { useWorkspace } from '../workspace.tsx'

type TagChange = { readonly add: (tag: string) => void; readonly remove: (tag: string) => void }

/** Adds a tag to several conversations, or removes it from them. In All inboxes also of several workspaces. */
export function useTagChange(readKeys: () => readonly string[]): TagChange {
  const open = useWorkspace()
  const change = (result: (count: number) => string, next: (tags: readonly string[]) => readonly string[]): void => {
    const parts = partsOf(open, useView.getState().acting, readKeys())
    void changeTargets(parts, { field: 'tags', result, valueFor: ({ tags }) => JSON.stringify(next(tags)) })
  }
  return {
    add: (tag) =>
      change(
        (count) => text('bulk.tags.added', { count, tag: tagLabel(tag) }),
        (tags) => withTag(tags, tag),
      ),
    remove: (tag) =>
      change(
        (count) => text('bulk.tags.removed', { count, tag: tagLabel(tag) }),
        (tags) => withoutTag(tags, tag),
      ),
  }
}
